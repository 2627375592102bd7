import Foundation
import Testing

/// What the examples' README files show of the program's output is what the program prints.
@Suite struct ReadmeTests {
    @Test func `the first README's edit by hand is found as it shows`() throws {
        let readme = try String(contentsOfFile: Example.first.path + "/README.md", encoding: .utf8)
        let sql = try #require(readme.firstMatch(of: /sqlite3 .writ\/production.db "([^"]*)"/)?.1)
        let sandbox = try Sandbox(Example.first)
        #expect(try sandbox.writ("apply", "--auto-approve").code == 0)
        try LiveDatabase(sandbox.database).run(String(sql))
        let drift = try sandbox.writ("drift")
        #expect(drift.code == 3)
        try expect(readme, toShow: drift.stdout)
    }

    @Test func `the first README's plans, result and history are as it shows`() throws {
        let readme = try String(contentsOfFile: Example.first.path + "/README.md", encoding: .utf8)
        let sandbox = try Sandbox(Example.first)
        try expect(readme, toShow: sandbox.writ("validate").stdout)
        try expect(readme, toShow: firstLine(of: sandbox.writ("plan").stdout))
        let apply = try sandbox.writ("apply", "--auto-approve")
        try expect(readme, toShow: lastLine(of: apply.stdout))
        try expect(readme, toShow: firstLine(of: sandbox.writ("plan").stdout))
        try expect(readme, toShow: sandbox.writ("drift").stdout)
    }

    @Test func `the company README's numbers and its refusal are as it shows`() throws {
        let readme = try String(contentsOfFile: Example.company.path + "/README.md", encoding: .utf8)
        let fresh = try Sandbox(Example.company)
        try expect(readme, toShow: fresh.writ("validate").stdout)
        try expect(readme, toShow: firstLine(of: fresh.writ("plan", "--as-of", ExampleTests.day).stdout))

        let sandbox = try AppliedCompany.sandbox()
        try sandbox.git("rm", "-q", "-r", "teams/support.yaml")
        try sandbox.commit("tidy up")
        let plan = try sandbox.planAsOfDay()
        #expect(plan.code == 5)
        try expect(readme, toShow: plan.stderr)
    }

    /// Every line of `output` stands in `readme`, with `…` for what differs from run to run.
    private func expect(_ readme: String, toShow output: String) throws {
        let text = output.replacing(/sha256:[0-9a-f]{64}/, with: "sha256:…")
            .replacing(/(@|applied from |, )[0-9a-f]{7}\b/) { "\($0.1)…" }
        let lines = readme.split(separator: "\n")
        #expect(!text.isEmpty)
        for line in text.split(separator: "\n") {
            #expect(lines.contains { $0 == line }, "\(line)")
        }
    }

    private func firstLine(of text: String) -> String { text.prefix { $0 != "\n" } + "" }

    private func lastLine(of text: String) -> String {
        text.split(separator: "\n").last.map(String.init) ?? ""
    }
}
