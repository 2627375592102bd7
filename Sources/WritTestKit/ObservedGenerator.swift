package import WritModel

/// Random live states, also such as no manifest can hold: what people, consoles and other programs leave.
package struct ObservedGenerator: Sendable {
    /// The moment around which expiries lie.
    package let asOf: Instant
    private var values: ValueGenerator
    private var lastVersion = 0

    /// A generator at the start of the sequence of `seed`.
    package init(seed: UInt64, asOf: Instant) {
        self.asOf = asOf
        self.values = ValueGenerator(random: SplitMix64(seed: seed))
    }

    /// A new state.
    package mutating func state() -> ObservedState {
        var state = ObservedState(account: "acme", systemPolicies: SystemPolicies.all)
        state.systemPolicies["Unheard Of"] = PolicyDocument([:])
        for kind in Kind.allCases {
            for _ in 0..<(kind.isSingleton ? values.random.below(2) : values.random.below(7)) {
                let object = object(kind, among: state)
                state.objects[object.address] = object
            }
        }
        let users = names(of: .user, in: state)
        let groups = names(of: .group, in: state)
        for user in users {
            for group in values.random.some(of: groups, percent: 40) {
                state.memberships[Membership(user: user, group: group)] = nextVersion()
            }
        }
        for address in state.objects.keys.sorted() where address.kind.isPrincipal {
            for _ in 0..<values.random.below(5) {
                let key = AttachmentKey(
                    principal: address, policy: policy(names(of: .policy, in: state)), scope: scope())
                state.attachments[key] = ObservedAttachment(expires: expiry(), version: nextVersion())
            }
        }
        return state
    }

    private mutating func object(_ kind: Kind, among state: ObservedState) -> ObservedObject {
        lastVersion += 1
        var object = ObservedObject(
            Address(kind, name(kind, among: state)), id: "id\(lastVersion)", version: nextVersion())
        for schema in KindSchema.of(kind).fields
        where schema.field != .accessKeysKeys && values.random.chance(60) {
            object.fields[schema.field] =
                values.random.chance(85) ? values.value(of: schema.type) : wild(schema.type)
        }
        if kind == .identityProvider { mapGroups(of: &object, among: names(of: .group, in: state)) }
        if kind == .policy, values.random.chance(90) {
            object.fields[.document] = .document(values.document())
        }
        if kind == .user, values.random.chance(30) {
            object = ObservedObject(
                object.address, id: object.id, version: object.version, fields: object.fields,
                accessKeys: accessKeys())
        }
        if kind == .user {
            if values.random.chance(20) { object.awaited = [awaited()] }
            if values.random.chance(50) {
                object.mfaDevices = (0..<values.random.below(3)).map {
                    MFADevice(
                        "iam:acme:mfa/\($0)", values.random.pick(MFADevice.Sort.allCases), boundAt: asOf)
                }
            }
        }
        return object
    }

    private mutating func mapGroups(of object: inout ObservedObject, among groups: [String]) {
        guard let mappings = object.fields[.mappings]?.mappings else { return }
        object.fields[.mappings] = .list(
            of: mappings.map { mapping in
                .mapping(
                    FederationMapping(
                        mapping.name, when: mapping.conditions, user: mapping.user,
                        groups: mapping.groups
                            + values.random.some(of: groups, percent: 30).map { Reference($0) }))
            })
    }

    private mutating func name(_ kind: Kind, among state: ObservedState) -> String {
        if kind.isSingleton { return values.random.chance(80) ? "default" : "Default" }
        let earlier = names(of: kind, in: state)
        if values.random.chance(8), let twin = earlier.first { return twin.uppercased() }
        let wild = [
            "böb", "a b", "a  b", " x", "1abc", "x/y", "../../etc/passwd", ".hidden", "..", "-rf", "CON",
            "com1.x",
            "a:b", "no", "null", "2027-01-31", "{{x}}", "AKIA" + "ABCDEFGHIJKLMNOP", "a\nb", "a\u{202E}b",
            "a\u{7}", "日本", "раyments", String(repeating: "n", count: 70), String(repeating: "n", count: 64),
            "x?",
            "-----BEGIN RSA PRIVATE KEY-----",
        ]
        return values.random.chance(15)
            ? values.random.pick(wild) : "\(kind.rawValue)-\(values.random.below(1000))"
    }

    private mutating func awaited() -> AwaitedConfirmation {
        let field = values.random.pick([.email, .phone] + Field.invitations)
        let requestedAt = asOf.advanced(by: -Int64(values.random.below(30 * 3600)))
        return AwaitedConfirmation(
            field, "asked-\(values.random.below(9))@example.com", requestedAt: requestedAt,
            until: requestedAt.advanced(by: field.confirmationSeconds ?? 0),
            withdrawnAt: values.random.chance(20) ? asOf : nil)
    }

    private mutating func accessKeys() -> [LiveAccessKey] {
        (0...values.random.below(2)).map { index in
            let isOurs = values.random.chance(60)
            return LiveAccessKey(
                id: "AK\(lastVersion)X\(index)", name: isOurs ? "ci" : "AK\(lastVersion)X\(index)",
                generation: isOurs ? 1 + index : 1, status: values.random.chance(70) ? .active : .inactive,
                createdAt: Instant(epochSeconds: 1_790_000_000),
                lastUsedAt: values.random.chance(50) ? Instant(epochSeconds: 1_791_000_000) : nil)
        }
    }

    /// A value that most manifests cannot hold.
    private mutating func wild(_ type: FieldType) -> Value {
        switch type {
        case .text, .duration, .word, .metadata, .signingKeys:
            .text(
                values.random.pick([
                    "", "a\u{0}b", "bell\u{7}", "a\r\nb", "a\u{202E}b", "zero\u{200B}width",
                    "line\u{2028}end", "\u{FEFF}x",
                    "private\u{E000}", String(repeating: "long ", count: 100), "AKIA" + "ABCDEFGHIJKLMNOP",
                    "ENC[AES256_GCM,data:x]", "a\nb", "e\u{301}", "0d", "030d", "someone",
                ]))
        case .integer(let range): .integer(values.random.chance(50) ? range.lowerBound - 1 : Int.max)
        case .boolean: .boolean(true)
        case .credential: .credential(DeclaredCredential(generation: values.random.below(2)))
        case .document: .document(PolicyDocument(values.random.pick(wildDocuments)))
        case .words(let words): .list(of: words.map(Item.word))
        case .texts: .list(of: ["a b", "a\u{0}b", ""].map(Item.word))
        case .mappings:
            .list(of: [
                .mapping(FederationMapping("a\u{0}b")),
                .mapping(FederationMapping("plain", groups: [Reference("gone")])),
            ])
        case .trust:
            .list(
                of: values.random.pick([
                    [TrustPrincipal(.account, "")], [TrustPrincipal(.user, "a\u{0}")],
                    [TrustPrincipal(.user, "A"), TrustPrincipal(.user, "a")],
                ]).map(Item.trust))
        case .addresses:
            .list(
                of: AddressRange("203.0.113.0/24").map {
                    [.addresses(AdmittedAddresses($0, note: values.random.pick(["a\u{0}b", "two\nlines"])))]
                } ?? [])
        case .accessKeys: preconditionFailure("a user's access keys are no value of a field")
        }
    }

    private mutating func policy(_ names: [String]) -> PolicyReference {
        if values.random.chance(4) { return .custom("gone") }
        if names.isEmpty || values.random.chance(30) {
            return .system(values.random.pick(SystemPolicies.all.keys.sorted() + ["Unheard Of", "missing"]))
        }
        return .custom(values.random.pick(names))
    }

    private mutating func scope() -> Scope {
        switch values.random.below(9) {
        case 0: .allProjects
        case 1: .project("cn-north-4")
        case 2: .project("CN-north-4")
        case 3: .enterpriseProject(values.random.pick(["a: b", "no", " x ", "bell\u{7}"]))
        case 4: .resourceGroup("rg")
        default: .account
        }
    }

    private mutating func expiry() -> Expiry? {
        switch values.random.below(8) {
        case 0: Expiry(end: asOf)
        case 1: Expiry(end: asOf.advanced(by: -Int64(1 + values.random.below(9_999_999))))
        case 2: Expiry(end: asOf.advanced(by: Int64(1 + values.random.below(9_999_999))))
        case 3: Expiry(end: Instant(epochSeconds: asOf.epochSeconds / 86_400 * 86_400 + 86_400 * 30))
        case 4 where values.random.chance(20): Expiry(end: asOf.advanced(by: 300_000_000_000))
        default: nil
        }
    }

    private mutating func nextVersion() -> Version {
        lastVersion += 1
        return Version("v\(lastVersion)")
    }

    private func names(of kind: Kind, in state: ObservedState) -> [String] {
        state.objects.keys.filter { $0.kind == kind }.map(\.name).sorted()
    }
}

private let wildDocuments: [JSONValue] = [
    [:], ["Statement": []], ["Version": "1.1"],
    ["Version": .number("1.1"), "Statement": [["Effect": "Allow"]]],
    ["Version": "1.1", "Statement": [["Effect": "allow", "Action": ["a:b:c"]]]],
    ["Statement": [["Effect": "Allow", "Action": []]]], ["Statement": [["Effect": "Allow", "Extra": .null]]],
    ["Statement": [["Effect": "Allow", "Condition": ["Bool": ["x": [true, 5, "true"]]]]]],
    ["Statement": [["Effect": "Allow", "Condition": ["NumericLessThan": ["x": .number("1.50")]]]]],
    ["Statement": [["Effect": "Allow", "Sid": "a\u{7}b"]]],
    ["Statement": [["Effect": "Allow", "Resource": ["a": ["b": [["c", ["d"]], []], "e": [:]]]]]],
    ["Statement": [["Effect": "Allow", "no": "yes", "a b: c": "x", "": "empty", "<<": "merge"]]],
    .object([.init(String(repeating: "k", count: 300), "x"), .init("Statement", [["Effect": "Allow"]])]),
    ["Statement": [["Effect": "Allow", "Principal": deep(80)]]],
    ["Statement": ["Effect": "Deny", "Action": "*", "Resource": "*"], "Depends": [["catalog": "BASE"]]],
]

private func deep(_ levels: Int) -> JSONValue { levels == 0 ? "x" : ["a": deep(levels - 1)] }
