internal import Testing
internal import WritModel
internal import WritPlan
internal import WritStore

extension StoreConformance {
    func credentials(_ run: ConformanceRun) async throws {
        let ann = Address(.user, "ann")
        try await run.create(ann)
        try await making(run, ann)
        try await refusing(run, ann)
        try await going(run, ann)
    }

    private func order(_ name: String, _ generation: Int) -> CredentialOrder {
        CredentialOrder(.accessKey(name), generation: generation, recipient: sampleRecipients[0])
    }

    private func making(_ run: ConformanceRun, _ ann: Address) async throws {
        let before = try await run.object(ann).version
        #expect(try await run.perform(ann, .issue(order("ci", 1)), given: .version(before)).word == "done")
        let user = try await run.object(ann)
        #expect(user.version != before)
        #expect(user.accessKeys.map(\.name) == ["ci"] && user.accessKeys.map(\.status) == [.active])
        #expect(user.accessKeys.first?.lastUsedAt == nil && user.accessKeys.first?.disabledAt == nil)
        #expect(user.fields[.accessKeysKeys] == .list([.accessKey(DeclaredAccessKey(name: "ci"))]))
        #expect(user.accessKeys.first.map(\.id) != user.accessKeys.first.map(\.name))

        let password = CredentialOrder(.password, generation: 3, recipient: sampleRecipients[0])
        #expect(try await run.perform(ann, .issue(password), given: .version(user.version)).word == "done")
        if run.account.store.capabilities[.user, .consoleInitialPassword].isObservable {
            let live = try await run.object(ann).fields[.consoleInitialPassword]
            #expect(live == .credential(DeclaredCredential(generation: 3)))
        }

        // What was made waits in order until it is handed over, and then is forgotten.
        let waiting = try await run.account.ledger.undelivered()
        #expect(waiting.map(\.order) == [order("ci", 1), password])
        #expect(waiting.map(\.user) == [ann, ann])
        #expect(waiting.first?.id == user.accessKeys.first?.id)
        #expect(Set(waiting.map(\.armored)).count == 2)
        let token = try await run.lease().token
        for sealed in waiting { try await run.account.ledger.delivered(sealed, at: run.now, token: token) }
        #expect(try await run.account.ledger.undelivered() == [])
        #expect(try await run.account.ledger.audit().count { $0.event == "credential delivered" } == 2)
    }

    private func refusing(_ run: ConformanceRun, _ ann: Address) async throws {
        let version = try await run.object(ann).version
        #expect(
            try await run.perform(ann, .issue(order("ci", 1)), given: .version(version)).word == "conflict")
        await run.courier.failSealing(1)
        #expect(try await run.perform(ann, .issue(order("ci", 2)), given: .version(version)).word == "failed")
        #expect(try await run.object(ann).accessKeys.count == 1, "what nobody can read is not there")
        #expect(try await run.perform(ann, .issue(order("ci", 2)), given: .version(version)).word == "done")
        #expect(try await run.perform(ann, .issue(order("ci", 3)), given: .version(version)).word != "done")
        #expect(try await run.object(ann).accessKeys.map(\.generation) == [1, 2], "never three")
        let ghost = Address(.user, "ghost")
        #expect(try await run.perform(ghost, .issue(order("ci", 1)), given: .absent).word == "conflict")
        #expect(try await run.account.ledger.undelivered().map(\.order.generation) == [2])
    }

    private func going(_ run: ConformanceRun, _ ann: Address) async throws {
        let keys = try await run.object(ann).accessKeys
        let old = try #require(keys.first.map(AccessKeyReference.init))
        #expect(try await run.perform(ann, .revoke(old), given: .absent).word == "conflict", "it can be used")
        #expect(try await run.perform(ann, .disable(old), given: .absent).word == "done")
        #expect(try await run.perform(ann, .disable(old), given: .absent).word == "already so")
        #expect(try await run.object(ann).accessKeys.map(\.status) == [.inactive, .active])
        #expect(try await run.object(ann).accessKeys.first?.disabledAt != nil)
        #expect(
            try await run.object(ann).fields[.accessKeysKeys]
                == .list([.accessKey(DeclaredAccessKey(name: "ci", generation: 2))]))
        #expect(try await run.perform(ann, .enable(old), given: .absent).word == "done")
        #expect(try await run.object(ann).accessKeys.first?.disabledAt == nil)
        #expect(try await run.perform(ann, .disable(old), given: .absent).word == "done")
        #expect(try await run.perform(ann, .revoke(old), given: .absent).word == "done")
        #expect(try await run.perform(ann, .revoke(old), given: .absent).word == "already so")
        #expect(try await run.perform(ann, .enable(old), given: .absent).word == "conflict")
        let left = try #require(keys.last)
        let token = try await run.lease().token
        let withdrawn = try await run.account.executor.withdraw(
            AccessKeyReference(left), of: ann, token: token)
        #expect(withdrawn.isSettled)
        #expect(try await run.object(ann).accessKeys == [])
        #expect(try await run.object(ann).fields[.accessKeysKeys] == nil)
        let foreign = LiveAccessKey(id: "FOREIGN", name: "FOREIGN", generation: 1, createdAt: run.now)
        try await run.edit(.addAccessKey(ann, foreign))
        #expect(try await run.object(ann).accessKeys.map(\.id) == ["FOREIGN"])
        try await run.edit(.removeAccessKey(ann, id: "FOREIGN"))
        #expect(try await run.object(ann).accessKeys == [])
    }
}
