import Foundation
import Testing

/// `writ validate --base`: what a change brings, apart from what was wrong before.
@Suite struct ValidateBaseTests {
    /// A repository whose `main` names somebody who is not declared, and a branch from it.
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox(Example.first)
        try sandbox.write(
            "apiVersion: writ/v1\nkind: Group\nmetadata: {name: night}\nspec: {members: [nobody]}\n",
            to: "iam/night.yaml")
        try sandbox.commit("somebody who is not there")
        try sandbox.git("checkout", "-q", "-b", "change")
        return sandbox
    }

    @Test func `what was wrong before is left out and counted, also where lines moved`() throws {
        let sandbox = try sandbox()
        try sandbox.replace("apiVersion", by: "# A comment.\n\napiVersion", in: "iam/night.yaml")
        try sandbox.commit("a comment")
        #expect(try sandbox.writ("validate").code == 1)
        let result = try sandbox.writ("validate", "--base", "main")
        #expect(result.code == 0, "\(result.stderr)")
        #expect(result.stderr == "note: 1 problem that the base has as well left out\n")
        #expect(result.stdout.hasPrefix("nothing new is wrong: production: "), "\(result.stdout)")
    }

    @Test func `what the change brings is shown, also a second of the same kind`() throws {
        let sandbox = try sandbox()
        try sandbox.write(
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: day}
            spec: {members: [nobody]}

            """, to: "iam/day.yaml")
        try sandbox.commit("the same mistake again")
        let result = try sandbox.writ("validate", "--base", "main")
        #expect(result.code == 1)
        #expect(result.stderr.contains("iam/day.yaml:4:") && !result.stderr.contains("iam/night.yaml"))
        #expect(result.stderr.contains("1 problem that the base has as well left out"))
    }

    @Test func `a base without a readable writ.yaml knows no problems`() throws {
        let sandbox = try sandbox()
        try sandbox.git("checkout", "-q", "main")
        let text = try String(contentsOfFile: sandbox.path + "/writ.yaml", encoding: .utf8)
        try sandbox.write("nonsense", to: "writ.yaml")
        try sandbox.commit("broken")
        try sandbox.git("checkout", "-q", "-b", "mending")
        try sandbox.write(text, to: "writ.yaml")
        try sandbox.commit("mended")
        let result = try sandbox.writ("validate", "--base", "main")
        #expect(result.code == 1)
        #expect(result.stderr.contains("iam/night.yaml") && !result.stderr.contains("left out"))
    }

    @Test func `what lies uncommitted in the working tree is not checked, and that is said`() throws {
        let sandbox = try Sandbox(Example.first)
        let valid = "valid: production: 12 objects\n"
        #expect(try sandbox.writ("validate").stderr == "")
        try sandbox.replace("description:", by: "descripton:", in: "iam/groups.yaml")
        let result = try sandbox.writ("validate")
        #expect(result.code == 0 && result.stdout == valid)
        #expect(
            result.stderr.hasPrefix("note: `iam/groups.yaml` differs from HEAD@")
                && result.stderr.hasSuffix(" in the working tree; `--worktree` checks it as it is there\n"),
            "\(result.stderr)")
        try sandbox.write("", to: "iam/new.yaml")
        #expect(try sandbox.writ("validate").stderr.contains("`iam/groups.yaml` and 1 more differ from"))
        #expect(try sandbox.writ("validate", "--rev", "main").stderr == "")
        #expect(try sandbox.writ("validate", "--format", "json").stderr == "")
        #expect(try sandbox.writ("validate", "--worktree").code == 1)
    }

    @Test func `a working tree has no merge base`() throws {
        let result = try sandbox().writ("validate", "--base", "main", "--worktree")
        #expect(result.code == 64, "\(result.stderr)")
    }
}
