import Testing
import WritDiagnostics
import WritModel
import WritTestKit

@testable import WritPlan

/// What a plan and a drift report make of what a person has to confirm, accept or bind.
struct ConfirmationTests {
    private static let ann = Address(.user, "ann")
    private static let hour: Int64 = 3600

    struct Row: CustomTestStringConvertible, Sendable {
        var name: String
        var field = Field.email
        var declared: String? = "new"
        var applied: String? = "new"
        var inForce: String? = "old"
        var awaited: [AwaitedConfirmation] = []
        /// The updates, as `email old -> new`, and the codes of what is said.
        var expected: [String]
        /// What drifted, and the codes of what is said.
        var drift: [String]
        var testDescription: String { name }
    }

    private static func asked(
        _ value: String, _ field: Field = .email, hoursAgo: Int64, withdrawn: Bool = false
    ) -> [AwaitedConfirmation] {
        let moment = noon.advanced(by: -hoursAgo * hour)
        return [
            AwaitedConfirmation(
                field, value, requestedAt: moment, until: moment.advanced(by: field.confirmationSeconds ?? 0),
                withdrawnAt: withdrawn ? noon : nil)
        ]
    }

    static let rows: [Row] = [
        // Contacts
        Row(name: "a value that was never asked for is", expected: ["email old -> new"], drift: ["email"]),
        Row(
            name: "one that waits is not asked for again", awaited: asked("new", hoursAgo: 1),
            expected: ["confirmation.pending"], drift: ["confirmation.pending"]),
        Row(
            name: "one that waits counts as well where nothing was in force", inForce: nil,
            awaited: asked("new", hoursAgo: 23), expected: ["confirmation.pending"],
            drift: ["confirmation.pending"]),
        Row(
            name: "after a day it is asked for again", awaited: asked("new", hoursAgo: 24),
            expected: ["confirmation.expired", "email old -> new"], drift: ["confirmation.expired", "email"]),
        Row(
            name: "one that was taken back is asked for again",
            awaited: asked("new", hoursAgo: 1, withdrawn: true),
            expected: ["confirmation.withdrawn", "email old -> new"],
            drift: ["confirmation.withdrawn", "email"]),
        Row(
            name: "another value takes the place of the one that waits", declared: "newer",
            awaited: asked("new", hoursAgo: 1),
            expected: ["confirmation.other", "email new -> newer"], drift: ["confirmation.pending"]),
        Row(
            name: "what somebody else asked for is taken back", declared: "old", applied: "old",
            awaited: asked("evil", hoursAgo: 1), expected: ["confirmation.other", "email evil -> old"],
            drift: ["confirmation.other", "email"]),
        Row(
            name: "what somebody else asked for and nobody confirmed is no matter", declared: "old",
            applied: "old", awaited: asked("evil", hoursAgo: 25), expected: [], drift: []),
        Row(
            name: "what is confirmed is said no more", inForce: "new", expected: [], drift: []),
        Row(
            name: "a field that nobody manages is none of ours", declared: nil, applied: nil,
            awaited: asked("evil", hoursAgo: 1), expected: [], drift: []),
        // Invitations
        Row(
            name: "an invitation is sent", field: .invitationEmail, inForce: nil,
            expected: ["invitation.email - -> new"], drift: ["invitation.email"]),
        Row(
            name: "an invitation that waits is not sent again", field: .invitationEmail, inForce: nil,
            awaited: asked("new", .invitationEmail, hoursAgo: 100), expected: ["confirmation.pending"],
            drift: ["confirmation.pending"]),
        Row(
            name: "an invitation that nobody accepted is sent again", field: .invitationEmail, inForce: nil,
            awaited: asked("new", .invitationEmail, hoursAgo: 24 * 7),
            expected: ["confirmation.expired", "invitation.email - -> new"],
            drift: ["confirmation.expired", "invitation.email"]),
        Row(
            name: "an invitation that was withdrawn is sent again", field: .invitationEmail, inForce: nil,
            awaited: asked("new", .invitationEmail, hoursAgo: 1, withdrawn: true),
            expected: ["confirmation.withdrawn", "invitation.email - -> new"],
            drift: ["confirmation.withdrawn", "invitation.email"]),
        Row(
            name: "an invitation by phone takes the place of one by mail", field: .invitationPhone,
            applied: nil, inForce: nil, awaited: asked("mail", .invitationEmail, hoursAgo: 1),
            expected: ["confirmation.other", "invitation.phone - -> new"], drift: []),
        Row(
            name: "an invitation that was accepted is in force", field: .invitationEmail, inForce: "new",
            expected: [], drift: []),
        Row(
            name: "who has accepted is not invited elsewhere", field: .invitationEmail, inForce: "old",
            expected: ["confirmation.accepted"], drift: ["invitation.email"]),
    ]

    @Test("contacts and invitations", arguments: rows)
    func waits(_ row: Row) {
        var object = DesiredObject(Self.ann)
        object.fields[row.field] = row.declared.map { .scalar(.text($0)) }
        var base = DesiredObject(Self.ann)
        base.fields[row.field] = row.applied.map { .scalar(.text($0)) }
        var world = World()
        world.capabilities = Capabilities(exceptions: [
            .user: Dictionary(
                uniqueKeysWithValues: ([.email, .phone] + Field.invitations).map { ($0, .asyncVerify) })
        ])
        world.observed.objects[Self.ann] = ObservedObject(
            Self.ann, id: "id", version: Version("1"),
            fields: row.inForce.map { [row.field: .text($0)] } ?? [:], awaited: row.awaited)
        world.own(base)
        let difference = diff(world.input(DesiredState(objects: [Self.ann: object])))
        let updates = difference.changes.flatMap { change -> [String] in
            guard case .update(let changes) = change.effect else { return [] }
            return changes.map { "\($0.field.rawValue) \(word($0.before)) -> \(word($0.after))" }
        }
        #expect((difference.diagnostics.map(\.code) + updates).sorted() == row.expected)

        let drift = drift(
            applied: world.applied, observed: world.observed, capabilities: world.capabilities, asOf: noon)
        let drifted = drift.items.compactMap { item -> String? in
            if case .changed(let field, _, _) = item.sort { field.rawValue } else { nil }
        }
        #expect((drift.remarks.map(\.code) + drifted).sorted() == row.drift)
    }

    private func word(_ value: Value?) -> String {
        if case .text(let text)? = value { text } else { "-" }
    }

    struct Factor: CustomTestStringConvertible, Sendable {
        var name: String
        var isRequired: Bool?
        var protection: DesiredList<Item>?
        var devices: [MFADevice]?
        /// The fields at which `credential.no-mfa` is said.
        var expected: [Field] = []
        var isUnverifiable = false
        var testDescription: String { name }
    }

    static let factors: [Factor] = [
        Factor(name: "required and bound", isRequired: true, devices: [MFADevice("a")]),
        Factor(name: "required and not bound", isRequired: true, devices: [], expected: [.mfaRequired]),
        Factor(
            name: "required where the store cannot tell", isRequired: true, devices: nil,
            isUnverifiable: true),
        Factor(name: "not required", isRequired: false, devices: []),
        Factor(name: "not stated", devices: []),
        Factor(
            name: "asked for at login and not bound", protection: DesiredList(.exactly, [.word("vmfa")]),
            devices: [], expected: [.consoleProtection]),
        Factor(
            name: "asked for at login and bound", protection: DesiredList(.atLeast, [.word("vmfa")]),
            devices: [MFADevice("a", .securityKey)]),
        Factor(
            name: "another method at login", protection: DesiredList(.exactly, [.word("sms")]), devices: []),
        Factor(
            name: "forbidden at login", protection: DesiredList(.none, [.word("vmfa")]), devices: []),
        Factor(
            name: "required and asked for is said once", isRequired: true,
            protection: DesiredList(.exactly, [.word("vmfa")]), devices: [], expected: [.mfaRequired]),
    ]

    @Test("a second factor is observed and never made", arguments: factors)
    func secondFactor(_ row: Factor) {
        var object = DesiredObject(Self.ann)
        var fields: FieldMap<Value> = [:]
        if let isRequired = row.isRequired {
            object.fields[.mfaRequired] = .scalar(.boolean(isRequired))
            fields[.mfaRequired] = .boolean(isRequired)
        }
        if let protection = row.protection {
            object.fields[.consoleProtection] = .list(protection)
            if protection.mode != .none { fields[.consoleProtection] = .list(protection.items) }
        }
        var world = World()
        world.observed.objects[Self.ann] = ObservedObject(
            Self.ann, id: "id", version: Version("1"), fields: fields, mfaDevices: row.devices)
        world.own(object)
        let found = remarks(
            on: object.fields,
            of: world.observed.objects[Self.ann]
                ?? ObservedObject(
                    Self.ann, id: "", version: Version("")), asOf: noon)
        #expect(found.map(\.field) == row.expected)
        let difference = diff(world.input(DesiredState(objects: [Self.ann: object])))
        #expect(difference.changes == [], "nobody but the user binds a device")
        #expect(difference.diagnostics.map(\.code) == row.expected.map { _ in "credential.no-mfa" })
        #expect(difference.unverifiable.map(\.field) == (row.isUnverifiable ? [.mfaRequired] : []))
    }
}
