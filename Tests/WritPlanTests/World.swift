import WritDiagnostics
import WritModel
import WritPlan

/// The moment at which the tests' plans are made.
let noon = Instant(epochSeconds: 1_795_348_800)

let production = Target(name: "production", account: "acme", paths: ["iam"])

/// Where everything in a ``World`` was applied from.
let origin = Provenance(commit: String(repeating: "1", count: 40), file: "iam/all.yaml", line: 1)

/// A store and a ledger as they are after a state was applied to them, built without a diff.
struct World {
    var observed = ObservedState(account: "acme", systemPolicies: SystemPolicies.all)
    var applied = AppliedState(lineage: "lineage")
    var capabilities = Capabilities()
    var target = production

    /// A world in which nothing was ever applied.
    init() {}

    /// A world in which `state` is live and owned, and nothing else is there.
    init(applied state: DesiredState) {
        applied.revision = AppliedRevision(
            commit: origin.commit, at: noon, manifestCount: state.objects.count, paths: production.paths,
            guards: GuardSettings())
        for object in state.objects.values {
            add(object.address, object.fields.compactMap { _, value in value.resolved(against: nil) })
            own(object)
        }
        for edge in memberships(of: state) {
            observed.memberships[edge] = Version("1")
            applied.memberships[edge] = origin
        }
        for (key, expires) in attachments(of: state) {
            attach(key, expires: expires)
            applied.attachments[key] = AppliedAttachment(expires: expires, provenance: origin)
        }
    }

    /// Something made by hand.
    mutating func add(_ address: Address, _ fields: FieldMap<Value> = [:]) {
        observed.objects[address] = ObservedObject(
            address, id: "id of \(address)", version: Version("1"), fields: fields)
    }

    mutating func own(_ object: DesiredObject) {
        applied.objects[object.address] = AppliedObject(
            object.address, id: "id of \(object.address)", fields: object.fields, lists: object.appliedLists,
            protect: object.protect, provenance: origin)
    }

    mutating func attach(_ key: AttachmentKey, expires: Expiry? = nil) {
        observed.attachments[key] = ObservedAttachment(expires: expires, version: Version("1"))
    }

    func input(_ state: DesiredState, adopting: Set<Address> = []) -> PlanInput {
        PlanInput(
            desired: state, sources: sources(of: state), applied: applied, observed: observed,
            capabilities: capabilities, target: target, asOf: noon, adopting: adopting)
    }

    func difference(_ state: DesiredState, adopting: Set<Address> = []) -> Difference {
        diff(input(state, adopting: adopting))
    }

    /// What the guards say to bringing `state` about.
    func refusals(
        _ state: DesiredState, manifestCount: Int? = nil, missingPaths: [String] = [],
        succession: Succession = .descendant, adopting: Set<Address> = []
    ) -> [Refusal] {
        let difference = difference(state, adopting: adopting)
        return WritPlan.refusals(
            of: difference.changes,
            context(
                state, difference, manifestCount: manifestCount, missingPaths: missingPaths,
                succession: succession))
    }

    func context(
        _ state: DesiredState, _ difference: Difference, manifestCount: Int? = nil,
        missingPaths: [String] = [], succession: Succession = .descendant
    ) -> GuardContext {
        GuardContext(
            desired: state, applied: applied, observed: observed, target: target,
            manifestCount: manifestCount ?? state.objects.count, missingPaths: missingPaths,
            succession: succession, unadopted: difference.unadopted)
    }

    func plan(_ state: DesiredState, succession: Succession = .descendant) -> (Plan, GuardContext) {
        let difference = difference(state)
        let context = context(state, difference, succession: succession)
        let binding = PlanBinding(
            tool: "test", target: target.name, paths: target.paths, store: .sqlite, account: "acme",
            revision: Revision(commit: String(repeating: "2", count: 40), name: "main", repository: "/r"),
            lineage: applied.lineage, asOf: noon, createdAt: noon, expiresAt: noon.advanced(by: 3600),
            guards: target.guards, adopting: [], reads: PlanReads(of: input(state)))
        let plan = Plan(
            binding: binding, difference: difference,
            refusals: WritPlan.refusals(of: difference.changes, context))
        return (plan, context)
    }
}

private func memberships(of state: DesiredState) -> Set<Membership> {
    var edges: Set<Membership> = []
    for object in state.objects.values {
        let name = object.address.name
        if let list = object.members, list.mode != .none {
            edges.formUnion(list.items.map { Membership(user: $0.name, group: name) })
        }
        if let list = object.groups, list.mode != .none {
            edges.formUnion(list.items.map { Membership(user: name, group: $0.name) })
        }
    }
    return edges
}

private func attachments(of state: DesiredState) -> [AttachmentKey: Expiry?] {
    var result: [AttachmentKey: Expiry?] = [:]
    for object in state.objects.values {
        guard let list = object.policies, list.mode != .none else { continue }
        for item in list.items {
            let key = AttachmentKey(
                principal: object.address, policy: item.policy, scope: item.scope ?? .account)
            result[key] = .some(item.expires)
        }
    }
    return result
}

/// Each object on a line of its own.
private func sources(of state: DesiredState) -> SourceMap {
    var map = SourceMap()
    for (line, address) in state.objects.keys.sorted().enumerated() {
        let place = SourcePosition(line: line + 1, column: 1)
        map.objects[address] = ObjectSource(
            name: SourceSpan(file: "iam/all.yaml", start: place, end: place))
    }
    return map
}

// MARK: Short forms

func user(
    _ name: String, _ fields: FieldMap<DesiredValue> = [:], groups: DesiredList<Reference>? = nil,
    policies: DesiredList<DesiredAttachment>? = nil
) -> DesiredObject {
    DesiredObject(Address(.user, name), fields: fields, groups: groups, policies: policies)
}

func group(
    _ name: String, formerly: [String] = [], protect: String? = nil,
    members: DesiredList<Reference>? = nil, policies: DesiredList<DesiredAttachment>? = nil
) -> DesiredObject {
    DesiredObject(
        Address(.group, name), formerly: formerly, protect: protect, members: members, policies: policies)
}

func policy(_ name: String, effect: String = "Allow", action: String = "ecs:servers:get") -> DesiredObject {
    let statement: JSONValue = ["Effect": .string(effect), "Action": .string(action)]
    return DesiredObject(
        Address(.policy, name),
        fields: [
            .document: .scalar(
                .document(PolicyDocument(["Version": "1.1", "Statement": .array([statement])])))
        ])
}

func text(_ value: String) -> DesiredValue { .scalar(.text(value)) }

func exactly(_ names: String...) -> DesiredList<Reference> {
    DesiredList(.exactly, names.map { Reference($0) })
}

func attached(_ names: String...) -> DesiredList<DesiredAttachment> {
    DesiredList(.exactly, names.map { DesiredAttachment(.custom($0)) })
}

func state(_ objects: DesiredObject...) -> DesiredState { DesiredState(objects) }

/// A line for each change: action, subject, cause.
func lines(_ difference: Difference) -> [String] {
    difference.changes.map { "\($0.summary) (\($0.cause.rawValue))" }
}

func users(_ count: Int) -> [DesiredObject] { (0..<count).map { user("u\($0)") } }

func groups(_ sizes: [Int]) -> [DesiredObject] {
    sizes.enumerated().map { index, size in
        DesiredObject(
            Address(.group, "g\(index)"),
            members: DesiredList(.exactly, (0..<size).map { Reference("u\($0)") }))
    }
}

func rules(_ refusals: [Refusal]) -> [GuardRule] { refusals.map(\.rule) }
