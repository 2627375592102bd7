internal import Testing
internal import WritModel
internal import WritPlan
internal import WritStore

extension StoreConformance {
    /// One policy in all scopes, and another of its name in one.
    private var forbidden: Set<ForbiddenItem> {
        [.policy(.custom("p"), nil), .policy(.system("p"), .project("cn"))]
    }

    func inventory(_ run: ConformanceRun) async throws {
        let ledger = run.account.ledger
        let before = try await ledger.applied()
        #expect(before.lineage?.isEmpty == false && before.revision == nil)
        let ann = AppliedObject(
            user("ann"), id: "",
            fields: [
                .displayName: .scalar(.text("Ann")), .enabled: .scalar(.boolean(true)),
                .accessKeysMax: .scalar(.integer(2)),
                .consoleProtection: .list(DesiredList(.atLeast, [.word("vmfa")])),
            ],
            lists: [.groups: .none([.member("dev"), .member("p")]), .policies: .none(forbidden)],
            protect: "on-call", provenance: anyProvenance)
        _ = try await run.perform(user("ann"), .create([:]), given: .absent, inventory: [.own(ann)])
        let live = try await run.object(user("ann"))
        var expected = ann
        expected.id = live.id
        #expect(try await ledger.applied().objects[user("ann")] == expected, "the answered id is taken")
        try await ownAgain(run, expected)
        try await renameWithEdges(run)
        try await finishRun(run)
        let after = try await ledger.applied()
        #expect(after.lineage == before.lineage && after.serial > before.serial)
    }

    private func ownAgain(_ run: ConformanceRun, _ expected: AppliedObject) async throws {
        var other = expected
        other.id = ""
        other.protect = nil
        other.provenance.line = 8
        _ = try await run.perform(
            user("ann"), .adopt(Ownership(object: true)), given: .absent, inventory: [.own(other)])
        other.id = expected.id
        #expect(try await run.account.ledger.applied().objects[user("ann")] == other, "the known id stays")
    }

    private func renameWithEdges(_ run: ConformanceRun) async throws {
        let later = AppliedAttachment(
            expires: Expiry(end: Instant(epochSeconds: 1_900_000_000)), provenance: anyProvenance)
        let forever = AppliedAttachment(expires: nil, provenance: anyProvenance)
        let edge = Membership(user: "ann", group: "dev")
        let keys = [
            AttachmentKey(principal: user("ann"), policy: .custom("p"), scope: .project("cn")),
            AttachmentKey(principal: group("dev"), policy: .custom("p")),
            AttachmentKey(principal: group("dev"), policy: .system("p")),
            // The same names, of other kinds: not to be touched by renames of the above.
            AttachmentKey(principal: agency("ann"), policy: .custom("dev")),
        ]
        var learned: [InventoryChange] = [group("dev"), policy("p"), agency("ann")].map {
            .own(AppliedObject($0, id: "id", provenance: anyProvenance))
        }
        learned[0] = .own(
            AppliedObject(
                group("dev"), id: "id", lists: [.members: .exactly, .policies: .atLeast],
                provenance: anyProvenance))
        learned.append(.ownMembership(edge, anyProvenance))
        learned += keys.enumerated().map { .ownAttachment($1, $0 == 0 ? later : forever) }
        try await learn(run, learned)
        var state = try await run.account.ledger.applied()
        #expect(state.memberships == [edge: anyProvenance])
        #expect(
            state.attachments
                == Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0 == 0 ? later : forever) })
        )

        try await learn(
            run,
            [
                .rename(from: user("ann"), to: user("anne")), .rename(from: group("dev"), to: group("devs")),
                .rename(from: policy("p"), to: policy("q")),
            ])
        state = try await run.account.ledger.applied()
        #expect(Set(state.objects.keys) == [user("anne"), group("devs"), policy("q"), agency("ann")])
        #expect(state.objects[user("anne")]?.address == user("anne"))
        #expect(
            state.objects[user("anne")]?.lists == [
                .groups: .none([.member("devs"), .member("p")]),
                .policies: .none([.policy(.custom("q"), nil), .policy(.system("p"), .project("cn"))]),
            ], "what a list forbids goes by its new name")
        #expect(state.objects[group("devs")]?.lists == [.members: .exactly, .policies: .atLeast])
        #expect(state.memberships == [Membership(user: "anne", group: "devs"): anyProvenance])
        #expect(
            state.attachments == [
                AttachmentKey(principal: user("anne"), policy: .custom("q"), scope: .project("cn")): later,
                AttachmentKey(principal: group("devs"), policy: .custom("q")): forever,
                AttachmentKey(principal: group("devs"), policy: .system("p")): forever, keys[3]: forever,
            ])
        try await disown(run)
    }

    private func disown(_ run: ConformanceRun) async throws {
        try await learn(run, [.disown(policy("q"))])
        var state = try await run.account.ledger.applied()
        #expect(
            Set(state.attachments.keys) == [
                AttachmentKey(principal: group("devs"), policy: .system("p")),
                AttachmentKey(principal: agency("ann"), policy: .custom("dev")),
            ])
        try await learn(
            run,
            [
                .disownAttachment(AttachmentKey(principal: group("devs"), policy: .system("p"))),
                .disownMembership(Membership(user: "anne", group: "devs")),
            ])
        state = try await run.account.ledger.applied()
        #expect(state.memberships.isEmpty && state.attachments.count == 1)
        try await learn(run, [.ownMembership(Membership(user: "anne", group: "devs"), anyProvenance)])
        try await learn(run, [.disown(user("anne")), .disown(agency("ann"))])
        state = try await run.account.ledger.applied()
        #expect(Set(state.objects.keys) == [group("devs")])
        #expect(state.memberships.isEmpty && state.attachments.isEmpty)
    }

    private func finishRun(_ run: ConformanceRun) async throws {
        var guards = GuardSettings()
        guards.removedEdges = Limit(floor: 3, percent: 7, ceiling: nil)
        guards.removedObjects.ceiling = 4
        let revision = AppliedRevision(
            commit: "c0ffee", at: run.now, manifestCount: 12, paths: ["iam", "it's/ours"], guards: guards)
        let late = AppliedObject(user("late"), id: "id-late", provenance: anyProvenance)
        try await run.account.ledger.finish(
            run: "run-1", revision: revision, inventory: [.own(late)], at: run.now,
            token: try await run.lease().token)
        let applied = try await run.account.ledger.applied()
        #expect(applied.revision == revision)
        #expect(applied.objects[user("late")] == late)
    }

    /// Lets the inventory learn something by a ledger-only step.
    private func learn(_ run: ConformanceRun, _ changes: [InventoryChange]) async throws {
        let outcome = try await run.perform(
            user("ann"), .release(Ownership(object: false)), given: .absent, inventory: changes)
        #expect(outcome == .done(nil, id: nil))
    }
}
