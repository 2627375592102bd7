internal import WritModel
internal import WritPolicy

/// One statement of a document, looked at as JSON each time it is asked.
struct SlowStatement {
    let json: JSONValue
    let dialect: Dialect
    let kind: PolicyKind
    let options: ReadingOptions
    /// The `Version` of the document.
    let version: String?

    /// The member of that name, which has no case.
    private func element(_ name: String) -> JSONValue? { slowMember(name, of: json) }

    /// `true` for Deny, `false` for Allow, `nil` for neither.
    var isDeny: Bool? {
        switch element("Effect")?.string {
        case "Allow": false
        case "Deny": true
        default: nil
        }
    }

    /// Whether it says without doubt what it means.
    var isReadable: Bool {
        guard let members = json.members, isDeny != nil else { return false }
        let elements = ["Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal"]
        for name in elements + ["Sid", "Effect", "Condition"]
        where members.count(where: { slowLowercase($0.name) == slowLowercase(name) }) > 1 { return false }
        if let sid = element("Sid"), sid.string == nil { return false }
        for name in elements.prefix(4) {
            if let value = element(name), !isTextOrTexts(value), !isPath(name, value) { return false }
        }
        if let condition = element("Condition"), !isCondition(condition) { return false }
        guard element("Action") != nil || element("NotAction") != nil else { return false }
        if dialect != .volcengine {
            guard element("Action") == nil || element("NotAction") == nil else { return false }
            guard element("Resource") == nil || element("NotResource") == nil else { return false }
        }
        let principals = elements.suffix(2).compactMap(element)
        guard principals.count == (kind == .identity ? 0 : 1) else { return false }
        return principals.allSatisfy(isPrincipal)
    }

    /// Huawei's older model: a resource that is a path.
    private func isPath(_ name: String, _ value: JSONValue) -> Bool {
        guard dialect == .huawei, name.hasSuffix("Resource"), let members = value.members else {
            return false
        }
        return members.count == 1 && members[0].name == "uri" && isTextOrTexts(members[0].value)
    }

    private func isTextOrTexts(_ value: JSONValue) -> Bool {
        value.string != nil || value.array?.allSatisfy { $0.string != nil } == true
    }

    private func isCondition(_ value: JSONValue) -> Bool {
        guard let operators = value.members else { return false }
        return operators.allSatisfy { entry in
            entry.value.members?.allSatisfy { key in
                switch key.value {
                case .string, .number, .boolean: true
                case .array(let items): items.allSatisfy { isScalar($0) }
                case .object, .null: false
                }
            } == true
        }
    }

    private func isScalar(_ value: JSONValue) -> Bool {
        switch value {
        case .string, .number, .boolean: true
        case .array, .object, .null: false
        }
    }

    private func isPrincipal(_ value: JSONValue) -> Bool {
        if let text = value.string { return text == "*" || dialect == .jd }
        return value.members?.allSatisfy { isTextOrTexts($0.value) } == true
    }

    /// Whether the statement matches; only for a readable one.
    func truth(for request: Request) -> SlowTruth {
        [
            actionTruth(request), resourceTruth(request), principalTruth(request), conditionTruth(request),
        ].conjunction
    }

    /// Whether the action element matches the action.
    func actionTruth(_ request: Request) -> SlowTruth {
        let listed = element("Action").map { anyAction($0, request.action) }
        let excluded = element("NotAction").map { anyAction($0, request.action).negated }
        if dialect == .volcengine { return [listed ?? .no, excluded ?? .yes].conjunction }
        return listed ?? excluded ?? .no
    }

    private func anyAction(_ patterns: JSONValue, _ action: String) -> SlowTruth {
        slowTexts(patterns).map { pattern in
            wildcardTruth(pattern) { slowMatches($0, action, caseless: true) }
        }.disjunction
    }

    /// Whether the resource element matches the resource.
    func resourceTruth(_ request: Request) -> SlowTruth {
        let listed = element("Resource").map { anyResource($0, request) }
        let excluded = element("NotResource").map { anyResource($0, request).negated }
        if dialect == .volcengine && listed == nil && excluded != nil { return .no }
        return [listed ?? .yes, excluded ?? .yes].conjunction
    }

    private func anyResource(_ patterns: JSONValue, _ request: Request) -> SlowTruth {
        slowTexts(patterns).map { oneResource($0, request) }.disjunction
    }

    private func oneResource(_ pattern: String, _ request: Request) -> SlowTruth {
        if pattern == "*" { return .yes }
        let count = options.flat ? 1 : dialect == .aws ? 6 : 5
        var wanted = slowCut(pattern, into: count)
        var found = slowCut(request.resource, into: count)
        while found.count < count { found.append("") }
        if wanted.count < count {
            guard wanted[wanted.count - 1].hasSuffix("*") else { return .no }
            while wanted.count < count { wanted.append("*") }
        }
        return (0..<count).map { index in
            let caseless = dialect == .huawei && !options.flat && (index == 0 || index == 3)
            let variables: SlowVariables = index == count - 1 ? resourceVariables : .none
            guard variables != .none else {
                return wildcardTruth(wanted[index]) { slowMatches($0, found[index], caseless: caseless) }
            }
            switch slowExpand(wanted[index], variables, isGlob: true, request: request) {
            case .missing: return .no
            case .several(let tokens): return slowMatches(tokens, found[index]) ? .open : .no
            case .tokens(let tokens): return SlowTruth(slowMatches(tokens, found[index]))
            }
        }.conjunction
    }

    /// A match whose `?` is a wildcard, a character, or left open.
    private func wildcardTruth(_ pattern: String, _ matches: ([SlowToken]) -> Bool) -> SlowTruth {
        let asWildcard = SlowTruth(matches(slowTokens(pattern)))
        let asCharacter = SlowTruth(matches(slowTokens(pattern, questionMarkIsWildcard: false)))
        switch dialect {
        case .aws, .volcengine: return asWildcard
        case .jd: return asCharacter
        case .huawei: return asWildcard == asCharacter ? asWildcard : .open
        }
    }

    private var hasVariables: Bool {
        if options.literalVariables { return false }
        switch dialect {
        case .aws: return version == "2012-10-17"
        case .huawei: return false
        case .jd, .volcengine: return true
        }
    }

    private var resourceVariables: SlowVariables { hasVariables && dialect != .jd ? .everyKey : .none }

    /// Whether the principal element lists the caller; yes where there is none.
    func principalTruth(_ request: Request) -> SlowTruth {
        guard kind != .identity else { return .yes }
        guard let caller = request.caller else { return .open }
        let listed = element("Principal").map { slowPrincipal($0, caller, dialect) }
        let excluded = element("NotPrincipal").map { slowPrincipal($0, caller, dialect).negated }
        return listed ?? excluded ?? .yes
    }

    /// Whether every condition holds.
    func conditionTruth(_ request: Request) -> SlowTruth {
        guard let condition = element("Condition") else { return .yes }
        let variables: SlowVariables = dialect == .jd ? .only(["accountId", "name"]) : .everyKey
        return SlowConditions(dialect: dialect, variables: hasVariables ? variables : .none)
            .truth(of: condition, for: request)
    }
}
