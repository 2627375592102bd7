import WritModel

/// Cases about what was before, and about time.
extension PasswordRow {
    static let ofTime: [PasswordRow] = histories + ages + expiries

    private static let first = passwordText(10)
    private static let second = passwordText(11)
    private static let third = passwordText(12)

    /// So many different passwords, one a minute.
    private static func many(_ count: Int) -> [Event] {
        (0..<count).map { .given(passwordText(20 + $0), minute: $0) }
    }

    private static let histories = [
        PasswordRow(
            "history 0: the one in use again", "history = 0", [.given(first, minute: 0)],
            .change(first, minute: 1), .done),
        PasswordRow(
            "no policy: the one in use again", nil, [.given(first, minute: 0)], .change(first, minute: 1),
            .refused([.reused(last: 1)])),
        PasswordRow(
            "history 1: the one in use again", "history = 1", [.given(first, minute: 0)],
            .change(first, minute: 1),
            .refused([.reused(last: 1)])),
        PasswordRow(
            "history 1: the one before", "history = 1",
            [.given(first, minute: 0), .changed(second, minute: 1)],
            .change(first, minute: 2), .done),
        PasswordRow(
            "history 2: the one before", "history = 2",
            [.given(first, minute: 0), .changed(second, minute: 1)],
            .change(first, minute: 2), .refused([.reused(last: 2)])),
        PasswordRow(
            "history 2: the one before that", "history = 2",
            [.given(first, minute: 0), .changed(second, minute: 1), .changed(third, minute: 2)],
            .change(first, minute: 3), .done),
        PasswordRow(
            "history: an administrator is held to it as well", "history = 2",
            [.given(first, minute: 0), .changed(second, minute: 1)], .reset(first, minute: 2),
            .refused([.reused(last: 2)])),
        PasswordRow(
            "history 24: the 24th last", "history = 24", many(24), .change(passwordText(20), minute: 99),
            .refused([.reused(last: 24)])),
        PasswordRow(
            "history 24: the 25th last", "history = 24", many(25), .change(passwordText(20), minute: 99),
            .done),
        PasswordRow(
            "history: another case is another password", "history = 24", [.given("Qwertyui7", minute: 0)],
            .change("qWertyui7", minute: 1), .done),
        PasswordRow(
            "history: raised later, what was kept counts", "history = 2",
            [
                .given(first, minute: 0), .changed(second, minute: 1), .changed(third, minute: 2),
                .rules("history = 24"),
            ],
            .change(first, minute: 3), .refused([.reused(last: 24)])),
        PasswordRow(
            "history: lowered later, what was kept counts no more", "history = 24",
            [.given(first, minute: 0), .changed(second, minute: 1), .rules("history = 1")],
            .change(first, minute: 3), .done),
        PasswordRow(
            "history: asked only of a password that is well otherwise", "history = 1",
            [.rules("minimum_length = 6"), .given("qwert7", minute: 0), .rules("minimum_length = 8")],
            .change("qwert7", minute: 1), .refused([.tooShort(found: 6, fewest: 8)])),
        PasswordRow(
            "history: refused attempts are none of it", "history = 1",
            [.given(first, minute: 0), .changed(first, minute: 1), .changed("short", minute: 2)],
            .change(second, minute: 3), .done),
    ]

    private static let ages = [
        PasswordRow(
            "age: a minute too early", "minimum_age_minutes = 60", [.given(first, minute: 0)],
            .change(second, minute: 59),
            .refused([.tooYoung(until: time(60))])),
        PasswordRow(
            "age: at the minute", "minimum_age_minutes = 60", [.given(first, minute: 0)],
            .change(second, minute: 60), .done),
        PasswordRow(
            "age: none", "minimum_age_minutes = 0", [.given(first, minute: 0)], .change(second, minute: 0),
            .done),
        PasswordRow("no policy: no age", nil, [.given(first, minute: 0)], .change(second, minute: 0), .done),
        PasswordRow(
            "age: the first password has none before it", "minimum_age_minutes = 60", [],
            .change(first, minute: 0), .done),
        PasswordRow(
            "age: an administrator does not wait", "minimum_age_minutes = 60", [.given(first, minute: 0)],
            .reset(second, minute: 1), .done),
        PasswordRow(
            "age: one that has to be changed can be", "minimum_age_minutes = 60",
            [.given(first, minute: 0, mustChange: true)], .change(second, minute: 1), .done),
        PasswordRow(
            "age: counts from the user's own change", "minimum_age_minutes = 60",
            [.given(first, minute: 0, mustChange: true), .changed(second, minute: 30)],
            .change(third, minute: 60),
            .refused([.tooYoung(until: time(90))])),
        PasswordRow(
            "age: raised later", "minimum_age_minutes = 0",
            [.given(first, minute: 0), .rules("minimum_age_minutes = 1440")],
            .change(second, minute: 1439), .refused([.tooYoung(until: time(1440))])),
        PasswordRow(
            "age: the clock was set back", "minimum_age_minutes = 60", [.given(first, minute: 100)],
            .change(second, minute: 0), .refused([.tooYoung(until: time(160))])),
        PasswordRow(
            "age and text at once", "minimum_age_minutes = 60", [.given(first, minute: 0)],
            .change("alicealice7", minute: 1),
            .refused([.holds(.userName, isReversed: false), .tooYoung(until: time(60))])),
    ]

    private static let expiries = [
        PasswordRow(
            "login: right", nil, [.given(first, minute: 0)], .login(first, minute: 1), .verdict("ok")),
        PasswordRow(
            "login: wrong", nil, [.given(first, minute: 0)], .login(second, minute: 1), .verdict("wrong")),
        PasswordRow(
            "login: another case", nil, [.given("Qwertyui7", minute: 0)], .login("qwertyui7", minute: 1),
            .verdict("wrong")),
        PasswordRow(
            "login: empty", nil, [.given(first, minute: 0)], .login("", minute: 1), .verdict("wrong")),
        PasswordRow("login: no password was set", nil, [], .login(first, minute: 1), .verdict("noPassword")),
        PasswordRow(
            "login: the one before", nil, [.given(first, minute: 0), .changed(second, minute: 1)],
            .login(first, minute: 2), .verdict("wrong")),
        PasswordRow(
            "login: has to be changed", nil, [.given(first, minute: 0, mustChange: true)],
            .login(first, minute: 1),
            .verdict("mustChange")),
        PasswordRow(
            "login: wrong, and would have to be changed", nil, [.given(first, minute: 0, mustChange: true)],
            .login(second, minute: 1), .verdict("wrong")),
        PasswordRow(
            "login: was changed", nil,
            [.given(first, minute: 0, mustChange: true), .changed(second, minute: 1)],
            .login(second, minute: 2), .verdict("ok")),
        PasswordRow(
            "expiry: a minute before", "validity_days = 90", [.given(first, minute: 0)],
            .login(first, minute: 90 * 1440 - 1), .verdict("ok")),
        PasswordRow(
            "expiry: at the minute", "validity_days = 90", [.given(first, minute: 0)],
            .login(first, minute: 90 * 1440), .verdict("expired")),
        PasswordRow(
            "expiry: never", "validity_days = 0", [.given(first, minute: 0)],
            .login(first, minute: 10_000 * 1440), .verdict("ok")),
        PasswordRow(
            "no policy: never expires", nil, [.given(first, minute: 0)], .login(first, minute: 10_000 * 1440),
            .verdict("ok")),
        PasswordRow(
            "expiry: of one that was never changed", "validity_days = 90",
            [.given(first, minute: 0, mustChange: true)],
            .login(first, minute: 90 * 1440), .verdict("expired")),
        PasswordRow(
            "expiry: wrong all the same", "validity_days = 90", [.given(first, minute: 0)],
            .login(second, minute: 90 * 1440), .verdict("wrong")),
        PasswordRow(
            "expiry: a change begins anew", "validity_days = 90",
            [.given(first, minute: 0), .changed(second, minute: 1440)],
            .login(second, minute: 90 * 1440), .verdict("ok")),
        PasswordRow(
            "expiry: shortened later", "validity_days = 90",
            [.given(first, minute: 0), .rules("validity_days = 1")],
            .login(first, minute: 1440), .verdict("expired")),
        PasswordRow(
            "expiry: an expired one can be changed", "validity_days = 90", [.given(first, minute: 0)],
            .change(second, minute: 91 * 1440), .done),
        PasswordRow(
            "length: raised later, the one in use stays", "minimum_length = 8",
            [.given(first, minute: 0), .rules("minimum_length = 20")], .login(first, minute: 1),
            .verdict("ok")),
        PasswordRow(
            "length: raised later, the next one is held to it", "minimum_length = 8",
            [.given(first, minute: 0), .rules("minimum_length = 20")], .change(second, minute: 1),
            .refused([.tooShort(found: 11, fewest: 20)])),
    ]
}
