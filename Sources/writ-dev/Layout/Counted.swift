/// What the ratchets count in `Sources`.
enum Counted: String, CaseIterable, Sendable {
    case longFile, undocumentedMember, uncheckedSendable, nonisolatedUnsafe
    case forcedTry, forcedCast, forcedUnwrap, fatalError

    /// What is found, as a message's subject.
    var name: String {
        switch self {
        case .longFile: "a file of more than 250 lines"
        case .undocumentedMember: "a `package` member without `///`"
        case .uncheckedSendable: "`@unchecked Sendable`"
        case .nonisolatedUnsafe: "`nonisolated(unsafe)`"
        case .forcedTry: "`try!`"
        case .forcedCast: "`as!`"
        case .forcedUnwrap: "a forced unwrap"
        case .fatalError: "`fatalError`"
        }
    }

    /// How to do without.
    var mend: String {
        switch self {
        case .longFile: "split it by type or verb"
        case .undocumentedMember: "say in one line what it is"
        case .uncheckedSendable: "let the compiler prove it: a value, an actor or a `Mutex`"
        case .nonisolatedUnsafe: "let the compiler prove it: a value, an actor or a `Mutex`"
        case .forcedTry, .forcedCast, .forcedUnwrap: "handle the other case, or throw"
        case .fatalError: "use `precondition` with the invariant's name, or throw"
        }
    }

    /// Every occurrence, in the order of `sources`.
    func places(in sources: [SourceFile]) -> [Place] {
        sources.flatMap { file in lines(of: file).map { Place(path: file.path, line: $0) } }
    }

    private func lines(of file: SourceFile) -> [Int] {
        switch self {
        case .longFile: file.lines.count > 250 ? [251] : []
        case .undocumentedMember: undocumentedMembers(of: file).map(\.line)
        case .uncheckedSendable: file.words.filter { $0.text == "unchecked" && $0.before == "@" }.map(\.line)
        case .nonisolatedUnsafe:
            file.words.filter { $0.text == "nonisolated" && $0.isFollowed(by: "(unsafe)") }.map(\.line)
        case .forcedTry: file.words.filter { $0.text == "try" && $0.isFollowed(by: "!") }.map(\.line)
        case .forcedCast: file.words.filter { $0.text == "as" && $0.isFollowed(by: "!") }.map(\.line)
        case .forcedUnwrap: forcedUnwraps(in: file)
        case .fatalError: file.words.filter { $0.text == "fatalError" && $0.isFollowed(by: "(") }.map(\.line)
        }
    }

    /// The lines of each `!` that directly follows a name or a closing bracket, and of each `T!`.
    private func forcedUnwraps(in file: SourceFile) -> [Int] {
        var found: [Int] = []
        for (index, line) in file.code.enumerated() {
            var previous: UInt8 = 0x20
            var word: [UInt8] = []
            for (column, byte) in line.enumerated() {
                defer { previous = byte }
                let isKeyword = word.elementsEqual("try".utf8) || word.elementsEqual("as".utf8)
                let next = column + 1 < line.count ? line[column + 1] : 0x20
                if byte == UInt8(ascii: "!"), !isKeyword, next != UInt8(ascii: "="), isOperandEnd(previous) {
                    found.append(index + 1)
                }
                if isWordByte(byte) { word.append(byte) } else { word = [] }
            }
        }
        return found
    }

    private func isOperandEnd(_ byte: UInt8) -> Bool {
        isWordByte(byte) || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
            || byte == UInt8(ascii: "}")
            || byte == UInt8(ascii: "`") || byte == UInt8(ascii: ">")
    }
}
