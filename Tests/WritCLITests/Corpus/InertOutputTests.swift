import Foundation
import Testing
import WritReport

/// Nothing that a commit, a store or an environment says is obeyed by a terminal or by a pipeline's log.
@Suite struct InertOutputTests {
    @Test(arguments: [
        ("::set-env name=X::y", "\\u{3a}:set-env name=X::y"), ("a\n \t::x", "a\n \t\\u{3a}:x"),
        ("\u{A0}\u{3000}::x", "\u{A0}\u{3000}\\u{3a}:x"), (":::", "\\u{3a}::"),
        ("a ::x", "a ::x"), (": :", ": :"), ("a:\n:b", "a:\n:b"),
        ("a ##[group]b", "a #\\u0023[group]b"), ("###[x", "##\\u0023[x"),
        ("##vso[task.x]", "#\\u0023vso[task.x]"),
        ("a\u{202e}b", "a\\u202eb"), ("\u{e0041}\u{9b}", "\\udb40\\udc41\\u009b"), ("王 é → ❤", "王 é → ❤"),
        ("a… b…", "a… b…"), ("…##[x", "…#\\u0023[x"), ("…\u{202e}", "…\\u202e"),
        ("\u{2025}\u{2027}", "\u{2025}\u{2027}"),
        ("0123456##[x", "0123456#\\u0023[x"), ("01234567##[x", "01234567#\\u0023[x"),
        ("0123456\u{7F}", "0123456\\u007f"), ("01234567\n::x", "01234567\n\\u{3a}:x"),
        ("## heading [1]", "## heading [1]"), ("#[x]", "#[x]"), ("##", "##"),
    ]) func `commands to a pipeline are broken where they would be obeyed`(_ text: String, _ inert: String) {
        #expect(inertInLogs(text) == inert)
        #expect(steering(inert.replacingOccurrences(of: "\t", with: " ")) == nil)
        #expect(inertInLogs(inert) == inert)
    }

    @Test(arguments: [
        ("a##[x", "a#\\u{23}[x"), ("##vso[x", "#\\u{23}vso[x"), ("## x", "## x"), ("\u{1b}[0m", "\\u{1b}[0m"),
        ("a\r\n", "a\\u{d}\\u{a}"), ("\u{202e}\u{feff}", "\\u{202e}\\u{feff}"),
        ("王 é ❤\u{fe0f}", "王 é ❤\u{fe0f}"),
    ]) func `text from outside keeps to its place in a line`(_ text: String, _ safe: String) {
        #expect(terminalSafe(text) == safe)
    }

    private static let hostile =
        "::set-env name=X::y\n##[error]\u{1b}[31m\u{202e}</details> @team `` ![](http://x)\r"

    /// A repository and a store in which every free text is hostile, once with a change that is due.
    private static func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox([
            "writ.yaml": CorpusRow.configuration,
            "iam/::error::##[group]x.yaml": """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops, labels: {"::x": "##[group]"}, protect: "::error::##[x]"}
            spec: {description: "a\\n::set-env name=X::y\\n##[error]b"}
            """,
        ])
        _ = try sandbox.writ("apply", "--auto-approve", environment: ["WRIT_ACTOR": hostile])
        try LiveDatabase(sandbox.database).run(
            "INSERT INTO users (name) VALUES ('::error::x'), ('##[group]'), (char(27) || '[2J' || char(13))")
        try LiveDatabase(sandbox.database).run(
            "UPDATE groups SET description = '::x' || char(10) || '::y##[z]'")
        return sandbox
    }

    @Test func `every command's output is inert, as text and as JSON`() throws {
        let sandbox = try Self.sandbox()
        let commands = [
            ["validate"], ["plan"], ["drift"], ["history"], ["plan", "--rev", "##[group]x"],
            ["plan", "--rev", "::error::x"], ["apply", "--auto-approve"], ["history"],
            ["release", "group/ops"],
        ]
        for command in commands {
            for format in ["json", "text"] where command[0] != "release" || format == "text" {
                let arguments = command + ["--format", format]
                let result = try sandbox.writ(arguments, environment: ["WRIT_ACTOR": Self.hostile])
                #expect(steering(result.stdout) == nil, "\(arguments): \(result.stdout)")
                #expect(steering(result.stderr) == nil, "\(arguments): \(result.stderr)")
                #expect(!(result.stdout + result.stderr).isEmpty, "\(arguments)")
            }
        }
    }

    @Test func `JSON says the same as before it was made inert`() throws {
        let result = try Self.sandbox().writ("plan", "--format", "json")
        #expect(result.stdout.contains("\\u0023["))
        let plan = try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any]
        let change = try #require((plan?["changes"] as? [[String: Any]])?.first)
        #expect("\(change)".contains("##[error]b"))
    }
}
