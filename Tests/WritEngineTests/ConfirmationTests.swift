import Testing
import WritDiagnostics
import WritEngine
import WritModel
import WritPlan
import WritStore
import WritTestKit

@testable import WritSQL

/// Contacts and invitations through the whole loop, over the store in memory and over SQLite.
struct ConfirmationTests {
    private static let ann = Address(.user, "ann")

    enum Backend: String, CaseIterable { case memory, sqlite }

    /// A desk whose account wants contacts to be confirmed, and how somebody answers a message.
    private struct Office {
        let desk: Desk
        let edit: (ForeignEdit) async throws -> Void
        private let folder: TemporaryFolder

        init(_ backend: Backend) async throws {
            folder = try TemporaryFolder()
            switch backend {
            case .memory:
                let account = InMemoryAccount(capabilities: .confirming)
                desk = Desk(account.account)
                edit = { await account.store.edit($0) }
                await account.store.setClock(noon)
            case .sqlite:
                let path = folder.path + "/store.db"
                let sqlite = try await SQLiteAccount.open(
                    path: path, mode: .readWrite(account: "acme", lineage: "lineage"))
                desk = Desk(sqlite.account)
                edit = { edit in
                    switch edit {
                    case .confirmContacts:
                        try runSQL("UPDATE confirmation_rules SET contact_seconds = 86400", path)
                    case .confirm(_, let field):
                        try runSQL(
                            "UPDATE confirmations SET confirmed_at = requested_at WHERE field = '\(field.rawValue)'",
                            path)
                    default: Issue.record("no such edit here")
                    }
                }
            }
            try await edit(.confirmContacts)
        }

        func email() async throws -> Value? {
            try await desk.observed().objects[ConfirmationTests.ann]?.fields[.email]
        }

        func requests() async throws -> [Instant] {
            try await desk.observed().objects[ConfirmationTests.ann]?.awaited.map(\.requestedAt) ?? []
        }
    }

    private static func state(email: String? = nil, invitation: String? = nil) -> DesiredState {
        var user = DesiredObject(ann)
        user.fields[.email] = email.map { .scalar(.text($0)) }
        user.fields[.invitationEmail] = invitation.map { .scalar(.text($0)) }
        return DesiredState([user])
    }

    @Test("a second apply within the day sends no second message", arguments: Backend.allCases)
    func sendsOneMessage(_ backend: Backend) async throws {
        let office = try await Office(backend)
        let desk = office.desk
        let wanted = Self.state(email: "ann@example.com")
        let first = try await desk.bring(wanted)
        #expect(first.isComplete)
        #expect(first.remarks.map(\.code) == ["confirmation.pending"])
        #expect(try await office.email() == nil)
        let asked = try await office.requests()
        #expect(asked.count == 1)

        desk.now = desk.now.advanced(by: 3600)
        let second = try await desk.bring(wanted)
        #expect(second.isComplete && second.results.isEmpty)
        #expect(try await office.requests() == asked)
        #expect(try await desk.drift().items == [])
        #expect(try await desk.drift().remarks.map(\.code) == ["confirmation.pending"])

        try await office.edit(.confirm(Self.ann, .email))
        #expect(try await office.email() == .text("ann@example.com"))
        let plan = try await desk.plan(desk.declare(wanted)).plan
        #expect(plan.changes == [] && plan.warnings == [])
    }

    @Test("after the day the next apply asks again, once", arguments: [Backend.sqlite])
    func asksAgain(_ backend: Backend) async throws {
        let office = try await Office(backend)
        let desk = office.desk
        let wanted = Self.state(email: "ann@example.com")
        try await desk.bring(wanted)
        let asked = try await office.requests()
        desk.now = desk.now.advanced(by: 86_400)
        #expect(try await desk.drift().items.count == 1)
        let plan = try await desk.plan(desk.declare(wanted)).plan
        #expect(plan.warnings.map(\.code) == ["confirmation.expired"])
        let report = try await desk.bring(wanted)
        #expect(report.isComplete && report.appliedCount == 1)
        #expect(try await office.requests() != asked)
        #expect(try await desk.plan(desk.declare(wanted)).plan.changes == [])
    }

    @Test(
        "an invited user is there, with the invitation waiting, until somebody accepts",
        arguments: Backend.allCases)
    func invites(_ backend: Backend) async throws {
        let office = try await Office(backend)
        let desk = office.desk
        let wanted = Self.state(invitation: "ann@example.com")
        let report = try await desk.bring(wanted)
        #expect(report.isComplete && report.remarks.map(\.code) == ["confirmation.pending"])
        #expect(try await desk.bring(wanted).results.isEmpty)
        // Another address while nobody has accepted is another invitation.
        #expect(try await desk.bring(Self.state(invitation: "bea@example.com")).isComplete)
        try await office.edit(.confirm(Self.ann, .invitationEmail))
        #expect(
            try await desk.observed().objects[Self.ann]?.fields[.invitationEmail] == .text("bea@example.com"))
        let drift = try await desk.drift()
        #expect(drift.items == [] && drift.remarks == [])
        await #expect(throws: EngineError.self, "the person is there: nobody else is invited in their place")
        {
            try await desk.bring(wanted)
        }
    }

    @Test("an answer that was lost is settled by what waits, without a second message")
    func settlesLostAnswers() async throws {
        let office = try await Office(.memory)
        let desk = office.desk
        try await desk.bring(Self.state())
        let account = try #require(desk.account.store as? InMemoryStore)
        let calls = await account.calls
        await account.inject(.lostAnswer) { $0 == calls + 1 }
        try await desk.bring(Self.state(email: "ann@example.com"))
        let asked = try await office.requests()
        #expect(asked.count == 1)
        await account.heal()
        await account.setClock(noon.advanced(by: 60))
        let report = try await desk.bring(Self.state(email: "ann@example.com"))
        #expect(report.isComplete)
        #expect(try await office.requests() == asked)
    }
}

/// What another program does to the database.
private func runSQL(_ script: String, _ path: String) throws {
    try Database(path: path, .readWrite, busyMilliseconds: 1000).run(script: script)
}
