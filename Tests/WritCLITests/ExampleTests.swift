import Foundation
import Testing

/// What the examples promise, by running them: every folder of `examples/` with a `writ.yaml`.
@Suite struct ExampleTests {
    /// Expiries are judged at this day, so that the examples do not age.
    static let day = "2026-11-22"

    @Test func `the examples are found`() {
        #expect(Example.all.map(\.name).contains(Example.first.name))
        #expect(Example.all.map(\.name).contains(Example.company.name))
        #expect(Example.all.map(\.name).contains("03-account-security"))
    }

    @Test(arguments: Example.all)
    func `an example is valid, plans as it says, applies, and is then at rest`(_ example: Example) throws {
        let sandbox = try Sandbox(example)

        let validate = try sandbox.writ("validate")
        #expect(validate.code == 0)
        #expect(validate.stderr == "")

        let lint = try sandbox.writ("lint", "--at", Self.day)
        #expect(lint.code == 0 || lint.code == 4, "\(lint.stderr)")
        try compare(lint.stdout, "lint.txt", of: example)

        let plan = try sandbox.writ(
            "plan", "--as-of", Self.day, "--out", "../plan.json", "--no-blame")
        #expect(plan.code == 0)
        try compare(plan.stdout, "plan.txt", of: example)

        let apply = try sandbox.writ("apply", "../plan.json", "--credentials", "../credentials")
        #expect(apply.code == 0, "\(apply.stderr)")

        let second = try sandbox.writ("plan", "--as-of", Self.day, "--exit-code")
        #expect(second.code == 0)
        try compare(second.stdout, "second-plan.txt", of: example)

        let drift = try sandbox.writ("drift")
        #expect(drift.code == 0)
        try compare(drift.stdout, "drift.txt", of: example)
    }

    /// With `WRIT_RECORD` in the environment the expectation is written instead, and the test fails:
    /// a recording is to be looked at, never to pass.
    private func compare(_ text: String, _ name: String, of example: Example) throws {
        let found = text.withPlaceholders
        guard ProcessInfo.processInfo.environment["WRIT_RECORD"] == nil else {
            try Data(found.utf8).write(to: URL(fileURLWithPath: "\(example.path)/expected/\(name)"))
            Issue.record("recorded expected/\(name) of \(example.name)")
            return
        }
        #expect(found == (try example.expected(name)))
    }
}
