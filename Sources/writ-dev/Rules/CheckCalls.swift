/// A name that only some targets may use.
private struct RestrictedName {
    /// How the name has to stand in the code to be meant.
    enum Shape { case anywhere, called, calledWithNothing, calledOnSomething }

    let name: String
    let shape: Shape
    let mend: String
    let isAllowed: @Sendable (_ target: String, _ ring: Ring) -> Bool

    /// Whether `word` is this name and not a member, a label or a declaration of the same name.
    func matches(_ word: Word) -> Bool {
        guard word.text == name else { return false }
        let isMember = word.before == "." && !["Swift", "Glibc"].contains(word.previous)
        let isFree = !isMember && word.previous != "func"
        return switch shape {
        case .anywhere: isFree
        case .called: isFree && word.isFollowed(by: "(")
        case .calledWithNothing: isFree && word.isFollowed(by: "()")
        case .calledOnSomething: word.before == "." && word.isFollowed(by: "(")
        }
    }
}

/// The names outside the pure ring's reach: it is synchronous and gives equal results for equal inputs.
private let impure: [RestrictedName] = {
    let mend = "take the value as a parameter, or move the code out of the pure ring"
    let shapes: [(RestrictedName.Shape, [String])] = [
        (
            .anywhere,
            ["Task", "async", "await", "FileManager", "ContinuousClock", "SuspendingClock", "ProcessInfo"]
        ),
        (.anywhere, ["SystemRandomNumberGenerator", "DispatchQueue", "Thread"]),
        (.calledWithNothing, ["Date", "UUID"]),
        (.calledOnSomething, ["random", "randomElement", "shuffle", "shuffled"]),
        (.called, ["getenv", "setenv", "fopen", "clock_gettime", "getrandom"]),
    ]
    return shapes.flatMap { shape, names in
        names.map { RestrictedName(name: $0, shape: shape, mend: mend) { _, ring in ring != .pure } }
    }
}()

private let restricted: [RestrictedName] =
    impure
    + ["print", "debugPrint", "dump"].map { name in
        RestrictedName(name: name, shape: .called, mend: "return the text; WritCLI writes it to its streams")
        {
            target, _ in target == "writ-dev"
        }
    }
    + ["readLine", "exit"].map { name in
        RestrictedName(
            name: name, shape: .called, mend: "only WritCLI asks and ends the process; return or throw"
        ) {
            target, _ in target == "WritCLI"
        }
    }

private let restrictedByName = Dictionary(grouping: restricted, by: \.name)

/// Calls that a ring or target may not make: no clock or randomness in the pure ring, no printing below
/// the tools.
func checkCalls(_ file: SourceFile) -> [Violation] {
    guard file.isSource, let ring = arrowTable[file.target]?.ring else { return [] }
    return file.words.flatMap { word in
        (restrictedByName[word.text] ?? []).compactMap { name in
            guard name.matches(word), !name.isAllowed(file.target, ring) else { return nil }
            return Violation(
                file.path, word.line, "`\(name.name)` has no place in `\(file.target)`", mend: name.mend)
        }
    }
}
