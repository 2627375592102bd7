import Testing
import WritTestKit

/// Ways to become an administrator in every output that shows them.
@Suite("ways to become an administrator, shown")
struct EscalationOutputTests {
    /// The help desk may reset passwords, and servers of the fleet may look after users.
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox(Example.company)
        #expect(try sandbox.writ("apply", "--auto-approve").code == 0)
        try sandbox.replace(
            "\"lts:logs:search\"]},", by: "\"lts:logs:search\", \"iam:users:resetUserPassword\"]},",
            in: "policies/others.yaml")
        try sandbox.commit("help desk")
        return sandbox
    }

    @Test("a plan shows them as text, Markdown and JSON; explain shows one's own; the exit code tells")
    func everywhere() throws {
        let sandbox = try sandbox()
        let text = try sandbox.writ("plan", "--as-of", "2026-11-22", "--no-blame")
        #expect(text.stdout.contains("ways to become an administrator  1 appears"))
        let markdown = try sandbox.writ(
            "diff", "HEAD~1", "HEAD", "--format", "markdown", "--as-of", "2026-11-22")
        expectGolden(markdown.stdout, named: "diff-help-desk-resets-passwords-markdown")
        let explained = try sandbox.writ("explain", "hana.kim", "--worktree", "--at", "2026-11-22")
        expectGolden(explained.stdout, named: "explain-the-help-desk")
        let code = try sandbox.writ("diff", "HEAD~1", "HEAD", "--exit-code").code
        #expect(code == 4)
        var outputs = Outputs()
        try outputs.add("a plan", "plan", sandbox.writ("plan", "--format", "json"))
        try outputs.add("a difference", "diff", sandbox.writ("diff", "HEAD~1", "HEAD", "--format", "json"))
        try outputs.add("a way gone", "diff", sandbox.writ("diff", "HEAD", "HEAD~1", "--format", "json"))
        try outputs.add("one's own", "explain", sandbox.writ("explain", "hana.kim", "--format", "json"))
        try outputs.expectAccepted()
    }
}
