package import WritPolicy

/// How an action stands to the resources of a statement.
package enum ResourceFit: Hashable, Sendable {
    /// It is about one of them, or nobody can tell.
    case fits
    /// It is about resources of none.
    case needsEverything
    /// It is about resources of other types, by name.
    case otherTypes([String])
}

extension CatalogService {
    /// How an action stands to resources: it does not fit only where no name of its types can match one of the patterns.
    package func fit(_ action: CatalogAction, _ resources: [ResourcePattern]) -> ResourceFit {
        guard let own = action.types, !resources.isEmpty else { return .fits }
        let patterns = resources.map(\.segments)
        if own.isEmpty {
            return patterns.contains { $0.map(isOpen) ?? true } ? .fits : .needsEverything
        }
        let forms = own.flatMap { place in types[place].forms.map { (types[place].name, $0) } }
        for (name, form) in forms {
            let segments = form.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
            guard segments.count == 6 else { return .fits }
            let globs = segments.map { Glob(String($0)) }
            for pattern in patterns {
                guard let pattern else { continue }
                if canBe(globs, pattern), !isObjectForBucket(name, pattern) { return .fits }
            }
        }
        return .otherTypes(own.map { types[$0].name })
    }

    /// Whether the pattern leaves the name itself open, so that a request about no resource may match.
    private func isOpen(_ segments: [TextPattern]) -> Bool { segments.last?.constant?.isEverything ?? true }

    /// A bucket's name holds no slash, which its form does not say.
    private func isObjectForBucket(_ type: String, _ pattern: [TextPattern]) -> Bool {
        prefix == "s3" && type == "bucket"
            && pattern.last?.constant?.bytes.contains(UInt8(ascii: "/")) == true
    }
}

/// Whether some name of the form is in the pattern too; a variable may stand for anything.
private func canBe(_ form: [Glob], _ pattern: [TextPattern]) -> Bool {
    zip(form, pattern).allSatisfy { form, segment in
        guard let glob = segment.constant else { return true }
        return meet(form, glob)?.isEmpty != true
    }
}
