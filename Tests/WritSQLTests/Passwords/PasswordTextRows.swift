import WritModel

/// Cases about the text of a password. The user is `alice`, +86 138 0000 1234, al.w@example.com.
extension PasswordRow {
    static let ofText: [PasswordRow] = lengths + classes + repeats + traits + characters

    private static let lengths = [
        PasswordRow(
            "no policy: one below the default length", nil, passwordText(7), .tooShort(found: 7, fewest: 8)),
        PasswordRow("no policy: at the default length", nil, passwordText(8)),
        PasswordRow(
            "length: one below", "minimum_length = 12", passwordText(11), .tooShort(found: 11, fewest: 12)),
        PasswordRow("length: at the limit", "minimum_length = 12", passwordText(12)),
        PasswordRow("length: one above", "minimum_length = 12", passwordText(13)),
        PasswordRow("length: not stated", "history = 1", passwordText(7), .tooShort(found: 7, fewest: 8)),
        PasswordRow("length: the least there is", "minimum_length = 6", passwordText(6)),
        PasswordRow(
            "length: below the least there is", "minimum_length = 6", passwordText(5),
            .tooShort(found: 5, fewest: 6)),
        PasswordRow("length: the most there is", "minimum_length = 128", passwordText(128)),
        PasswordRow(
            "length: below the most there is", "minimum_length = 128", passwordText(127),
            .tooShort(found: 127, fewest: 128)),
        PasswordRow("length: at our most", "minimum_length = 6", passwordText(128)),
        PasswordRow(
            "length: beyond our most", "minimum_length = 6", passwordText(129),
            .tooLong(found: 129, most: 128)),
        PasswordRow("length: written by hand beyond all bounds", "minimum_length = 9999", passwordText(128)),
        PasswordRow(
            "length: written by hand below zero", "minimum_length = -5", passwordText(5),
            .tooShort(found: 5, fewest: 6)),
        PasswordRow(
            "empty", "minimum_length = 6", "", .tooShort(found: 0, fewest: 6),
            .fewClasses(found: 0, fewest: 2)),
        PasswordRow(
            "empty, and no rule that it breaks but length",
            "minimum_length = 6, minimum_character_classes = 1", "",
            .tooShort(found: 0, fewest: 6), .fewClasses(found: 0, fewest: 1)),
    ]

    private static let classes = [
        PasswordRow("no policy: one class", nil, "qwertyuiop", .fewClasses(found: 1, fewest: 2)),
        PasswordRow("no policy: two classes", nil, "qwertyuio7"),
        PasswordRow("classes: one is enough", "minimum_character_classes = 1", "qwertyuiop"),
        PasswordRow("classes: three of three", "minimum_character_classes = 3", "qwertyUI7"),
        PasswordRow(
            "classes: two of three", "minimum_character_classes = 3", "qwertyUIO",
            .fewClasses(found: 2, fewest: 3)),
        PasswordRow(
            "classes: three of four", "minimum_character_classes = 4", "qwertyUI7",
            .fewClasses(found: 3, fewest: 4)),
        PasswordRow("classes: four of four", "minimum_character_classes = 4", "qwertyU7!"),
        PasswordRow(
            "classes: not stated", "minimum_length = 8", "12345678", .fewClasses(found: 1, fewest: 2)),
        PasswordRow(
            "required: a digit, which is there", "minimum_length = 8", required: ["digit"], "qwertyu7"),
        PasswordRow(
            "required: a digit, which is not", "minimum_length = 8", required: ["digit"], "qwertyU!",
            .missingClass(.digit)),
        PasswordRow(
            "required: a capital", "minimum_length = 8", required: ["uppercase"], "qwertyu7",
            .missingClass(.uppercase)),
        PasswordRow(
            "required: a small letter", "minimum_length = 8", required: ["lowercase"], "QWERTYU7",
            .missingClass(.lowercase)),
        PasswordRow(
            "required: a symbol", "minimum_length = 8", required: ["symbol"], "qwertyU7",
            .missingClass(.symbol)),
        PasswordRow(
            "required: a symbol, and a space is one", "minimum_length = 8", required: ["symbol"], "qwerty U7"),
        PasswordRow(
            "required: two, and both are missing", "minimum_character_classes = 2",
            required: ["symbol", "uppercase"],
            "qwertyu7", .missingClass(.uppercase), .missingClass(.symbol)),
        PasswordRow(
            "required: all, and all are there", "minimum_character_classes = 4",
            required: ["symbol", "uppercase", "lowercase", "digit"], "qwertyU7!"),
    ]

    private static let repeats = [
        PasswordRow("repeats: no limit", "maximum_repeats = 0", "aaaaaaaaaaaa1"),
        PasswordRow("no policy: no limit for repeats", nil, "aaaaaaaaaaaa1"),
        PasswordRow("repeats: at the limit", "maximum_repeats = 3", "aaabbb111"),
        PasswordRow("repeats: one beyond", "maximum_repeats = 3", "aaaabbb11", .repeats(found: 4, most: 3)),
        PasswordRow("repeats: at the end", "maximum_repeats = 2", "qwerty777", .repeats(found: 3, most: 2)),
        PasswordRow("repeats: none allowed", "maximum_repeats = 1", "qwerttyu7", .repeats(found: 2, most: 1)),
        PasswordRow("repeats: none allowed and none there", "maximum_repeats = 1", "qwertyqw7"),
        PasswordRow("repeats: a capital is another character", "maximum_repeats = 1", "aAaAaAaA7"),
        PasswordRow("repeats: not side by side", "maximum_repeats = 1", "abababab7"),
        PasswordRow(
            "repeats: of a character of four bytes", "maximum_repeats = 2", "qwerty7🦊🦊🦊",
            .repeats(found: 3, most: 2)),
    ]

    private static let traits = [
        PasswordRow(
            "name inside", "forbid_user_name = 1", "xxaliceyy7", .holds(.userName, isReversed: false)),
        PasswordRow("no policy: name inside", nil, "xxaliceyy7", .holds(.userName, isReversed: false)),
        PasswordRow(
            "name inside in capitals", "forbid_user_name = 1", "xxAlIcEyy7",
            .holds(.userName, isReversed: false)),
        PasswordRow(
            "name and nothing else", "minimum_length = 6", "alice7", .holds(.userName, isReversed: false)),
        PasswordRow(
            "name reversed", "forbid_user_name = 1", "xxecilayy7", .holds(.userName, isReversed: true)),
        PasswordRow(
            "name reversed in capitals", "forbid_user_name = 1", "xxECILAyy7",
            .holds(.userName, isReversed: true)),
        PasswordRow("name cut by one", "forbid_user_name = 1", "xxalicyy77"),
        PasswordRow("name with something between", "forbid_user_name = 1", "xxali-ceyy7"),
        PasswordRow("name inside, and allowed", "forbid_user_name = 0", "xxaliceyy7"),
        PasswordRow("name: not stated", "history = 1", "xxaliceyy7", .holds(.userName, isReversed: false)),
        PasswordRow(
            "phone: the digits without the country's", "history = 1", "xx13800001234",
            .holds(.phone, isReversed: false)),
        PasswordRow("phone: all digits", "history = 1", "8613800001234x", .holds(.phone, isReversed: false)),
        PasswordRow(
            "phone: as it is written", "history = 1", "+86 138 0000 1234", .holds(.phone, isReversed: false)),
        PasswordRow("phone: reversed", "history = 1", "xx43210000831", .holds(.phone, isReversed: true)),
        PasswordRow(
            "phone: also where the name is allowed", "forbid_user_name = 0", "xx13800001234",
            .holds(.phone, isReversed: false)),
        PasswordRow("phone: a part of it", "history = 1", "xx3800001234"),
        PasswordRow("e-mail address", "history = 1", "AL.W@example.com7", .holds(.email, isReversed: false)),
        PasswordRow(
            "e-mail address reversed", "history = 1", "moc.elpmaxe@w.la7", .holds(.email, isReversed: true)),
        PasswordRow("e-mail address, a part of it", "history = 1", "al.w@example7"),
        PasswordRow(
            "name and phone at once", "history = 1", "Alice13800001234", .holds(.userName, isReversed: false),
            .holds(.phone, isReversed: false)),
    ]

    private static let characters = [
        PasswordRow("a line feed", "history = 1", "qwertyU7\n", .controlCharacter),
        PasswordRow("a zero byte", "history = 1", "qwer\u{0}tyU7", .controlCharacter),
        PasswordRow("a tab", "history = 1", "qwer\ttyU7", .controlCharacter),
        PasswordRow("an escape of the upper block", "history = 1", "qwer\u{9B}tyU7", .controlCharacter),
        PasswordRow("a line separator", "history = 1", "qwer\u{2028}tyU7", .controlCharacter),
        PasswordRow("letters of another script with case", "minimum_character_classes = 3", "пароЛЬ77"),
        PasswordRow("letters without case are symbols", "minimum_character_classes = 2", "密码密码密码77"),
        PasswordRow(
            "letters without case alone", "minimum_character_classes = 2", "密码密码密码密码",
            .fewClasses(found: 1, fewest: 2)),
        PasswordRow(
            "characters are counted, not bytes", "minimum_length = 8", "密码密码密码7",
            .tooShort(found: 7, fewest: 8)),
        PasswordRow("an accent of its own is a character", "minimum_length = 8", "qwe\u{301}rty7"),
        PasswordRow(
            "the same in one is none", "minimum_length = 8", "qw\u{E9}rty7", .tooShort(found: 7, fewest: 8)),
        PasswordRow(
            "128 characters of four bytes", "minimum_character_classes = 1",
            String(repeating: "🦊", count: 128)),
        PasswordRow(
            "everything at once", "minimum_character_classes = 4, maximum_repeats = 1", required: ["digit"],
            "alicee\n",
            .controlCharacter, .tooShort(found: 7, fewest: 8), .fewClasses(found: 2, fewest: 4),
            .missingClass(.digit),
            .repeats(found: 2, most: 1), .holds(.userName, isReversed: false)),
    ]
}
