internal import Testing
internal import WritModel
internal import WritPlan
internal import WritStore

extension StoreConformance {
    func replays(_ run: ConformanceRun) async throws {
        let edge = Membership(user: "ann", group: "dev")
        let key = AttachmentKey(principal: user("ann"), policy: .custom("p"))
        let expiry = Expiry(end: Instant(epochSeconds: 1_900_000_000))
        try await twice(run, user("ann"), .create([.enabled: .boolean(true), .consoleProtection: .list([])]))
        try await twice(run, group("dev"), .create([:]))
        try await twice(run, policy("p"), .create([.description: .text("")]))
        try await twice(
            run, user("ann"),
            .update([
                FieldChange(.enabled, before: .boolean(true), after: .boolean(false)),
                FieldChange(.operationProtection, before: nil, after: .list([.word("vmfa")])),
            ]))
        try await twice(
            run, user("ann"),
            .update([FieldChange(.operationProtection, before: .list([.word("vmfa")]), after: .list([]))]))
        try await twice(run, group("dev"), .join(edge))
        try await twice(run, user("ann"), .attach(key, expires: nil, replacing: nil))
        try await twice(run, user("ann"), .attach(key, expires: expiry, replacing: ReplacedExpiry(nil)))
        try await twice(run, group("dev-2"), .rename(from: "dev"))
        try await twice(run, group("dev-2"), .leave(Membership(user: "ann", group: "dev-2")))
        try await twice(run, user("ann"), .detach(key, expires: expiry))
        try await twice(run, user("ann"), .delete([:]))
        let entries = try await run.account.ledger.journal(ofPlan: try #require(run.description.planDigest))
        #expect(entries.count == 12)
        #expect(entries.allSatisfy { $0.outcome == "already so" })
    }

    /// Takes one step two times: done, then already so, with the same version.
    private func twice(_ run: ConformanceRun, _ address: Address, _ effect: Effect) async throws {
        let precondition = try await precondition(of: effect, on: address, run)
        let step = run.step(Change(address, effect, cause: .commit), given: precondition)
        let first = try await run.take(step)
        let state = try await run.observe()
        let second = try await run.take(step)
        #expect(first.word == "done", "\(step.change.summary): \(first)")
        #expect(second.word == "already so", "\(step.change.summary): \(second)")
        #expect(first.version == second.version, "\(step.change.summary)")
        #expect(try await run.observe() == state, "\(step.change.summary)")
        if case .create = effect { #expect(first.id == second.id) }
    }

    /// What holds now of the thing that `effect` changes.
    private func precondition(
        of effect: Effect, on address: Address, _ run: ConformanceRun
    ) async throws -> Precondition {
        let state = try await run.observe()
        let version: Version? =
            switch effect {
            case .join(let edge), .leave(let edge): state.memberships[edge]
            case .attach(let key, _, _), .detach(let key, _): state.attachments[key]?.version
            case .rename(let old): state.objects[Address(address.kind, old)]?.version
            default: state.objects[address]?.version
            }
        return version.map(Precondition.version) ?? .absent
    }

    func conflicts(_ run: ConformanceRun) async throws {
        let stale = try await run.create(user("ann"), [.description: .text("one")]).version
        let edit = FieldChange(.description, before: .text("one"), after: .text("two"))
        _ = try await run.perform(user("ann"), .update([edit]), given: .version(stale))
        let again = FieldChange(.description, before: .text("one"), after: .text("three"))
        try await run.expectConflict(
            user("ann"), .update([again]), given: .version(stale), "an update over another's")
        try await run.expectConflict(
            user("ann"), .update([again]), given: .absent, "an update of what should not be there")
        try await run.expectConflict(
            user("eve"), .update([again]), given: .version(stale), "an update of what is gone")
        try await run.expectConflict(
            user("bob"), .rename(from: "ann"), given: .version(stale), "a rename over another's change")
        try await run.expectConflict(
            user("ann"), .delete([:]), given: .version(stale), "a deletion over another's change")
        try await run.expectConflict(
            user("ann"), .create([.description: .text("four")]), given: .absent, "a create over another")
        try await run.expectConflict(
            user("ann"), .create([:]), given: .absent, "a create over an object with more values")
        let bob = try await run.create(user("bob"))
        try await run.expectConflict(
            user("ann"), .rename(from: "bob"), given: .version(bob.version), "a rename to a taken name")
        try await run.expectConflict(
            user("ann"), .rename(from: "nobody"), given: .version(bob.version),
            "a rename of what is gone, where another object has the new name")
        try await run.expectConflict(
            user("nobody"), .rename(from: "eve"), given: .version(bob.version), "a rename of nothing")
        try await edgeConflicts(run)
    }

    private func edgeConflicts(_ run: ConformanceRun) async throws {
        try await run.create(group("dev"))
        try await run.create(policy("p"))
        for edge in [Membership(user: "eve", group: "dev"), Membership(user: "ann", group: "ops")] {
            try await run.expectConflict(
                group(edge.group), .join(edge), given: .absent, naming: "is not there", "\(edge)")
        }
        for key in [
            AttachmentKey(principal: user("ann"), policy: .custom("q")),
            AttachmentKey(principal: user("ann"), policy: .system("no such policy")),
            AttachmentKey(principal: agency("ops"), policy: .custom("p")),
        ] {
            try await run.expectConflict(
                key.principal, .attach(key, expires: nil, replacing: nil), given: .absent,
                naming: "is not there", "\(key)")
        }
        let key = AttachmentKey(principal: user("ann"), policy: .custom("p"))
        let later = Expiry(end: Instant(epochSeconds: 1_900_000_000))
        let latest = Expiry(end: Instant(epochSeconds: 2_000_000_000))
        try await run.attach(key)
        let stale = try #require(await run.observe().attachments[key]).version
        try await run.expectConflict(
            user("ann"), .attach(key, expires: later, replacing: nil), given: .absent, "another expiry")
        _ = try await run.perform(
            user("ann"), .attach(key, expires: later, replacing: ReplacedExpiry(nil)), given: .version(stale))
        try await run.expectConflict(
            user("ann"), .attach(key, expires: latest, replacing: ReplacedExpiry(nil)),
            given: .version(stale),
            "an expiry over another's")
        try await run.expectConflict(
            user("ann"), .detach(key, expires: nil), given: .version(stale), "a detach over another's change")
        let missing = AttachmentKey(principal: user("bob"), policy: .custom("p"))
        try await run.expectConflict(
            user("bob"), .attach(missing, expires: later, replacing: ReplacedExpiry(nil)),
            given: .version(stale), "another expiry for what is gone")
    }

    func foreignEdits(_ run: ConformanceRun) async throws {
        let ann = try await run.create(user("ann"), [.description: .text("one"), .enabled: .boolean(true)])
        try await run.edit(.setField(user("ann"), .description, .text("two")))
        let edited = try await run.object(user("ann"))
        #expect(edited.version != ann.version)
        #expect(edited.fields[.description] == .text("two") && edited.fields[.enabled] == .boolean(true))
        let back = FieldChange(.description, before: .text("one"), after: .text("three"))
        try await run.expectConflict(
            user("ann"), .update([back]), given: .version(ann.version), "an update over a hand edit")
        try await run.edit(.setField(user("ann"), .consoleProtection, .list([.word("sms")])))
        let protected = try await run.object(user("ann"))
        #expect(protected.version != edited.version)
        #expect(protected.fields[.consoleProtection] == .list([.word("sms")]))
        try await run.edit(.setField(user("ann"), .description, nil))
        #expect(try await run.object(user("ann")).fields[.description] == nil)

        try await run.edit(.addObject(group("dev"), [.description: .text("by hand")]))
        let made = try await run.object(group("dev"))
        #expect(made.fields[.description] == .text("by hand"))
        try await run.edit(.removeObject(group("dev")))
        #expect(try await run.observe().objects[group("dev")] == nil)
        try await run.edit(.addObject(group("dev"), [.description: .text("made again")]))
        #expect(try await run.object(group("dev")).version != made.version)
        try await run.edit(.rename(group("dev"), to: "ops"))
        #expect(try await run.object(group("ops")).fields[.description] == .text("made again"))
        try await foreignEdges(run)
    }

    private func foreignEdges(_ run: ConformanceRun) async throws {
        try await run.create(policy("p"))
        let edge = Membership(user: "ann", group: "ops")
        let key = AttachmentKey(principal: user("ann"), policy: .custom("p"), scope: .project("cn"))
        let later = Expiry(end: Instant(epochSeconds: 1_900_000_000))
        let ann = try await run.object(user("ann")).version
        try await run.edit(.addMembership(edge))
        try await run.edit(.addAttachment(key, expires: nil))
        let before = try await run.observe()
        #expect(before.memberships[edge] != nil)
        #expect(before.attachments[key]?.expires == .some(nil))
        #expect(before.objects[user("ann")]?.version == ann, "edges are no part of an object's version")
        try await run.expectConflict(
            user("ann"), .delete([:]), given: .version(ann), naming: "\(edge)", "others' edges stay")
        try await run.edit(.setExpiry(key, later))
        let after = try #require(await run.observe().attachments[key])
        #expect(after.expires == later && after.version != before.attachments[key]?.version)
        try await run.edit(.removeMembership(edge))
        try await run.edit(.removeAttachment(key))
        let bare = try await run.observe()
        #expect(bare.memberships.isEmpty && bare.attachments.isEmpty)
    }

    func partialFailure(_ run: ConformanceRun) async throws {
        try await run.create(user("taken"), [.description: .text("by somebody")])
        let names = ["a", "taken", "c"]
        for name in names {
            let owned = AppliedObject(user(name), id: "", provenance: anyProvenance)
            let outcome = try await run.perform(
                user(name), .create([:]), given: .absent, inventory: [.own(owned)])
            #expect(outcome.isSettled == (name != "taken"), "\(name): \(outcome)")
        }
        let applied = try await run.account.ledger.applied()
        #expect(Set(applied.objects.keys) == [user("a"), user("c")])
        #expect(Set(try await run.observe().objects.keys) == Set(names.map(user)))
        let entries = try await run.account.ledger.journal(ofPlan: try #require(run.description.planDigest))
        #expect(entries.map(\.outcome) == ["done", "done", "conflict", "done"])
        #expect(try await run.account.ledger.openEntries().isEmpty)
    }
}
