extension PasswordRules {
    /// Everything that is wrong with `password` as a text, in the order of ``PasswordViolation``.
    ///
    /// Neither history nor age is looked at; see ``violations(of:owner:lastChanged:now:isReused:)``.
    package func violations(of password: Secret, owner: PasswordOwner) -> [PasswordViolation] {
        guard var scalars = decode(password) else { return [.notText] }
        var folded = foldCase(scalars)
        defer {
            scalars.withUnsafeMutableBytes { wipe($0) }
            folded.withUnsafeMutableBytes { wipe($0) }
        }
        var found: [PasswordViolation] = []
        if scalars.contains(where: isControl) { found.append(.controlCharacter) }
        if scalars.count < minimumLength {
            found.append(.tooShort(found: scalars.count, fewest: minimumLength))
        }
        if scalars.count > Self.maximumLength {
            found.append(.tooLong(found: scalars.count, most: Self.maximumLength))
        }
        let classes = Set(scalars.map(CharacterClass.init))
        if classes.count < minimumCharacterClasses {
            found.append(.fewClasses(found: classes.count, fewest: minimumCharacterClasses))
        }
        for required in CharacterClass.allCases
        where requiredClasses.contains(required) && !classes.contains(required) {
            found.append(.missingClass(required))
        }
        let run = longestRun(scalars)
        if maximumRepeats > 0, run > maximumRepeats {
            found.append(.repeats(found: run, most: maximumRepeats))
        }
        for trait in PasswordOwner.Trait.allCases where trait != .userName || forbidUserName {
            let words = owner.words(trait)
            if words.contains(where: { isIn(folded, $0) }) {
                found.append(.holds(trait, isReversed: false))
            } else if words.contains(where: { isIn(folded, $0.reversed()) }) {
                found.append(.holds(trait, isReversed: true))
            }
        }
        return found
    }

    /// Everything that is wrong with setting `password`.
    ///
    /// - Parameters:
    ///   - lastChanged: when the password in use was set; `nil` where there is none, or its age does not matter: an
    ///     administrator resets it, or its owner has to change it.
    ///   - isReused: whether it is one of the last ``history``. Asked only where nothing else is wrong, since that
    ///     costs a slow hash for each.
    package func violations<Failure>(
        of password: Secret, owner: PasswordOwner, lastChanged: Instant?, now: Instant,
        isReused: () throws(Failure) -> Bool
    ) throws(Failure) -> [PasswordViolation] {
        var found = violations(of: password, owner: owner)
        if let young = ageViolation(ofPasswordSetAt: lastChanged, now: now) { found.append(young) }
        if found.isEmpty, history > 0, try isReused() { found.append(.reused(last: history)) }
        return found
    }
}

/// The characters of a password, in memory that the caller wipes; `nil` for bytes that are no UTF-8.
private func decode(_ password: Secret) -> [Unicode.Scalar]? {
    password.withBytes { bytes in
        var scalars: [Unicode.Scalar] = []
        // A scalar has one byte at least, so that the memory is never moved and left behind.
        scalars.reserveCapacity(bytes.count)
        var decoder = UTF8()
        var input = bytes.makeIterator()
        while true {
            switch decoder.decode(&input) {
            case .scalarValue(let scalar): scalars.append(scalar)
            case .emptyInput: return scalars
            case .error: return nil
            }
        }
    }
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
}

/// How often the character that is repeated most stands in a row.
private func longestRun(_ scalars: [Unicode.Scalar]) -> Int {
    var longest = 0
    var run = 0
    for index in scalars.indices {
        run = index > 0 && scalars[index] == scalars[index - 1] ? run + 1 : 1
        longest = max(longest, run)
    }
    return longest
}

/// Whether `word` stands in `text`.
private func isIn(_ text: [Unicode.Scalar], _ word: [Unicode.Scalar]) -> Bool {
    guard !word.isEmpty, word.count <= text.count else { return false }
    return (0...(text.count - word.count)).contains { start in
        text[start..<start + word.count].elementsEqual(word)
    }
}
