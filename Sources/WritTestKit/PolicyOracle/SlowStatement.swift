internal import WritModel
internal import WritPolicy

/// One statement of a document, its elements looked up.
struct SlowStatement: Sendable {
    private let dialect: Dialect
    private let kind: PolicyKind
    private let options: ReadingOptions
    /// The `Version` of the document.
    private let version: String?
    /// `nil` where the statement is no object or has an element twice.
    private let elements: [String: JSONValue]?
    /// Whether it says without doubt what it means.
    let isReadable: Bool

    /// The statement as a document of that version has it.
    init(
        _ json: JSONValue, _ dialect: Dialect, _ kind: PolicyKind, _ options: ReadingOptions, version: String?
    ) {
        self.dialect = dialect
        self.kind = kind
        self.options = options
        self.version = version
        var elements: [String: JSONValue] = [:]
        var isTwice = json.members == nil
        for member in json.members ?? [] {
            let name = slowLowercase(member.name)
            if elements[name] != nil { isTwice = true }
            elements[name] = member.value
        }
        self.elements = elements
        isReadable = !isTwice && SlowShape(dialect, kind, elements).isReadable
    }

    private func element(_ name: String) -> JSONValue? { elements?[name] }

    /// Whether it refuses; only of a readable one.
    var isDeny: Bool { element("effect") == "Deny" }

    /// What the action is compared with.
    var actionTexts: [String] { ["action", "notaction"].compactMap(element).flatMap(slowTexts) }

    /// What the resource is compared with.
    var resourceTexts: [String] { ["resource", "notresource"].compactMap(element).flatMap(slowTexts) }

    /// The conditions as written.
    var condition: JSONValue? { element("condition") }

    /// The conditions on one key, each alone.
    func entries(of key: String) -> [JSONValue] {
        (condition?.members ?? []).flatMap { entry in
            (entry.value.members ?? []).filter { slowLowercase($0.name) == key }.map { member in
                .object([.init(entry.name, .object([member]))])
            }
        }
    }

    /// Whether the statement matches; only for a readable one.
    func truth(for request: Request) -> SlowTruth {
        [
            actionTruth(request), resourceTruth(request), principalTruth(request), conditionTruth(request),
        ].conjunction
    }

    /// Whether the action element matches the action.
    func actionTruth(_ request: Request) -> SlowTruth {
        let listed = element("action").map { anyAction($0, request.action) }
        let excluded = element("notaction").map { anyAction($0, request.action).negated }
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
        let listed = element("resource").map { anyResource($0, request) }
        let excluded = element("notresource").map { anyResource($0, request).negated }
        if dialect == .volcengine && listed == nil && excluded != nil { return .no }
        return [listed ?? .yes, excluded ?? .yes].conjunction
    }

    private func anyResource(_ patterns: JSONValue, _ request: Request) -> SlowTruth {
        slowTexts(patterns).map { oneResource($0, request) }.disjunction
    }

    private func oneResource(_ pattern: String, _ request: Request) -> SlowTruth {
        if pattern == "*" { return .yes }
        let count = options.flat ? 1 : dialect == .aws ? 6 : 5
        var wanted =
            resourceVariables == .none
            ? slowCut(pattern, into: count) : slowCutOutsideVariables(pattern, into: count)
        var found = slowCut(request.resource, into: count)
        while found.count < count { found.append("") }
        if wanted.count < count {
            guard wanted[wanted.count - 1].hasSuffix("*") else { return .no }
            while wanted.count < count { wanted.append("*") }
        }
        return (0..<count).map { index in
            let caseless = dialect == .huawei && !options.flat && (index == 0 || index == 3)
            guard resourceVariables != .none else {
                return wildcardTruth(wanted[index]) { slowMatches($0, found[index], caseless: caseless) }
            }
            switch slowExpand(wanted[index], resourceVariables, isGlob: true, request: request) {
            case .missing: return .no
            case .several(let tokens): return slowMatches(tokens, found[index]) ? .open : .no
            case .tokens(let tokens): return SlowTruth(slowMatches(tokens, found[index]))
            }
        }.conjunction
    }

    /// A match whose `?` is a wildcard, a character, or left open.
    private func wildcardTruth(_ pattern: String, _ matches: ([SlowToken]) -> Bool) -> SlowTruth {
        if !pattern.contains("?") { return SlowTruth(matches(slowTokens(pattern))) }
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
        let listed = element("principal").map { slowPrincipal($0, caller, dialect) }
        let excluded = element("notprincipal").map { slowPrincipal($0, caller, dialect).negated }
        return listed ?? excluded ?? .yes
    }

    /// Whether every condition holds.
    func conditionTruth(_ request: Request) -> SlowTruth {
        condition.map { truth(of: $0, for: request) } ?? .yes
    }

    /// Whether conditions hold that stand in this statement.
    func truth(of condition: JSONValue, for request: Request) -> SlowTruth {
        let variables: SlowVariables = dialect == .jd ? .only(["accountId", "name"]) : .everyKey
        return SlowConditions(dialect: dialect, variables: hasVariables ? variables : .none)
            .truth(of: condition, for: request)
    }
}
