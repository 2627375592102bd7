import Foundation
import Testing

/// `writ lint` in a repository: settings, waivers, baseline, reviews and fixes.
@Suite struct LintCommandTests {
    private func sandbox(settings: String = "", policy: String = LintCommandTests.policy) throws -> Sandbox {
        let sandbox = try Sandbox(Example.first)
        let text = try String(contentsOfFile: sandbox.path + "/writ.yaml", encoding: .utf8)
        try sandbox.write(text + settings, to: "writ.yaml")
        try sandbox.write(policy, to: "iam/wide.yaml")
        try sandbox.commit("a wide policy")
        return sandbox
    }

    private static let policy = """
        apiVersion: writ/v1
        kind: Policy
        metadata: {name: wide}
        spec:
          document:
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action:
                  - ecs:servers:get
                  # Needed for the restart.
                  - ecs:servers:reboot
                  - ecs:servers:get  # again
              - Effect: Allow
                Action: ["*:*:*"]

        """

    private let only = ["--select", "SEC001", "--select", "RED001"]

    @Test func `findings at the chosen weight make it exit with 4`() throws {
        let sandbox = try sandbox()
        let all = try sandbox.writ(["lint"] + only)
        #expect(all.code == 4, "\(all.stderr)")
        #expect(all.stdout.hasSuffix("1 critical, 1 low\n"), "\(all.stdout)")
        #expect(try sandbox.writ("lint", "--select", "RED001").code == 0)
        #expect(try sandbox.writ("lint", "--select", "RED001", "--fail-on", "low").code == 4)
        let wrong = try sandbox.writ("lint", "--select", "SEC01")
        #expect(wrong.code == 64 && wrong.stderr.contains("did you mean `SEC001`?"), "\(wrong.stderr)")
    }

    @Test func `writ_yaml sets weights, by rule, family and path`() throws {
        let sandbox = try sandbox(
            settings: """
                lint:
                  failOn: low
                  rules:
                    full-admin: low
                    RED: off
                  paths:
                    - {path: iam/wide.yaml, rules: {RED001: high}}

                """)
        let result = try sandbox.writ(["lint"] + only)
        #expect(result.code == 4)
        #expect(result.stdout.hasSuffix("1 high, 1 low\n"), "\(result.stdout)")
    }

    @Test func `settings of rules that do not exist are told`() throws {
        let sandbox = try sandbox(
            settings: """
                lint:
                  rules:
                    SEC0001: off
                    SEC001: {level: low, options: {nothing: 1}}

                """)
        let result = try sandbox.writ("lint")
        #expect(result.code == 1)
        #expect(result.stderr.contains("error[lint.unknown-rule]: there is no rule `SEC0001`"), "\(result)")
        #expect(result.stderr.contains("help: did you mean `SEC001`?"))
        #expect(result.stderr.contains("error[lint.unknown-option]: SEC001 has no option `nothing`"))
    }

    @Test func `a baseline lets old findings pass, new ones not, and shrinks by itself`() throws {
        let sandbox = try sandbox()
        let written = try sandbox.writ(["lint", "--write-baseline", "../known.json"] + only)
        #expect(written.code == 0, "\(written.stderr)")
        let file = sandbox.folder + "/known.json"
        #expect(try sandbox.writ("lint", "--baseline", "../known.json", "--select", "SEC001").code == 0)
        try sandbox.replace(
            "[\"*:*:*\"]", by: "[\"*:*:*\"]\n      - {Effect: Allow, Action: \"*:*:*\", Sid: more}",
            in: "iam/wide.yaml")
        try sandbox.commit("another one")
        let more = try sandbox.writ("lint", "--baseline", "../known.json", "--select", "SEC001")
        #expect(more.code == 4 && more.stdout.contains("1 critical; 1 in the baseline"), "\(more.stdout)")
        let before = try String(contentsOfFile: file, encoding: .utf8)
        try sandbox.replace("          - ecs:servers:get  # again\n", by: "", in: "iam/wide.yaml")
        try sandbox.commit("mended")
        let mended = try sandbox.writ("lint", "--baseline", "../known.json")
        let after = try String(contentsOfFile: file, encoding: .utf8)
        #expect(mended.stderr.contains("is mended") && after.count < before.count, "\(mended.stderr)")
        #expect(before.contains("RED001") && !after.contains("RED001"))
    }

    @Test func `a baseline stays as it is where the manifests cannot be read`() throws {
        let sandbox = try sandbox()
        _ = try sandbox.writ(["lint", "--write-baseline", "../known.json"] + only)
        let before = try String(contentsOfFile: sandbox.folder + "/known.json", encoding: .utf8)
        try sandbox.write("kind: [", to: "iam/wide.yaml")
        try sandbox.commit("broken")
        #expect(try sandbox.writ("lint", "--baseline", "../known.json").code == 1)
        #expect(try String(contentsOfFile: sandbox.folder + "/known.json", encoding: .utf8) == before)
    }

    @Test func `what the manifests are refused for passes no waiver, baseline or review`() throws {
        let sandbox = try sandbox()
        try sandbox.write(
            "apiVersion: writ/v1\nkind: Group\nmetadata: {name: night}\nspec: {members: [nobody]}  # writ: allow OBJ001 -- later\n",
            to: "iam/night.yaml")
        try sandbox.commit("somebody who is not there")
        let waived = try sandbox.writ("lint")
        #expect(
            waived.code == 1 && waived.stdout.contains("error[OBJ001]: there is no `user/nobody`"),
            "\(waived)")
        #expect(try sandbox.writ("lint", "--write-baseline", "../known.json").code == 1)
        let known = try sandbox.writ("lint", "--baseline", "../known.json")
        #expect(known.code == 1 && known.stdout.contains("error[OBJ001]"), "\(known.stdout)")
        let reviewed = try sandbox.writ("lint", "--changed", "HEAD..HEAD")
        #expect(reviewed.code == 1 && reviewed.stdout.contains("error[OBJ001]"), "\(reviewed.stdout)")
    }

    @Test func `a review shows what the change brings, and a commit under review cannot loosen`() throws {
        let sandbox = try sandbox()
        try sandbox.git("checkout", "-q", "-b", "change")
        try sandbox.replace("again", by: "still again", in: "iam/wide.yaml")
        let text = try String(contentsOfFile: sandbox.path + "/writ.yaml", encoding: .utf8)
        try sandbox.write(text + "lint: {rules: {SEC: off}}\n", to: "writ.yaml")
        try sandbox.write(
            LintCommandTests.policy.replacingOccurrences(of: "wide", with: "wider"), to: "iam/wider.yaml")
        try sandbox.commit("another, and lint turned off")
        #expect(try sandbox.writ(["lint"] + only).stdout.hasSuffix("2 low\n"))
        let result = try sandbox.writ(["lint", "--changed", "main..change"] + only)
        #expect(result.code == 4)
        #expect(result.stdout.hasSuffix("1 critical, 1 low\n"), "\(result.stdout)")
        #expect(result.stdout.contains("iam/wider.yaml") && !result.stdout.contains("iam/wide.yaml"))
        #expect(result.stderr.contains("2 findings that the base has as well left out"), "\(result.stderr)")
    }

    @Test func `fixes are made in the working tree, comments stay`() throws {
        let sandbox = try sandbox()
        #expect(try sandbox.writ("lint", "--fix").code == 64)
        let result = try sandbox.writ("lint", "--worktree", "--fix", "--select", "RED001")
        #expect(result.code == 0 && result.stderr.contains("1 fix made"), "\(result)")
        let text = try String(contentsOfFile: sandbox.path + "/iam/wide.yaml", encoding: .utf8)
        #expect(
            text
                == LintCommandTests.policy.replacingOccurrences(
                    of: "          - ecs:servers:get  # again\n", with: "          # again\n"))
        #expect(try sandbox.git("diff", "--stat").contains("1 file changed"))
    }

    @Test func `a rule's page, and a misspelled rule`() throws {
        let sandbox = try sandbox()
        let page = try sandbox.writ("rule", "full-admin")
        #expect(page.code == 0 && page.stdout.hasPrefix("SEC001 full-admin\n"))
        let wrong = try sandbox.writ("rule", "full-admn")
        #expect(wrong.code == 64 && wrong.stderr.contains("did you mean `full-admin`?"))
        #expect(try sandbox.writ("rule").stdout.contains("  SEC001  critical  full-admin\n"))
    }

    @Test func `policies outside of manifests`() throws {
        let sandbox = try sandbox()
        try sandbox.write(
            #"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["s3:Get*", "s3:Get*"], "Resource": "*"}}"#,
            to: "p.json")
        let found = try sandbox.writ("policy", "lint", "p.json", "--dialect", "aws", "--select", "RED001")
        #expect(found.code == 0 && found.stdout.contains("p.json:1:82"), "\(found.stdout)")
        let fixed = try sandbox.writ(
            "policy", "lint", "p.json", "--dialect", "aws", "--select", "RED001", "--fix")
        #expect(fixed.code == 0 && fixed.stdout == "no findings\n", "\(fixed)")
        let text = try String(contentsOfFile: sandbox.path + "/p.json", encoding: .utf8)
        #expect(text.contains(#""Action": ["s3:Get*"], "#))
        try sandbox.write("{", to: "broken.json")
        let broken = try sandbox.writ("policy", "lint", "broken.json", "--dialect", "aws")
        #expect(broken.code == 1 || broken.code == 4, "\(broken)")
    }

    @Test func `lines of documents are told by their number, in their order`() throws {
        let sandbox = try sandbox()
        let wide =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:GetObject"],"Resource":"*"}]}"#
        // An empty line counts, and the tenth comes behind the third.
        let lines = ["", "", wide] + Array(repeating: "", count: 6) + [wide]
        try Data(lines.joined(separator: "\n").utf8).write(
            to: URL(fileURLWithPath: sandbox.path + "/all.jsonl"))
        let found = try sandbox.writ(
            "policy", "lint", "all.jsonl", "--jsonl", "--dialect", "aws", "--select", "RED002")
        let places = found.stdout.split(separator: "\n").filter { $0.contains("in all.jsonl:") }
        #expect(places.count == 2, "\(found)")
        #expect(
            places.first?.contains("all.jsonl:3") == true && places.last?.contains("all.jsonl:10") == true)
    }
}
