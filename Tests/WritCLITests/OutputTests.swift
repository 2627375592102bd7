import Foundation
import Testing

/// Where output goes and how it looks: payload on standard output, everything else on standard error, colour
/// only for people.
@Suite struct OutputTests {
    private static let escape = "\u{1B}["

    @Test(arguments: [
        ["plan"], ["apply", "--auto-approve"], ["validate"], ["drift"], ["history"], ["--help"],
    ])
    func `output is plain without a terminal`(_ arguments: [String]) throws {
        let result = try AppliedCompany.sandbox().writ(arguments)
        #expect(result.code == 0)
        #expect(!(result.stdout + result.stderr).utf8.contains(0x1B))
        #expect(result.stdout.hasSuffix("\n"))
    }

    @Test func `a plan is coloured on a terminal`() throws {
        let result = try Sandbox(Example.first).writ("plan", typing: "")
        #expect(result.code == 0)
        #expect(result.stdout.contains(Self.escape))
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
    func `a terminal can be asked to stay plain`(_ environment: [String: String]) throws {
        let result = try Sandbox(Example.first).writ("plan", environment: environment, typing: "")
        #expect(result.code == 0)
        #expect(result.stdout.contains("12 create"))
        #expect(!result.stdout.contains(Self.escape))
    }

    @Test func `an empty NO_COLOR is none`() throws {
        let result = try Sandbox(Example.first).writ("plan", environment: ["NO_COLOR": ""], typing: "")
        #expect(result.stdout.contains(Self.escape))
    }

    @Test func `progress goes to standard error, the plan and the result to standard output`() throws {
        let result = try Sandbox(Example.first).writ("apply", "--auto-approve")
        #expect(
            result.stderr.contains("[24/24] attach policy/shop-files-read on agency/offsite-backup: done"))
        #expect(!result.stdout.contains("[24/24]"))
        #expect(result.stdout.hasPrefix("plan HEAD@"))
        #expect(result.stdout.hasSuffix("applied: 24 changes, and a second look finds nothing left to do\n"))
    }

    @Test(arguments: [
        ["plan"], ["apply", "--auto-approve"], ["drift"], ["history"], ["validate"],
    ])
    func `with --format json, standard output is one JSON value`(_ arguments: [String]) throws {
        let result = try AppliedCompany.sandbox().writ(arguments + ["--format", "json"])
        #expect(result.code == 0)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) }
    }

    @Test(arguments: ["plan", "drift", "history", "validate", "apply"])
    func `a JSON document names its format and version`(_ command: String) throws {
        let arguments = [command, "--format", "json"] + (command == "apply" ? ["--auto-approve"] : [])
        let result = try AppliedCompany.sandbox().writ(arguments)
        let json = try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any]
        #expect(json?["format"] as? String == "writ/\(command)/1")
    }

    @Test func `errors leave standard output empty`() throws {
        let sandbox = try Sandbox(Example.first)
        try sandbox.replace("kind: Group", by: "kind: Grupo", in: "iam/groups.yaml")
        try sandbox.commit("another language")
        for arguments in [["validate"], ["plan"], ["apply", "--auto-approve"]] {
            let result = try sandbox.writ(arguments)
            #expect(result.code == 1)
            #expect(result.stdout == "")
            #expect(result.stderr.contains("`Grupo`"))
        }
    }

    @Test func `a person at a terminal is asked, and only yes is taken`() throws {
        let sandbox = try Sandbox(Example.first)
        for answer in ["no", "y", "YES", ""] {
            let declined = try sandbox.writ("apply", typing: answer + "\n")
            #expect(declined.code == 5)
            #expect(declined.stdout.contains("Apply this to production? Only `yes` is taken: "))
            #expect(declined.stdout.contains("nothing was changed"))
        }
        #expect(!FileManager.default.fileExists(atPath: sandbox.database))
        let agreed = try sandbox.writ("apply", typing: "yes\n")
        #expect(agreed.code == 0)
        #expect(agreed.stdout.contains("applied: 24 changes"))
    }

    @Test func `a name that holds escape codes cannot paint the terminal`() throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run("INSERT INTO users (name) VALUES (char(27) || '[31mred')")
        let drift = try sandbox.writ("drift")
        #expect(drift.code == 0)
        #expect(drift.stdout.contains("unmanaged, left alone"))
        #expect(!drift.stdout.utf8.contains(0x1B))
    }
}
