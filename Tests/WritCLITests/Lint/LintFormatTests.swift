import Foundation
import Testing

/// Every format of lint is read by something that is not ours.
@Suite struct LintFormatTests {
    /// Findings with fixes, notes, a hostile name and a waiver.
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox(Example.first)
        try sandbox.write(
            #"""
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: hostile}
            spec:
              document:
                Version: "1.1"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:x%0A::error::y:get", "ecs:x%0A::error::y:get", "<&\"]]>:a:b", "<&\"]]>:a:b"]
                  - Effect: Allow
                    Action: ["*:*:*"]  # writ: allow SEC001 -- "quoted" & <tagged>
            """#, to: "iam/hostile %2C ü.yaml")
        try sandbox.commit("what a report has to stand")
        return sandbox
    }

    private let schemas = SchemaValidator.root + "/Tests/WritCLITests/Lint/Schemas"

    private func report(_ format: String, _ sandbox: Sandbox) throws -> String {
        let result = try sandbox.writ("lint", "--select", "SEC001", "--select", "RED001", "--format", format)
        #expect(result.stderr == "" && !result.stdout.isEmpty)
        try result.stdout.write(
            toFile: sandbox.folder + "/report", atomically: false, encoding: .utf8)
        return result.stdout
    }

    private func check(_ schema: String, _ sandbox: Sandbox, items: Bool = false) throws -> String {
        let script = SchemaValidator.root + "/Tests/WritCLITests/Lint/check-schema.py"
        let arguments = [script, "\(schemas)/\(schema)", "report"] + (items ? ["--items"] : [])
        let result = try runProcess(
            "/usr/bin/python3", arguments, in: sandbox.folder, environment: ["LC_ALL": "C.UTF-8"], seconds: 60
        )
        return result.stdout + result.stderr
    }

    @Test func `SARIF is as OASIS' schema says, with fixes, fingerprints and suppressions`() throws {
        let sandbox = try sandbox()
        let text = try report("sarif", sandbox)
        #expect(try check("sarif-2.1.0.json", sandbox) == "")
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == 3)
        #expect(results.count { $0["fixes"] != nil } == 2)
        #expect(results.count { $0["suppressions"] != nil } == 1)
        #expect(text.contains("iam/hostile%20%252C%20%C3%BC.yaml"))
    }

    @Test func `our own report is as our schema says`() throws {
        let sandbox = try sandbox()
        let text = try report("json", sandbox)
        var outputs = Outputs()
        try outputs.add("lint", "lint", text: text)
        #expect(try sandbox.writ("lint", "--write-baseline", "../baseline.json").code == 0)
        try outputs.add(
            "baseline", "lint-baseline",
            text: String(contentsOfFile: sandbox.folder + "/baseline.json", encoding: .utf8))
        try outputs.expectAccepted()
    }

    @Test func `JUnit is as Jenkins' schema says`() throws {
        let sandbox = try sandbox()
        _ = try report("junit", sandbox)
        let result = try runProcess(
            "/usr/bin/xmllint", ["--noout", "--schema", "\(schemas)/junit-10.xsd", "report"],
            in: sandbox.folder, environment: [:], seconds: 60)
        #expect(result.code == 0, "\(result.stderr)")
    }

    @Test func `Code Quality is what GitLab's parser takes`() throws {
        let sandbox = try sandbox()
        let text = try report("gitlab", sandbox)
        #expect(try check("gitlab-code-quality.json", sandbox, items: true) == "")
        let findings = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        #expect(Set(findings?.compactMap { $0["fingerprint"] as? String } ?? []).count == 2)
    }

    /// Read as `ActionCommand.TryParseV2` of actions/runner does: the command up to the first space, properties up to `::`.
    @Test func `workflow commands are one a line, and nothing of the user's starts another`() throws {
        let sandbox = try sandbox()
        let lines = try report("github", sandbox).split(separator: "\n")
        #expect(lines.count == 2)
        for line in lines {
            let pattern = /^::(error|warning|notice) ([^:]+)::(.*)$/
            let match = try #require(String(line).wholeMatch(of: pattern))
            let properties = match.2.split(separator: ",").map { $0.split(separator: "=").first ?? "" }
            #expect(properties == ["file", "line", "endLine", "col", "endColumn", "title"])
            #expect(match.2.contains("file=iam/hostile %252C ü.yaml"))
        }
        #expect(lines[0].contains("`ecs:x%250A::error::y:get` stands twice"))
    }
}
