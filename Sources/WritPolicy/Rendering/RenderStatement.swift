import WritModel

extension PolicyRenderer {
    /// A statement with its elements in the author's order.
    mutating func statement(_ json: JSONValue, _ statement: Statement, at path: ElementPath) -> JSONValue {
        var result: [JSONValue.Member] = []
        for member in json.members ?? [] {
            guard let element = StatementElement(named: member.name) else { continue }
            let place = path.member(member.name)
            guard form.has(element, in: reading.kind) else {
                missing(element, statement, at: place)
                continue
            }
            switch element {
            case .sid: result.append(.init("Sid", member.value))
            case .effect: result.append(.init("Effect", .string(statement.effect.rawValue)))
            case .action:
                let texts = statement.actions.included?.map { actionText($0) } ?? []
                result.append(.init("Action", list(texts, like: member.value)))
            case .resource:
                if form.dialect == .huawei, reading.kind == .trust, isEverything(statement.resources) {
                    continue
                }
                let texts = statement.resources.included?.map { resourceText($0) } ?? []
                result.append(.init("Resource", list(texts, like: member.value)))
            case .notAction:
                let texts = statement.actions.excluded.map { actionText($0) }
                result += negated(
                    element, beside: .action, list(texts, like: member.value), statement, at: place)
            case .notResource:
                let texts = statement.resources.excluded.map { resourceText($0) }
                result += negated(
                    element, beside: .resource, list(texts, like: member.value), statement, at: place)
            case .principal, .notPrincipal:
                result.append(.init(element.rawValue, principal(statement, at: place)))
            case .condition:
                result.append(.init("Condition", conditions(member.value, statement, at: place)))
            }
        }
        return .object(withResource(withoutTwins(result)))
    }

    /// `Action` and `NotAction` of a vendor that subtracts, where everything is what is subtracted from.
    private func withoutTwins(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        guard source == .volcengine else { return members }
        let names = Set(members.map(\.name))
        return members.filter {
            !($0.name == "Action" && names.contains("NotAction")
                || $0.name == "Resource" && names.contains("NotResource"))
        }
    }

    private func withResource(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        guard form.needsResource(in: reading.kind),
            !members.contains(where: { $0.name == "Resource" || $0.name == "NotResource" })
        else { return members }
        let end = members.firstIndex { $0.name == "Condition" } ?? members.count
        return members[..<end] + [.init("Resource", "*")] + members[end...]
    }

    /// What is subtracted from everything or, under some vendors, from what stands beside it.
    private mutating func negated(
        _ element: StatementElement, beside twin: StatementElement, _ list: JSONValue, _ statement: Statement,
        at path: ElementPath
    ) -> [JSONValue.Member] {
        let name = element.rawValue
        if form == .huaweiPolicy, statement.effect == .allow {
            refuse(
                "render.negated", "\(form.rawValue) takes no `\(name)` in an Allow", at: path,
                help: "list what is allowed, or say what is not in a Deny")
        }
        if source == .volcengine {
            let isAll =
                element == .notAction
                ? statement.actions.included?.contains { isEverything($0) }
                : statement.resources.included?.contains(where: \.isEverything)
            if isAll != true {
                refuse(
                    "render.negated",
                    "`\(name)` subtracts from `\(twin.rawValue)` here, \(form.rawValue) has the one or the other",
                    at: path,
                    help: "list what is left in `\(twin.rawValue)`, or say what is not in a Deny")
            }
        }
        if form == .volcengine { return [.init(twin.rawValue, ["*"]), .init(name, list)] }
        return [.init(name, list)]
    }

    private mutating func missing(_ element: StatementElement, _ statement: Statement, at path: ElementPath) {
        let name = element.rawValue
        switch element {
        case .sid:
            warn(
                "render.dropped", "\(form.rawValue) has no names of statements: left out", at: path, help: nil
            )
        case .notAction, .notResource:
            refuse(
                "render.element", "\(form.rawValue) has no `\(name)`", at: path,
                help: "list what the statement is about")
        default:
            refuse(
                "render.element", "\(form.rawValue) has no `\(name)` in \(reading.kind.rawValue) policies",
                at: path, help: nil)
        }
    }

    private mutating func principal(_ statement: Statement, at path: ElementPath) -> JSONValue {
        let others = statement.principals?.entries.filter { $0 != .anybody } ?? []
        if !others.isEmpty || statement.principals?.entries.isEmpty != false {
            refuse(
                "render.principal", "principals of \(source.rawValue) have no names in \(form.rawValue)",
                at: path,
                help: "write this element by hand: accounts and services are each vendor's own")
        }
        return "*"
    }

    private mutating func actionText(_ pattern: ActionPattern) -> String {
        if isEverything(pattern) {
            let isKept = form != .huaweiPolicy && source.actionSegments == form.dialect.actionSegments
            return isKept ? pattern.text : form.everyAction
        }
        if isSameVendor { return ownActionText(pattern) }
        if source.actionSegments != form.dialect.actionSegments {
            refuse(
                "render.action",
                "`\(pattern.text)` has \(source.actionSegments) segments, actions of \(form.rawValue) have \(form.dialect.actionSegments)",
                at: pattern.path, help: "name the action as \(form.rawValue) calls it, by hand")
            return pattern.text
        }
        let grammar = PatternGrammar(run: true, one: form != .jd, variables: .none)
        if TextPattern(pattern.text, grammar).caseFolded.constant != pattern.glob {
            refuse(
                "render.pattern",
                "`?` is \(source == .jd ? "a character" : "a wildcard") in \(source.rawValue) and not in \(form.rawValue)",
                at: pattern.path, help: "write the action without it")
        }
        note(pattern)
        return pattern.text
    }

    /// An action of Huawei's other generation.
    private mutating func ownActionText(_ pattern: ActionPattern) -> String {
        let segments = pattern.text.split(separator: ":", omittingEmptySubsequences: false)
        let isNewer = segments.count == 3 && (segments[1].isEmpty || segments[2].lowercased().hasSuffix("v5"))
        if form == .huaweiPolicy, isNewer {
            refuse(
                "render.action", "`\(pattern.text)` is an action of 5.0 policies alone", at: pattern.path,
                help: "name the older action that does the same")
        } else if form == .huaweiIdentity, !isNewer, segments.first?.lowercased() == "iam" {
            note(pattern)
        }
        return pattern.text
    }

    private mutating func note(_ pattern: ActionPattern) {
        let service = String(
            decoding: pattern.glob.bytes.prefix { $0 != UInt8(ascii: ":") }.map {
                $0 == Glob.run ? UInt8(ascii: "*") : $0 == Glob.one ? UInt8(ascii: "?") : $0
            }, as: UTF8.self)
        if services[service] == nil { services[service] = pattern.path }
    }

    private mutating func resourceText(_ pattern: ResourcePattern) -> String {
        if pattern.isEverything { return isSameVendor ? pattern.text : "*" }
        guard isSameVendor else {
            refuse(
                "render.resource", "`\(pattern.text)` is a name of \(source.rawValue)", at: pattern.path,
                help: "name the resource as \(form.rawValue) does, by hand")
            return pattern.text
        }
        if form == .huaweiIdentity {
            let segments = pattern.text.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false)
            if pattern.path.passes("uri") {
                refuse(
                    "render.resource", "5.0 has no resources that are paths", at: pattern.path,
                    help: "name the agency as `iam::ACCOUNT:agency:NAME`")
            } else if segments.count == 5, segments[0].lowercased() == "iam",
                segments[3].lowercased() == "agencies"
            {
                refuse(
                    "render.resource", "5.0 calls the type `agency`, not `\(segments[3])`", at: pattern.path,
                    help: "write `\(segments[0]):\(segments[1]):\(segments[2]):agency:\(segments[4])`")
            }
        }
        return pattern.text
    }

    private func isEverything(_ pattern: ActionPattern) -> Bool {
        pattern.isEverything(in: source)
    }

    private func isEverything(_ element: PatternElement<ResourcePattern>) -> Bool {
        element.excluded.isEmpty && (element.included?.contains(where: \.isEverything) ?? true)
    }

    private func list(_ texts: [String], like value: JSONValue) -> JSONValue {
        if value.array == nil, form.takesScalars, let only = texts.first, texts.count == 1 {
            return .string(only)
        }
        return .array(texts.map(JSONValue.string))
    }
}

extension ActionPattern {
    /// Whether every action that the vendor can have is in it.
    func isEverything(in dialect: Dialect) -> Bool {
        boxes(of: glob, segments: dialect.actionSegments) == [.everything(dialect.actionSegments)]
    }
}
