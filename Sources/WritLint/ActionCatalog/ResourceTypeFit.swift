package import WritPolicy

/// The resources of a statement, asked what actions can be used on.
struct ListedResources {
    private let patterns: [[TextPattern]]
    private var types: [String: [CatalogResourceType]] = [:]
    private var fits: [String: [Int: Bool]] = [:]

    /// The resources that these patterns match.
    init(_ resources: [ResourcePattern]) {
        patterns = resources.compactMap(\.segments)
    }

    /// The types of resources that the actions of a pattern are about, where no name of them can be one of these; `nil` where an action
    /// fits, is about no resource, or where nobody can tell.
    mutating func missedTypes(of pattern: CatalogPattern) -> [String]? {
        guard let service = pattern.service, service.isWhole else { return nil }
        let own = types[service.prefix] ?? service.types
        types[service.prefix] = own
        var missed: Set<String> = []
        let isFit = service.hasAction(matching: pattern.name) { action in
            guard let places = action.types, !places.isEmpty else { return true }
            return places.contains { place in
                let isFit =
                    fits[service.prefix]?[place] ?? own[place].canBe(in: patterns, service.prefix)
                fits[service.prefix, default: [:]][place] = isFit
                if !isFit { missed.insert(own[place].name) }
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
