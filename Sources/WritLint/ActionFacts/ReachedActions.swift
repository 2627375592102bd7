package import WritModel
package import WritPolicy

/// An entry of `Action` with the actions of a topic that it gives.
package struct ReachedActions {
    /// As the author wrote it.
    package var pattern: ActionPattern
    /// As the vendor writes them, none twice.
    package var actions: [String]

    /// What it gives, for a message: the action itself, or the pattern with its actions.
    package func sentence(_ text: String) -> String {
        let names = actions.prefix(2).map { "`\($0)`" }.joined(separator: ", ")
        let rest = actions.count > 2 ? " and \(actions.count - 2) more" : ""
        let isItself = actions.count == 1 && actions[0].lowercased() == pattern.text.lowercased()
        return "`\(pattern.text)` \(text)" + (isItself ? "" : ": \(names)\(rest)")
    }
}

extension LintedStatement {
    /// The entries of `Action` that give actions of a topic on every resource, each action once, at its first entry.
    ///
    /// What another rule says of the whole entry is left out: every action (SEC001), or a whole sensitive service (SEC002). So is what the
    /// document's own Deny statements refuse.
    ///
    /// - Parameter limits: keys, in lower case, of which none may be asked; `nil` for statements without any condition.
    package func unlimited(
        _ topic: ActionTopic, in policy: LintedPolicy, without limits: Set<String>? = nil
    ) -> [ReachedActions] {
        let own = policy.marks(of: self)
        guard own.marks.contains(.reaches(topic)), let reading, let included = reading.actions.included
        else { return [] }
        let isPlain = reading.conditions.isEmpty
        guard limits.map({ keys in !reading.conditions.contains { keys.contains($0.key) } }) ?? isPlain,
            let resource = reading.resources.unlimitedExample(policy.dialect)
        else { return [] }
        let list = policy.dialect.actions(topic)
        var found: [ReachedActions] = []
        var seen: Set<String> = []
        for (index, marks) in own.entries.enumerated() where marks.contains(.reaches(topic)) {
            if isPlain, marks.contains(.wholeSensitiveService) { continue }
            let actions = list.matching(included[index].glob).filter { name in
                !seen.contains(name)
                    && !reading.actions.excluded.contains { $0.glob.matches(foldedCase(Array(name.utf8))) }
            }
            if actions.isEmpty { continue }
            seen.formUnion(actions)
            found.append(ReachedActions(pattern: included[index], actions: actions))
        }
        if found.isEmpty { return [] }
        let bare = policy.reading(allowing: self)
        for index in found.indices {
            found[index].actions.removeAll { action in
                let request = Request(action: action, resource: resource)
                if bare.decide(request).verdict == .allowed { return false }
                // Only a statement whose conditions are set aside has to allow it by itself.
                return limits != nil || policy.set.decide(request).verdict != .allowed
            }
        }
        return found.filter { !$0.actions.isEmpty }
    }
}

extension LintedPolicy {
    /// The document's Deny statements beside one Allow, which has no condition here.
    ///
    /// What an Allow without conditions gives here, the document gives: its other Allow statements take nothing away.
    fileprivate func reading(allowing statement: LintedStatement) -> PolicyReading {
        var document = reading
        let all = document.statements
        document.statements = all.indices.filter { all[$0].effect == .deny }.map { all[$0] }
        if var own = statement.reading {
            own.conditions = []
            document.statements.append(own)
        }
        return document
    }
}

extension PatternElement<ResourcePattern> {
    /// Whether it takes every resource of a service or of a sort.
    package func isUnlimited(_ dialect: Dialect) -> Bool {
        guard excluded.isEmpty, let included else { return excluded.isEmpty }
        return included.contains { $0.isUnlimited(dialect) }
    }

    /// A resource that it takes and that no policy names, where it takes every one of a service or of a sort; `nil` where it is limited.
    package func unlimitedExample(_ dialect: Dialect) -> String? {
        guard excluded.isEmpty else { return nil }
        guard let included else { return "" }
        return included.first { $0.isUnlimited(dialect) }.map(\.example)
    }
}

extension ResourcePattern {
    /// Whether it is every resource of a service or of a sort: `*`, `arn:aws:s3:::*`, `obs:*:*:object:*`, `jrn:iam::*:role/*`.
    package func isUnlimited(_ dialect: Dialect) -> Bool {
        if isEverything || dialect == .huawei && text.hasPrefix("/") && text.hasSuffix("/*") { return true }
        guard let segments, let last = segments.last?.constant?.bytes,
            let service = segments[dialect == .aws ? 2 : dialect == .huawei ? 0 : 1].constant
        else { return false }
        guard last.last == Glob.run else { return false }
        let region = segments[dialect == .aws ? 3 : dialect == .huawei ? 1 : 2].constant
        guard region.map({ $0.bytes.isEmpty || $0.isEverything }) ?? true else { return false }
        if dialect.isStorage(service) {
            return last.count == 1 || last.elementsEqual([Glob.run, UInt8(ascii: "/"), Glob.run])
        }
        // A sort of resources is a word before the first slash or colon.
        let word = last.dropLast()
        guard let mark = word.last else { return true }
        return (mark == UInt8(ascii: "/") || mark == UInt8(ascii: ":"))
            && word.dropLast().allSatisfy { (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-") }
    }

    /// A resource that it takes, with a character in each wildcard that no policy has.
    package var example: String {
        isEverything
            ? "" : String(text.map { $0 == "*" ? "\u{25CA}" : $0 == "?" ? "\u{25CA}" : $0 })
    }
}
