import WritModel

/// The search for requests that the new side allows and the old one does not, in one case.
///
/// It starts from the patterns of Allow statements that could give new access and looks at a few generic requests of each: if any request is gained,
/// one of these is. The proof is in <doc:Comparison>.
struct GainSearch {
    private let oldPart: ComparedPart
    private let newPart: ComparedPart
    private let thirdPart: ComparedThird?
    private let comparisonCase: ComparisonCase
    private let old: ComparedSide
    private let new: ComparedSide
    private let third: ComparedSide?
    private var contexts: ContextSearch
    private let dialect: Dialect
    private let actionCount: Int
    private let resourceCount: Int
    private var requests: GenericRequests
    private(set) var findings: [AccessFinding] = []
    private var openReasons: Set<OpenReason> = []

    /// Why something could not be told.
    var reasons: Set<OpenReason> { openReasons.union(requests.reasons) }

    init(
        old: ComparedPart, new: ComparedPart, third: ComparedThird? = nil, _ comparisonCase: ComparisonCase
    ) {
        oldPart = old
        newPart = new
        thirdPart = third
        self.comparisonCase = comparisonCase
        let leading = new.set.statements.isEmpty ? old.set : new.set
        dialect = leading.dialect
        let isFlat = leading.options.flat
        actionCount = isFlat ? 1 : dialect.actionSegments
        resourceCount = isFlat ? 1 : dialect.resourceSegments
        var atoms = AtomTable()
        self.old = ComparedSide(old, for: comparisonCase, &atoms)
        self.new = ComparedSide(new, for: comparisonCase, &atoms)
        let other = third.map { ComparedSide($0.part, for: comparisonCase, &atoms) }
        self.third = other
        contexts = ContextSearch(atoms, dialect, comparisonCase)
        let others = other.map { [$0] } ?? []
        let isWanted = third?.isWanted ?? false
        let patterns = RequiredPatterns(
            refusing: [self.old] + (isWanted ? [] : others), new: self.new,
            allowing: isWanted ? others : [], atoms: atoms, actionCount: actionCount, dialect: dialect)
        requests = GenericRequests(patterns, old: self.old, new: self.new, third: other)
    }

    mutating func run(_ extent: ComparisonExtent) {
        // Of a statement that both sides have it is not asked.
        lazy var known = KnownEntries(old)
        let opened = OpenedDenies(old: old, new: new)
        let unchanged = StatementLookup(old.statements)
        for (id, statement) in new.statements.enumerated() where !statement.isDeny {
            let isUnchanged = unchanged.contains(statement)
            if isUnchanged, opened.isEmpty { continue }
            for (place, action) in entries(statement.actions).enumerated() {
                let openedDenies = opened.about(action)
                if isUnchanged, openedDenies.isEmpty { continue }
                for (resourcePlace, resource) in entries(statement.resources).enumerated() {
                    let isKnown =
                        isUnchanged || known.holds(statement, action: action, resource: resource)
                    if isKnown, openedDenies.isEmpty { continue }
                    let found = look(
                        actionBoxes(action), resource ?? .everything(resourceCount),
                        of: id, onlyInside: isKnown ? openedDenies : nil)
                    guard let witness = found else { continue }
                    let origin = newPart.statements[new.origins[id]]
                    findings.append(
                        AccessFinding(
                            statement: newPart.origins[new.origins[id]],
                            action: origin.actions.included.map { $0[place] },
                            resource: resourceEntry(origin, resourcePlace), witness: witness))
                    if extent == .verdict { return }
                }
            }
        }
    }

    /// The author's pattern of a compared one: patterns that match nothing in this case were left out.
    private func resourceEntry(_ statement: Statement, _ place: Int) -> ResourcePattern? {
        guard let included = statement.resources.included else { return nil }
        let usable = included.filter { comparisonCase.box($0, dialect) != nil }
        return place < usable.count ? usable[place] : nil
    }

    private func entries<Pattern>(_ patterns: [Pattern]?) -> [Pattern?] {
        patterns.map { $0.map(Optional.some) } ?? [nil]
    }

    private func actionBoxes(_ action: Glob?) -> [Box] {
        action.map { boxes(of: $0, segments: actionCount) } ?? [.everything(actionCount)]
    }

    /// The first request found inside an entry.
    ///
    /// - Parameters:
    ///   - id: The entry's statement: it is the one that has to allow the request.
    ///   - denies: Where given, only requests that one of these Deny statements may be about matter.
    private mutating func look(
        _ actions: [Box], _ resource: Box, of id: Int, onlyInside denies: [ComparedStatement]?
    ) -> Request? {
        for action in actions {
            guard let denies else {
                if let found = look(action, resource, of: id) { return found }
                continue
            }
            for deny in denies {
                for denied in entries(deny.actions).flatMap(actionBoxes) {
                    for box in met(action, denied) {
                        for deniedResource in entries(deny.resources) {
                            for resourceBox in met(resource, deniedResource ?? .everything(resourceCount)) {
                                if let found = look(box, resourceBox, of: id) { return found }
                            }
                        }
                    }
                }
            }
        }
        return nil
    }

    private mutating func met(_ a: Box, _ b: Box) -> [Box] {
        guard let boxes = a.meet(b, limit: 4096) else {
            openReasons.insert(.tooManyCases("patterns with many wildcards"))
            return [a]
        }
        return boxes
    }

    private mutating func look(_ action: Box, _ resource: Box, of id: Int) -> Request? {
        for actionWord in requests.words(ofAction: action) where actionWord.new.contains(id) {
            for resourceWord in requests.words(ofResource: resource) {
                if let found = check(actionWord, resourceWord, of: id) { return found }
            }
        }
        return nil
    }

    private mutating func check(
        _ action: GenericRequests.ActionWord, _ resource: [[UInt8]], of id: Int
    ) -> Request? {
        // It may lie in what the statement excludes.
        guard new.statements[id].matches(resource: resource) else { return nil }
        let newConditions = new.conditions(action: action.new, resource: resource)
        if newConditions.deny.contains(0) { return nil }
        let oldConditions = old.conditions(action: action.old, resource: resource)
        let matched = MatchedConditions(
            allowNew: [new.statements[id].conditions], denyNew: newConditions.deny,
            allowOld: oldConditions.allow, denyOld: oldConditions.deny,
            third: thirdConditions(action, resource), derived: derivedKeys(action.text))
        switch contexts.satisfy(matched) {
        case .none: return nil
        case .open(let reasons):
            openReasons.formUnion(reasons)
            return nil
        case .context(let context):
            let named = Dictionary(
                uniqueKeysWithValues: context.map { (contexts.table.spelling(of: $0.key), $0.value) })
            return replayed(action.text, resource, named)
        }
    }

    private func thirdConditions(_ action: GenericRequests.ActionWord, _ resource: [[UInt8]])
        -> ThirdConditions?
    {
        guard let third, let thirdPart else { return nil }
        let found = third.conditions(action: action.third, resource: resource)
        return ThirdConditions(allow: found.allow, deny: found.deny, isWanted: thirdPart.isWanted)
    }

    /// The request, if all sets decide it as the search says.
    private mutating func replayed(
        _ action: [UInt8], _ resource: [[UInt8]], _ context: [String: [String]]
    ) -> Request? {
        var context = context
        for case (let key, let value?) in comparisonCase.values { context[key] = [value] }
        let request = Request(
            action: String(decoding: action, as: UTF8.self),
            resource: String(decoding: Array(resource.joined(separator: [UInt8(ascii: ":")])), as: UTF8.self),
            context: context, caller: comparisonCase.caller)
        let after = newPart.set.decide(request)
        let before = oldPart.set.decide(request)
        let other = thirdPart.map { $0.part.set.decide(request) }
        if after.verdict == .allowed, before.verdict.isRefusal,
            other.map({ thirdPart?.isWanted == true ? $0.verdict == .allowed : $0.verdict.isRefusal }) ?? true
        {
            return request
        }
        let open = ([after, before] + (other.map { [$0] } ?? [])).filter { $0.verdict == .uncertain }
        assert(!open.isEmpty, "a witness that does not replay: \(request)")
        openReasons.formUnion(open.flatMap(\.reasons))
        if open.allSatisfy(\.reasons.isEmpty) { openReasons.insert(.tooManyCases("a request")) }
        return nil
    }

    private func derivedKeys(_ action: [UInt8]) -> [String: String] {
        guard dialect == .huawei, let service = cut(action, upTo: 2).first, !service.isEmpty else {
            return [:]
        }
        return [serviceNameKey: String(decoding: service, as: UTF8.self)]
    }
}
