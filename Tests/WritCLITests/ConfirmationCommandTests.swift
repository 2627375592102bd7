import Foundation
import Testing
import WritTestKit

/// What a person has to confirm, from a manifest through the program into a SQLite store and out of it.
@Suite struct ConfirmationCommandTests {
    /// The first example, applied, in an account that wants contacts to be confirmed.
    private func desk() throws -> (Sandbox, LiveDatabase) {
        let sandbox = try Sandbox(Example.first)
        let first = try sandbox.writ("apply", "--auto-approve")
        #expect(first.code == 0, "\(first.stderr)")
        let database = try LiveDatabase(sandbox.database)
        try database.run("UPDATE confirmation_rules SET contact_seconds = 86400")
        try sandbox.replace("alice@acme.example", by: "alice@new.example", in: "iam/users.yaml")
        try sandbox.commit("alice moved")
        return (sandbox, database)
    }

    @Test func `a new address waits, is told, and is asked for once`() throws {
        let (sandbox, database) = try desk()
        let apply = try sandbox.writ("apply", "--auto-approve")
        #expect(apply.code == 0, "\(apply.stderr)")
        #expect(
            apply.stdout.contains(
                "note[confirmation.pending]: `email` of `user/alice` waits to be confirmed"),
            "\(apply.stdout)")
        let asked = try database.rows("SELECT * FROM confirmations")
        #expect(asked.count == 1)
        #expect(try database.rows("SELECT email FROM users WHERE name = 'alice'") == ["alice@acme.example"])

        let again = try sandbox.writ("apply", "--auto-approve")
        #expect(again.code == 0, "\(again.stderr)")
        #expect(try database.rows("SELECT * FROM confirmations") == asked, "no second message")
        let plan = try sandbox.writ("plan", "--exit-code")
        #expect(plan.code == 0, "\(plan.stdout)\(plan.stderr)")
        let drift = try sandbox.writ("drift")
        #expect(drift.code == 0)
        #expect(drift.stdout.contains("note[confirmation.pending]"))
        let json = try sandbox.writ("drift", "--format", "json")
        #expect(json.stdout.contains(#""code": "confirmation.pending""#), "\(json.stdout)")
        let comment = try sandbox.writ("drift", "--format", "markdown")
        #expect(comment.stdout.contains("Left to people"), "\(comment.stdout)")

        try database.run("UPDATE confirmations SET confirmed_at = requested_at + 60")
        #expect(try database.rows("SELECT email FROM users WHERE name = 'alice'") == ["alice@new.example"])
        #expect(try database.rows("SELECT * FROM confirmations") == [])
        let done = try sandbox.writ("drift")
        #expect(done.code == 0 && !done.stdout.contains("confirmation"), "\(done.stdout)")
    }

    @Test func `what nobody confirms in time is drift, and can be confirmed no more`() throws {
        let (sandbox, database) = try desk()
        #expect(try sandbox.writ("apply", "--auto-approve").code == 0)
        try database.run(
            "UPDATE confirmations SET requested_at = requested_at - 90000, expires_at = expires_at - 90000")
        #expect(throws: SQLFailure.self) {
            try database.run("UPDATE confirmations SET confirmed_at = unixepoch()")
        }
        let drift = try sandbox.writ("drift")
        #expect(drift.code == 3)
        #expect(drift.stdout.contains("warning[confirmation.expired]"), "\(drift.stdout)")
        let plan = try sandbox.writ("plan")
        #expect("\(plan.stdout)\(plan.stderr)".contains("warning[confirmation.expired]"), "\(plan.stdout)")
        let apply = try sandbox.writ("apply", "--auto-approve")
        #expect(apply.code == 0, "\(apply.stderr)")
        #expect(
            try database.rows("SELECT expires_at > unixepoch() FROM confirmations") == ["1"], "asked again")
    }

    @Test func `an address that somebody else asked for is drift, and taken back`() throws {
        let (sandbox, database) = try desk()
        try sandbox.git("revert", "--no-edit", "HEAD")
        try database.run(
            """
            INSERT INTO confirmations (user_id, field, value, requested_at, expires_at)
            SELECT id, 'email', 'mallory@evil.example', unixepoch(), unixepoch() + 86400 FROM users WHERE name = 'alice'
            """)
        let drift = try sandbox.writ("drift")
        #expect(drift.code == 3)
        #expect(drift.stdout.contains("mallory@evil.example") && drift.stdout.contains("confirmation.other"))
        #expect(try sandbox.writ("apply", "--auto-approve").code == 0)
        #expect(try database.rows("SELECT * FROM confirmations") == [])
        #expect(try database.rows("SELECT email FROM users WHERE name = 'alice'") == ["alice@acme.example"])
    }

    @Test func `an invited user is there, and a device is bound by the user alone`() throws {
        let sandbox = try Sandbox(Example.first)
        #expect(try sandbox.writ("apply", "--auto-approve").code == 0)
        try sandbox.write(
            """
            apiVersion: writ/v1
            kind: User
            metadata:
              name: erin
            spec:
              invitation: {email: erin@partner.example}
              mfa: {required: true}

            """, to: "iam/erin.yaml")
        try sandbox.commit("erin is invited")
        let plan = try sandbox.writ("plan")
        #expect(plan.stdout.contains("erin@partner.example"), "\(plan.stdout)")
        let apply = try sandbox.writ("apply", "--auto-approve")
        #expect(apply.code == 0, "\(apply.stderr)")
        #expect(apply.stdout.contains("note[confirmation.pending]"), "\(apply.stdout)")
        let unknown = try sandbox.writ("plan")
        #expect(unknown.stdout.contains("unverifiable, the store does not show them: user/erin mfa.required"))
        #expect(!"\(unknown.stdout)\(unknown.stderr)".contains("no-mfa"), "nobody records devices yet")
        let database = try LiveDatabase(sandbox.database)
        try database.run("UPDATE confirmation_rules SET records_mfa_devices = 1")
        let drift = try sandbox.writ("drift")
        #expect(drift.code == 0)
        #expect(drift.stdout.contains("warning[credential.no-mfa]: `user/erin` has bound no MFA device"))

        try database.run(
            "INSERT INTO mfa_devices (user_id, id) SELECT id, 'mfa/erin' FROM users WHERE name = 'erin'")
        try database.run("UPDATE confirmations SET confirmed_at = unixepoch()")
        #expect(
            try database.rows("SELECT invitation_email FROM users WHERE name = 'erin'")
                == ["erin@partner.example"])
        let accepted = try sandbox.writ("plan", "--exit-code")
        #expect(accepted.code == 0, "\(accepted.stdout)")
        #expect(!accepted.stderr.contains("credential.no-mfa") && !accepted.stderr.contains("confirmation"))

        try sandbox.replace("erin@partner.example", by: "frank@partner.example", in: "iam/erin.yaml")
        try sandbox.commit("frank instead")
        let refused = try sandbox.writ("plan")
        #expect(refused.code == 1)
        #expect(refused.stderr.contains("error[confirmation.accepted]"), "\(refused.stderr)")
        #expect(refused.stderr.contains("iam/erin.yaml"))
    }
}
