internal import Testing
internal import WritModel
internal import WritPlan
internal import WritStore

extension StoreConformance {
    func emptyAccount(_ run: ConformanceRun) async throws {
        let state = try await run.observe()
        #expect(state.account == "acme")
        #expect(state.objects.isEmpty && state.memberships.isEmpty && state.attachments.isEmpty)
        #expect(state.systemPolicies == SystemPolicies.all)
        #expect(try await run.account.ledger.applied().objects.isEmpty)
        #expect(try await run.account.ledger.lease() == nil)
    }

    func everyKind(_ run: ConformanceRun) async throws {
        var values = ValueGenerator(random: SplitMix64(seed: 1))
        for kind in Kind.allCases {
            let address = Address(kind, kind.isSingleton ? "default" : "first")
            var fields: FieldMap<Value> = [:]
            for schema in fieldsToTry(kind, run) { fields[schema.field] = values.value(of: schema.type) }
            let outcome = try await run.perform(address, .create(fields), given: .absent)
            let live = try await run.object(address)
            #expect(outcome == .done(live.version, id: live.id), "\(kind)")
            #expect(live.fields == fields, "\(kind)")
            #expect(!live.id.isEmpty, "\(kind)")
        }
        let bare = try await run.create(user("bare"))
        #expect(bare.fields.isEmpty)
        try await everyEdge(run)
    }

    private func everyEdge(_ run: ConformanceRun) async throws {
        let expiry = Expiry(end: Instant(epochSeconds: 1_900_000_000))
        let scopes: [Scope] = [
            .account, .allProjects, .project("cn-north-4"), .enterpriseProject("e"), .resourceGroup("r"),
        ]
        var wanted: [AttachmentKey: Expiry?] = [:]
        for principal in [user("first"), group("first"), agency("first")] {
            for (index, scope) in scopes.enumerated() {
                for policy in [PolicyReference.custom("first"), .system("Tenant Guest")] {
                    let key = AttachmentKey(principal: principal, policy: policy, scope: scope)
                    wanted[key] = .some(index % 2 == 0 ? expiry : nil)
                }
            }
        }
        for key in wanted.keys.sorted() { try await run.attach(key, expires: wanted[key] ?? nil) }
        let edge = Membership(user: "first", group: "first")
        try await run.join(edge)
        let state = try await run.observe()
        #expect(state.attachments.mapValues(\.expires) == wanted)
        #expect(Set(state.memberships.keys) == [edge])
    }

    func everyField(_ run: ConformanceRun) async throws {
        var values = ValueGenerator(random: SplitMix64(seed: 2))
        for kind in Kind.allCases {
            let address = Address(kind, kind.isSingleton ? "default" : "first")
            var expected: FieldMap<Value> = [:]
            for schema in fieldsToTry(kind, run) { expected[schema.field] = values.value(of: schema.type) }
            var live = try await run.create(address, expected)
            for schema in fieldsToTry(kind, run) {
                var value = values.value(of: schema.type)
                while value == expected[schema.field] { value = values.value(of: schema.type) }
                expected[schema.field] = value
                live = try await update(address, schema.field, to: value, from: live, run)
                #expect(live.fields == expected, "\(kind) \(schema.field)")
            }
            for schema in fieldsToTry(kind, run) where schema.type.isCollection {
                expected[schema.field] = nil
                live = try await update(address, schema.field, to: .list([]), from: live, run)
                #expect(live.fields == expected, "\(kind) \(schema.field) emptied")
            }
        }
        try await everyUnsupportedField(run)
    }

    /// The object after a change that has to be done and to give it a new version.
    private func update(
        _ address: Address, _ field: Field, to value: Value, from live: ObservedObject, _ run: ConformanceRun
    ) async throws -> ObservedObject {
        let change = FieldChange(field, before: live.fields[field], after: value)
        let outcome = try await run.perform(address, .update([change]), given: .version(live.version))
        let after = try await run.object(address)
        #expect(outcome == .done(after.version, id: nil), "\(address) \(field)")
        #expect(after.version != live.version, "\(address) \(field)")
        #expect(after.id == live.id, "\(address) \(field)")
        return after
    }

    private func everyUnsupportedField(_ run: ConformanceRun) async throws {
        var values = ValueGenerator(random: SplitMix64(seed: 3))
        for kind in Kind.allCases {
            for schema in KindSchema.of(kind).fields
            where run.account.store.capabilities[kind, schema.field] == .unsupported {
                let address = Address(kind, "second")
                let fields: FieldMap<Value> = [schema.field: values.value(of: schema.type)]
                let outcome = try await run.perform(address, .create(fields), given: .absent)
                guard case .failed(_, isRetryable: false) = outcome else {
                    Issue.record("\(kind) \(schema.field): \(outcome)")
                    continue
                }
                #expect(try await run.observe().objects[address] == nil)
            }
        }
    }

    func renames(_ run: ConformanceRun) async throws {
        try await run.create(user("ann"), [.displayName: .text("Ann")])
        try await run.create(group("dev"))
        try await run.create(policy("p"), [.document: .document(PolicyDocument(["Statement": []]))])
        try await run.create(agency("ops"))
        try await run.join(Membership(user: "ann", group: "dev"))
        for principal in [user("ann"), group("dev"), agency("ops")] {
            try await run.attach(AttachmentKey(principal: principal, policy: .custom("p")))
        }
        for address in [user("ann"), group("dev"), policy("p"), agency("ops")] {
            let before = try await run.object(address)
            let after = Address(address.kind, address.name + "-2")
            let outcome = try await run.perform(
                after, .rename(from: address.name), given: .version(before.version))
            let live = try await run.object(after)
            #expect(outcome == .done(live.version, id: nil), "\(address)")
            #expect(live.id == before.id && live.fields == before.fields, "\(address)")
            #expect(try await run.observe().objects[address] == nil, "\(address)")
        }
        let state = try await run.observe()
        #expect(Set(state.memberships.keys) == [Membership(user: "ann-2", group: "dev-2")])
        #expect(
            Set(state.attachments.keys)
                == Set(
                    [user("ann-2"), group("dev-2"), agency("ops-2")].map {
                        AttachmentKey(principal: $0, policy: .custom("p-2"))
                    }))
        try await edgesKeepTheirVersions(run)
    }

    private func edgesKeepTheirVersions(_ run: ConformanceRun) async throws {
        let before = try await run.observe()
        let live = try await run.object(user("ann-2"))
        _ = try await run.perform(user("ann-3"), .rename(from: "ann-2"), given: .version(live.version))
        let after = try await run.observe()
        #expect(
            after.memberships[Membership(user: "ann-3", group: "dev-2")]
                == before.memberships[Membership(user: "ann-2", group: "dev-2")])
        #expect(
            after.attachments[AttachmentKey(principal: user("ann-3"), policy: .custom("p-2"))]?.version
                == before.attachments[AttachmentKey(principal: user("ann-2"), policy: .custom("p-2"))]?
                .version)
    }

    func removals(_ run: ConformanceRun) async throws {
        let edge = Membership(user: "ann", group: "dev")
        let key = AttachmentKey(principal: user("ann"), policy: .custom("p"))
        for address in [
            user("ann"), group("dev"), policy("p"), agency("ops"), Address(.passwordPolicy, "default"),
        ] {
            try await run.create(address)
        }
        try await run.join(edge)
        try await run.attach(key)
        for (address, text) in [
            (user("ann"), "\(edge)"), (user("ann"), "\(key)"), (group("dev"), "\(edge)"),
            (policy("p"), "\(key)"),
        ] {
            let version = try await run.object(address).version
            try await run.expectConflict(
                address, .delete([:]), given: .version(version), naming: text, "\(address) has edges")
        }
        let state = try await run.observe()
        let leave = try await run.perform(
            group("dev"), .leave(edge), given: .version(try #require(state.memberships[edge])))
        let detach = try await run.perform(
            user("ann"), .detach(key, expires: nil),
            given: .version(try #require(state.attachments[key]).version))
        #expect(leave == .done(nil, id: nil))
        #expect(detach == .done(nil, id: nil))
        for object in state.objects.values {
            let outcome = try await run.perform(
                object.address, .delete(object.fields), given: .version(object.version))
            #expect(outcome == .done(nil, id: nil), "\(object.address)")
        }
        #expect(try await run.observe().objects.isEmpty)
    }

    /// The fields of `kind` that the store can hold.
    private func fieldsToTry(_ kind: Kind, _ run: ConformanceRun) -> [FieldSchema] {
        KindSchema.of(kind).fields.filter {
            let capability = run.account.store.capabilities[kind, $0.field]
            // Invitations have a chapter of their own where somebody has to accept them.
            return !$0.field.isCredential
                && (capability == .mutable || capability == .asyncVerify && !$0.field.isInvitation)
        }
    }
}
