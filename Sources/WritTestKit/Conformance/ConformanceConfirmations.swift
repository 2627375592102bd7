internal import Testing
internal import WritModel
internal import WritPlan
internal import WritStore

extension StoreConformance {
    func confirmations(_ run: ConformanceRun) async throws {
        let capabilities = run.account.store.capabilities
        if capabilities[.user, .email] == .asyncVerify { try await contacts(run) }
        if capabilities[.user, .invitationEmail] == .asyncVerify { try await invitations(run) }
        try await devices(run)
    }

    private func set(
        _ run: ConformanceRun, _ user: Address, _ field: Field, from before: String? = nil, to after: String
    ) async throws -> Outcome {
        let object = try await run.object(user)
        let change = FieldChange(field, before: before.map(Value.text), after: .text(after))
        return try await run.perform(user, .update([change]), given: .version(object.version))
    }

    private func contacts(_ run: ConformanceRun) async throws {
        let ann = try await run.create(user("ann"), [.email: .text("ann@old.example")]).address
        #expect(try await run.object(ann).fields[.email] == .text("ann@old.example"))
        #expect(try await run.object(ann).awaited == [], "nobody asked for confirmations yet")
        try await run.edit(.confirmContacts)

        let before = try await run.object(ann).version
        #expect(
            try await set(run, ann, .email, from: "ann@old.example", to: "ann@new.example").word == "done")
        let asked = try await run.object(ann)
        #expect(asked.fields[.email] == .text("ann@old.example"), "the former one stays in force")
        #expect(asked.version != before)
        #expect(
            asked.awaited == [
                AwaitedConfirmation(
                    .email, "ann@new.example", requestedAt: run.now, until: run.now.advanced(by: 86_400))
            ])
        run.advance(by: 3600)
        #expect(
            try await set(run, ann, .email, from: "ann@old.example", to: "ann@new.example").word
                == "already so")
        #expect(try await run.object(ann).awaited == asked.awaited, "no second message")

        // Another value takes the place of the first; the one in force takes it back.
        #expect(
            try await set(run, ann, .email, from: "ann@new.example", to: "ann@third.example").word == "done")
        #expect(try await run.object(ann).awaited.map(\.value) == ["ann@third.example"])
        #expect(
            try await set(run, ann, .email, from: "ann@third.example", to: "ann@old.example").word == "done")
        #expect(try await run.object(ann).awaited == [])

        #expect(
            try await set(run, ann, .email, from: "ann@old.example", to: "ann@new.example").word == "done")
        let waiting = try await run.object(ann).version
        try await run.edit(.confirm(ann, .email))
        let confirmed = try await run.object(ann)
        #expect(confirmed.fields[.email] == .text("ann@new.example") && confirmed.awaited == [])
        #expect(confirmed.version != waiting)

        // After a day nobody answers any more, and asking is a new message.
        #expect(try await set(run, ann, .phone, to: "+8613800000000").word == "done")
        run.advance(by: 86_400)
        #expect(try await run.object(ann).awaited.map { $0.state(asOf: run.now) } == [.expired])
        #expect(try await set(run, ann, .phone, to: "+8613800000000").word == "done")
        #expect(try await run.object(ann).awaited.map { $0.state(asOf: run.now) } == [.pending])

        let bea = try await run.create(user("bea"), [.email: .text("bea@example.com")])
        #expect(bea.fields[.email] == nil && bea.awaited.map(\.value) == ["bea@example.com"])
    }

    private func invitations(_ run: ConformanceRun) async throws {
        let cem = try await run.create(user("cem"), [.invitationEmail: .text("cem@example.com")])
        #expect(cem.fields[.invitationEmail] == nil && cem.awaited.map(\.field) == [.invitationEmail])
        #expect(
            try await set(
                run, cem.address, .invitationEmail, from: "cem@example.com", to: "cem@example.com"
            ).word == "already so")
        // There is one invitation at most: the other goes.
        #expect(try await set(run, cem.address, .invitationPhone, to: "+8613800000001").word == "done")
        #expect(try await run.object(cem.address).awaited.map(\.field) == [.invitationPhone])
        try await run.edit(.withdraw(cem.address, .invitationPhone, at: run.now))
        #expect(try await run.object(cem.address).awaited.map { $0.state(asOf: run.now) } == [.withdrawn])
        #expect(try await set(run, cem.address, .invitationPhone, to: "+8613800000001").word == "done")
        try await run.edit(.confirm(cem.address, .invitationPhone))
        let accepted = try await run.object(cem.address)
        #expect(accepted.fields[.invitationPhone] == .text("+8613800000001") && accepted.awaited == [])
        #expect(
            try await set(run, cem.address, .invitationAccount, to: "somebody").word == "conflict",
            "the person is there")
    }

    private func devices(_ run: ConformanceRun) async throws {
        let dan = try await run.create(user("dan"))
        #expect(dan.mfaDevices == nil, "nobody records devices yet")
        try await run.edit(.setMFADevices(dan.address, []))
        #expect(try await run.object(dan.address).mfaDevices == [])
        let bound = [MFADevice("iam:acme:mfa/dan", boundAt: run.now), MFADevice("key-1", .securityKey)]
        try await run.edit(.setMFADevices(dan.address, bound))
        #expect(try await run.object(dan.address).mfaDevices == bound)
    }
}
