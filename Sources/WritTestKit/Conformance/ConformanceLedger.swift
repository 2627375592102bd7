internal import Testing
internal import WritDigest
internal import WritModel
internal import WritPlan
internal import WritStore

extension StoreConformance {
    func leases(_ run: ConformanceRun) async throws {
        let ledger = run.account.ledger
        let bob = LeaseHolder(actor: "bob@host", boot: "boot-1", processID: 200, processStart: "2")
        let far = LeaseHolder(actor: "cid@far", boot: "boot-2", processID: 300, processStart: "3")
        let first = try await run.lease()
        #expect(try await ledger.lease() == first)
        #expect(first.expiresAt == run.now.advanced(by: 60))
        await #expect(throws: StoreError.leaseHeld(first), "while it is held") {
            try await ledger.acquireLease(
                for: bob, nonce: "n2", at: run.now, seconds: 60, unless: { _ in false })
        }
        await #expect(throws: StoreError.leaseHeld(first), "another machine cannot know who is gone") {
            try await ledger.acquireLease(
                for: far, nonce: "n2", at: run.now, seconds: 60, unless: { _ in true })
        }
        let second = try await ledger.acquireLease(
            for: bob, nonce: "n2", at: run.now, seconds: 60, unless: { $0 == first.holder })
        #expect(second.token > first.token && second.holder == bob)
        await #expect(throws: StoreError.leaseLost, "the first was taken over") {
            try await ledger.renew(first, until: run.now.advanced(by: 600))
        }
        try await ledger.release(first)
        #expect(try await ledger.lease() == second, "a lost lease cannot release its successor")
        try await ledger.renew(second, until: run.now.advanced(by: 90))
        await #expect(throws: StoreError.self, "renewed in time") {
            try await ledger.acquireLease(
                for: far, nonce: "n3", at: run.now.advanced(by: 89), seconds: 60, unless: { _ in false })
        }
        let third = try await ledger.acquireLease(
            for: far, nonce: "n3", at: run.now.advanced(by: 90), seconds: 60, unless: { _ in false })
        #expect(third.token > second.token)
        try await ledger.release(third)
        #expect(try await ledger.lease() == nil)
        try await breaking(run, after: third)
    }

    private func breaking(_ run: ConformanceRun, after earlier: Lease) async throws {
        let ledger = run.account.ledger
        await #expect(throws: StoreError.noSuchLease(nonce: "n4"), "none is held") {
            try await ledger.breakLease(nonce: "n4", by: "eve@host", at: run.now)
        }
        let lease = try await ledger.acquireLease(
            for: run.holder, nonce: "n4", at: run.now, seconds: 60, unless: { _ in false })
        #expect(lease.token > earlier.token, "tokens rise over leases that were given back")
        await #expect(throws: StoreError.noSuchLease(nonce: "n3"), "another nonce") {
            try await ledger.breakLease(nonce: "n3", by: "eve@host", at: run.now)
        }
        try await ledger.breakLease(nonce: "n4", by: "eve@host", at: run.now)
        #expect(try await ledger.lease() == nil)
        let last = try #require(await ledger.audit().last)
        #expect(last.event == "lease broken" && last.actor == "eve@host")
    }

    func fencing(_ run: ConformanceRun) async throws {
        let ledger = run.account.ledger
        try await run.create(user("ann"))
        let old = try await run.lease()
        let bob = LeaseHolder(actor: "bob@host", boot: "boot-1", processID: 200, processStart: "2")
        let new = try await ledger.acquireLease(
            for: bob, nonce: "n2", at: run.now.advanced(by: 60), seconds: 60, unless: { _ in false })
        let step = run.step(Change(user("bob"), .create([:]), cause: .commit), given: .absent)
        _ = try await run.account.executor.execute(step, courier: run.courier, at: run.now, token: new.token)
        let state = try await run.observe()
        let applied = try await ledger.applied()
        let audit = try await ledger.audit()

        let late = run.step(
            Change(user("eve"), .create([:]), cause: .commit), given: .absent,
            inventory: [.own(AppliedObject(user("eve"), id: "", provenance: anyProvenance))])
        let entry = JournalEntry(
            run: "run-1", planDigest: nil, index: 0, change: step.change, outcome: nil, version: nil)
        var other = run.description
        other.id = "run-2"
        let refused: [(String, () async throws -> Void)] = [
            (
                "execute",
                {
                    _ = try await run.account.executor.execute(
                        late, courier: run.courier, at: run.now, token: old.token)
                }
            ),
            ("begin", { [other] in try await ledger.begin(other, token: old.token) }),
            ("intend", { try await ledger.intend([late], token: old.token) }),
            ("settle", { try await ledger.settle(late, .done(nil, id: nil), at: run.now, token: old.token) }),
            (
                "resolve",
                {
                    try await ledger.resolve(
                        entry, as: .done(nil, id: nil), inventory: late.inventory, at: run.now,
                        token: old.token)
                }
            ),
            (
                "finish",
                {
                    try await ledger.finish(
                        run: "run-1", revision: nil, inventory: late.inventory, at: run.now, token: old.token)
                }
            ),
        ]
        for (name, write) in refused {
            await #expect(throws: StoreError.leaseLost, "\(name)") { try await write() }
        }
        #expect(try await run.observe() == state)
        #expect(try await ledger.applied() == applied)
        #expect(try await ledger.audit() == audit)
        #expect(try await ledger.openEntries().isEmpty)
    }

    func journal(_ run: ConformanceRun) async throws {
        let ledger = run.account.ledger
        let token = try await run.lease().token
        let plan = try #require(run.description.planDigest)
        let steps = ["a", "b", "c", "d"].map { name in
            run.step(
                Change(user(name), .create([.displayName: .text("it's \"\(name)\"")]), cause: .both),
                given: .absent,
                inventory: [.own(AppliedObject(user(name), id: "", provenance: anyProvenance))])
        }
        try await ledger.intend(steps, token: token)
        let open = try await ledger.openEntries()
        #expect(open.map(\.change) == steps.map(\.change))
        #expect(open.allSatisfy { $0.planDigest == plan && $0.run == "run-1" && $0.version == nil })

        _ = try await run.account.executor.execute(steps[0], courier: run.courier, at: run.now, token: token)
        try await ledger.settle(steps[1], .unknown("no answer"), at: run.now, token: token)
        #expect(
            try await ledger.openEntries().map(\.index) == [1, 2, 3], "what nobody knows stays open")
        #expect(try await ledger.applied().objects[user("b")] == nil)

        try await ledger.resolve(
            open[1], as: .done(Version("v"), id: "id-b"), inventory: steps[1].inventory, at: run.now,
            token: token)
        try await ledger.resolve(
            open[2], as: .failed("not done", isRetryable: true), inventory: steps[2].inventory, at: run.now,
            token: token)
        try await ledger.resolve(
            open[0], as: .conflict("too late"), inventory: [.disown(user("a"))], at: run.now, token: token)
        let entries = try await ledger.journal(ofPlan: plan)
        #expect(entries.map(\.outcome) == ["done", "done", "failed", nil])
        #expect(entries[0].version == (try await run.object(user("a")).version))
        #expect(entries[1].version == Version("v"))
        let applied = try await ledger.applied().objects
        #expect(applied[user("b")]?.id == "id-b")
        #expect(applied[user("a")] != nil && applied[user("c")] == nil)
        try await journalOfTwoRuns(run, plan)
    }

    private func journalOfTwoRuns(_ run: ConformanceRun, _ plan: Digest) async throws {
        let ledger = run.account.ledger
        let token = try await run.lease().token
        for (id, digest) in [("run-2", plan), ("run-3", Digest(of: "another plan"))] {
            var other = run.description
            other.id = id
            other.planDigest = digest
            try await ledger.begin(other, token: token)
            let change = Change(
                user("a"), .update([FieldChange(.enabled, before: nil, after: .boolean(true))]), cause: .drift
            )
            let step = Step(run: id, index: 0, change: change, precondition: .absent, inventory: [])
            try await ledger.settle(step, .alreadySo(nil, id: nil), at: run.now, token: token)
        }
        let entries = try await ledger.journal(ofPlan: plan)
        #expect(entries.map(\.run) == ["run-1", "run-1", "run-1", "run-1", "run-2"], "oldest first")
        #expect(try await ledger.journal(ofPlan: Digest(of: "another plan")).map(\.run) == ["run-3"])
        #expect(try await ledger.journal(ofPlan: Digest(of: "no plan")).isEmpty)
    }

    func auditChain(_ run: ConformanceRun) async throws {
        let ledger = run.account.ledger
        try await run.create(user("ann"))
        try await run.expectConflict(
            user("ann"), .create([.enabled: .boolean(true)]), given: .absent, "taken")
        let token = try await run.lease().token
        let open = run.step(Change(user("bob"), .create([:]), cause: .commit), given: .absent)
        try await ledger.intend([open], token: token)
        let entry = try #require(await ledger.openEntries().first)
        try await ledger.resolve(
            entry, as: .failed("not done", isRetryable: true), inventory: [], at: run.now, token: token)
        try await ledger.finish(run: "run-1", revision: nil, inventory: [], at: run.now, token: token)
        _ = try await ledger.acquireLease(
            for: run.holder, nonce: "n2", at: run.now.advanced(by: 60), seconds: 60, unless: { _ in false })
        let chain = try await ledger.audit()
        #expect(firstBreak(in: chain) == nil)
        #expect(
            chain.map(\.event) == [
                "run started", "step done", "step conflict", "step resolved", "run finished",
                "lease taken over",
            ])
        #expect(chain.map(\.sequence) == Array(1...6))
        #expect(chain.allSatisfy { $0.actor == "ann@host" })
        #expect(chain.prefix(5).allSatisfy { $0.run == "run-1" })
        #expect(chain[1].detail["change"] == .string("create user/ann"))
    }
}
