package import WritPolicy

extension CatalogService {
    /// The types of resources that the actions of a pattern are about, where no name of them can match one of the patterns; `nil` where an action fits,
    /// is about no resource, or where nobody can tell.
    package func missedTypes(_ glob: Glob, _ resources: [ResourcePattern]) -> [String]? {
        let types = types
        let patterns = resources.compactMap(\.segments)
        var fits: [Int: Bool] = [:]
        var missed: Set<String> = []
        let isFit = hasAction(matching: glob) { action in
            guard let own = action.types, !own.isEmpty else { return true }
            return own.contains { place in
                let isFit = fits[place] ?? types[place].canBe(in: patterns, prefix)
                fits[place] = isFit
                if !isFit { missed.insert(types[place].name) }
                return isFit
            }
        }
        return isFit || missed.isEmpty ? nil : missed.sorted()
    }
}

extension CatalogAction {
    /// Whether it is about no resource, while none of the patterns leaves the name of the resource open.
    package func needsEverything(beside resources: [ResourcePattern]) -> Bool {
        types?.isEmpty == true
            && !resources.contains { $0.segments.map { $0.last?.constant?.isEverything ?? true } ?? true }
    }
}

extension CatalogResourceType {
    /// Whether some name of the type is in one of the patterns; a variable may stand for anything.
    fileprivate func canBe(in patterns: [[TextPattern]], _ service: String) -> Bool {
        forms.contains { form in
            let segments = form.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
            guard segments.count == 6 else { return true }
            let globs = segments.map { Glob(String($0)) }
            return patterns.contains { pattern in
                // A bucket's name holds no slash, which its form does not say.
                let isObject =
                    service == "s3" && name == "bucket"
                    && pattern.last?.constant?.bytes.contains(UInt8(ascii: "/")) == true
                return !isObject
                    && zip(globs, pattern).allSatisfy { form, segment in
                        segment.constant.map { meet(form, $0)?.isEmpty != true } ?? true
                    }
            }
        }
    }
}
