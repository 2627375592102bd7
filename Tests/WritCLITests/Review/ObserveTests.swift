import Foundation
import Testing
import WritPlan

/// `writ observe`, and the commands that look at what it has saved.
@Suite struct ObserveTests {
    /// The company at rest, with a snapshot beside the repository.
    private func observed() throws -> Sandbox {
        let sandbox = try AppliedCompany.sandbox()
        let observe = try sandbox.writ("observe", "--out", "../snapshot.json")
        #expect(observe.code == 0, "\(observe.stderr)")
        #expect(observe.stdout.hasPrefix("observed production at "))
        return sandbox
    }

    @Test func `a plan from a snapshot needs no store and does the same`() throws {
        let sandbox = try observed()
        try sandbox.replace("Payments lead", by: "Head of payments", in: "teams/payments.yaml")
        try sandbox.commit("a title")
        let arguments = ["plan", "--as-of", ExampleTests.day]
        let live = try sandbox.writ(arguments)
        try FileManager.default.removeItem(atPath: sandbox.database)
        let plan = try sandbox.writ(
            arguments + ["--observed", "../snapshot.json", "--out", "../plan.json", "--exit-code"],
            environment: ["WRIT_STORE": "sqlite:/nowhere/at/all.db"])
        #expect(plan.code == 2, "\(plan.stderr)")
        func effect(_ text: String) -> String? {
            text.split(separator: "\n").first { $0.hasPrefix("effect ") }.map(String.init)
        }
        #expect(effect(plan.stdout) == effect(live.stdout))
        #expect(plan.stdout.contains("from a snapshot of "))
        #expect(!FileManager.default.fileExists(atPath: sandbox.database))

        let apply = try sandbox.writ("apply", "../plan.json")
        #expect(apply.code == 1)
        #expect(apply.stderr.contains("it was made from a snapshot, not from the live store"))
        #expect(!FileManager.default.fileExists(atPath: sandbox.database))
    }

    @Test func `drift can be told from a snapshot`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run(
            "UPDATE users SET email = 'x@evil.example' WHERE name = 'li.na'")
        #expect(try sandbox.writ("observe", "--out", "../snapshot.json").code == 0)
        let drift = try sandbox.writ("drift", "--observed", "../snapshot.json", "--format", "markdown")
        #expect(drift.code == 3)
        #expect(drift.stdout.hasPrefix("<!-- writ:drift:production -->\n"))
        #expect(drift.stdout.contains("in the store \"(redacted)\""))
        #expect(!drift.stdout.contains("evil"))
        #expect(faults(inComment: drift.stdout) == [])
    }

    @Test func `the same state at the same time gives the same bytes`() throws {
        let sandbox = try observed()
        let first = try Snapshotted(sandbox.folder + "/snapshot.json")
        #expect(try sandbox.writ("observe", "--out", "../second.json").code == 0)
        #expect(try Snapshotted(sandbox.folder + "/second.json").withoutTime == first.withoutTime)
    }

    private struct Snapshotted {
        let withoutTime: String

        init(_ path: String) throws {
            withoutTime = try String(contentsOfFile: path, encoding: .utf8)
                .replacing(#/"takenAt": "[^"]*"/#, with: "")
        }
    }

    @Test func `what is no snapshot of this target is refused`() throws {
        let sandbox = try observed()
        try Data("{}".utf8).write(to: URL(fileURLWithPath: sandbox.folder + "/empty.json"))
        let path = sandbox.folder + "/snapshot.json"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try Data(text.replacing("\"target\": \"production\"", with: "\"target\": \"staging\"").utf8)
            .write(to: URL(fileURLWithPath: sandbox.folder + "/staging.json"))
        for (name, reason) in [
            ("empty.json", "it names no `format`"), ("nowhere.json", "No such file"),
            ("staging.json", "is a snapshot of target `staging`, not of `production`"),
        ] {
            let plan = try sandbox.writ("plan", "--observed", "../" + name)
            #expect(plan.code == 1)
            #expect(plan.stderr.contains(reason), "\(plan.stderr)")
        }
        let both = try sandbox.writ("plan", "--observed", "../snapshot.json", "--store", "sqlite:x.db")
        #expect(both.code == 64)
    }

    /// Where the store cannot be read in full, nothing is written.
    @Test func `an incomplete observation is no snapshot`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run("UPDATE policies SET document = '{' WHERE name = 'logs-read'")
        let observe = try sandbox.writ("observe", "--out", "../snapshot.json")
        #expect(observe.code == 7, "\(observe.stderr)")
        #expect(!FileManager.default.fileExists(atPath: sandbox.folder + "/snapshot.json"))
    }
}
