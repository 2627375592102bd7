extension PolicySet {
    /// The same decisions for the actions of one service; every other action is denied.
    ///
    /// - Parameter service: Its name in actions, in lower case and without wildcards.
    package func inside(service: String) -> PolicySet {
        guard let first = readings.first else { return self }
        let pattern = "\(service):*"
        let path = ElementPath()
        let limit = Statement(
            index: 0, sid: nil, effect: .deny, principals: nil,
            actions: PatternElement(
                included: nil, excluded: [ActionPattern(glob: Glob(pattern), path: path, text: pattern)]),
            resources: .everything, conditions: [], path: path)
        let reading = PolicyReading(
            dialect: first.dialect, kind: first.kind, options: first.options, statements: [limit],
            unreadableCount: 0, problems: [], dependencies: [])
        return PolicySet(readings + [reading])
    }
}
