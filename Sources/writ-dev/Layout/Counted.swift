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
        case .nonisolatedUnsafe: file.lines(with: "nonisolated", before: "(unsafe)")
        case .forcedTry: file.lines(with: "try", before: "!")
        case .forcedCast: file.lines(with: "as", before: "!")
        case .forcedUnwrap: file.forcedUnwraps
        case .fatalError: file.lines(with: "fatalError", before: "(")
        }
    }
}

extension SourceFile {
    /// The lines on which `text` directly follows `word`.
    fileprivate func lines(with word: String, before text: String) -> [Int] {
        words.filter { $0.text == word && $0.isFollowed(by: text) }.map(\.line)
    }

    /// The lines of each `!` that directly follows a name or a closing bracket; so also of each type `T!`.
    fileprivate var forcedUnwraps: [Int] {
        var found: [Int] = []
        for (index, line) in code.enumerated() {
            for column in line.indices.dropFirst() where line[column] == UInt8(ascii: "!") {
                let operand = line[..<column]
                let word = operand.reversed().prefix(while: isWordByte).reversed()
                let isKeyword = word.elementsEqual("try".utf8) || word.elementsEqual("as".utf8)
                let isComparison = line[(column + 1)...].first == UInt8(ascii: "=")
                if !isKeyword, !isComparison, endsOperand(operand) { found.append(index + 1) }
            }
        }
        return found
    }

    private func endsOperand(_ code: ArraySlice<UInt8>) -> Bool {
        guard let last = code.last else { return false }
        return isWordByte(last) || ")]}`>".utf8.contains(last)
    }
}
