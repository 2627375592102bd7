internal import Testing
internal import WritModel
internal import WritPlan
internal import WritStore

extension StoreConformance {
    /// Marks of objects that are not the account's own: shown, kept, and heeded by the store itself, whoever asks.
    func reserved(_ run: ConformanceRun) async throws {
        let project = Address(.project, "cn-north-4")
        let marks: [Address: Reservation] = [
            user("root"): .rootUser, group("admin"): .administratorsGroup, agency("linked"): .serviceLinked,
            agency("service"): .serviceAgency, project: .builtInProject, policy("vendor"): .systemPolicy,
        ]
        for address in marks.keys.sorted() { try await run.create(address) }
        for address in [user("ann"), group("ops"), policy("read")] { try await run.create(address) }
        let owner = Membership(user: "root", group: "admin")
        try await run.join(owner)
        let before = try await run.observe()
        #expect(before.objects.values.allSatisfy { $0.reserved == nil })
        for (address, reservation) in marks.sorted(by: { $0.key < $1.key }) {
            try await run.edit(.reserve(address, reservation))
        }
        let after = try await run.observe()
        for (address, object) in after.objects {
            #expect(object.reserved == marks[address], "\(address)")
            #expect(object.fields == before.objects[address]?.fields, "\(address)")
            let isMarked = marks[address] != nil
            #expect((object.version != before.objects[address]?.version) == isMarked, "\(address)")
        }
        try await refusedChanges(run, Array(marks.keys.sorted()))
        try await refusedEdges(run, owner, project)
        try await changesLeft(run)

        try await run.edit(.rename(user("root"), to: "chief"))
        #expect(try await run.object(user("chief")).reserved == .rootUser, "a mark stays with another name")
        try await run.edit(.reserve(user("chief"), nil))
        #expect(try await run.object(user("chief")).reserved == nil)
        let change = FieldChange(.description, before: nil, after: .text("ours"))
        let version = try await run.object(user("chief")).version
        #expect(
            try await run.perform(user("chief"), .update([change]), given: .version(version)).word == "done")
    }

    private func refusedChanges(_ run: ConformanceRun, _ marked: [Address]) async throws {
        for address in marked where address != agency("service") {
            let version = try await run.object(address).version
            let change = FieldChange(.description, before: nil, after: .text("ours"))
            try await expectRefused(run, address, .update([change]), given: .version(version))
            try await expectRefused(run, address, .delete([:]), given: .version(version))
            let other = Address(address.kind, "other")
            try await expectRefused(run, other, .rename(from: address.name), given: .version(version))
        }
        let password = CredentialOrder(.password, generation: 1, recipient: sampleRecipients[0])
        try await expectRefused(run, user("root"), .issue(password), given: .absent)
    }

    private func refusedEdges(_ run: ConformanceRun, _ owner: Membership, _ project: Address) async throws {
        let version = try #require(try await run.observe().memberships[owner])
        try await expectRefused(run, group("admin"), .leave(owner), given: .version(version))
        let other = Membership(user: "root", group: "ops")
        try await expectRefused(run, group("ops"), .join(other), given: .absent)
        for principal in [user("root"), group("admin"), agency("linked")] {
            let key = AttachmentKey(principal: principal, policy: .custom("read"))
            try await expectRefused(
                run, principal, .attach(key, expires: nil, replacing: nil), given: .absent)
        }
    }

    /// What can be changed of reserved objects, and what names them without changing them.
    private func changesLeft(_ run: ConformanceRun) async throws {
        let member = Membership(user: "ann", group: "admin")
        try await run.join(member)
        let version = try #require(try await run.observe().memberships[member])
        #expect(
            try await run.perform(group("admin"), .leave(member), given: .version(version))
                == .done(nil, id: nil))
        try await run.attach(AttachmentKey(principal: group("ops"), policy: .custom("vendor")))
        try await run.attach(
            AttachmentKey(principal: group("ops"), policy: .custom("read"), scope: .project("cn-north-4")))
        let service = try await run.object(agency("service"))
        let change = FieldChange(.description, before: nil, after: .text("ours"))
        let outcome = try await run.perform(
            agency("service"), .update([change]), given: .version(service.version))
        #expect(outcome.word == "done", "a guard asks, the store does not refuse: \(outcome)")
        let last = try await run.object(agency("service"))
        #expect(last.reserved == .serviceAgency)
        #expect(
            try await run.perform(agency("service"), .delete([:]), given: .version(last.version))
                == .done(nil, id: nil))
        #expect(try await run.create(agency("service")).reserved == nil, "a mark goes with its object")
    }

    private func expectRefused(
        _ run: ConformanceRun, _ address: Address, _ effect: Effect, given precondition: Precondition
    ) async throws {
        let before = try await run.observe()
        let outcome = try await run.perform(address, effect, given: precondition)
        guard case .failed(let reason, isRetryable: false) = outcome else {
            Issue.record("\(effect.action) \(address): expected a refusal, got \(outcome)")
            return
        }
        #expect(reason.contains("cannot be changed like this"), "\(reason)")
        #expect(try await run.observe() == before, "\(effect.action) \(address)")
    }
}
