import Foundation
import Testing

/// A command that promises to read only.
struct ReadOnlyCommand: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    static let all = [
        ["validate"], ["validate", "--format", "json"], ["validate", "--worktree"],
        ["plan"], ["plan", "--format", "json"], ["plan", "--worktree"], ["plan", "--out", "../plan.json"],
        ["drift"], ["drift", "--format", "json"], ["history"], ["history", "--verify"], ["--help"],
    ].map(ReadOnlyCommand.init)
}

/// "Writes counted during validate, plan, drift, history: zero": bytes, sizes and times of the whole
/// repository folder with its `.git` and its store.
@Suite struct ReadOnlyTests {
    @Test(arguments: ReadOnlyCommand.all)
    func `a read-only command writes nothing where there is no store`(_ command: ReadOnlyCommand) throws {
        let sandbox = try Sandbox(Example.first)
        // Drift of a store that is not there is most likely a mistyped `--store`.
        try expectNoWrites(
            by: command.arguments, in: sandbox, code: command.arguments.first == "drift" ? 1 : 0)
        #expect(!FileManager.default.fileExists(atPath: sandbox.database))
    }

    @Test(arguments: ReadOnlyCommand.all)
    func `a read-only command writes nothing to a store that is at rest`(_ command: ReadOnlyCommand) throws {
        try expectNoWrites(by: command.arguments, in: AppliedCompany.sandbox())
    }

    @Test(arguments: [["drift"], ["plan"]])
    func `a read-only command writes nothing to a store that has drifted`(_ arguments: [String]) throws {
        let sandbox = try AppliedCompany.sandbox()
        try LiveDatabase(sandbox.database).run(
            "UPDATE users SET phone = '+86 10 5550 9999' WHERE name = 'li.na'")
        try expectNoWrites(by: arguments, in: sandbox, code: arguments == ["drift"] ? 3 : 0)
    }

    @Test func `an apply that has nothing to do leaves the live tables as they are`() throws {
        let sandbox = try AppliedCompany.sandbox()
        let before = try LiveDatabase(sandbox.database).rows(Self.versions)
        #expect(!before.isEmpty)
        #expect(try sandbox.writ("apply", "--auto-approve").code == 0)
        #expect(try LiveDatabase(sandbox.database).rows(Self.versions) == before)
    }

    @Test func `a print of a folder sees a changed byte, a new file and a touched one`() throws {
        let sandbox = try Sandbox(["a": "1", "b": "2"])
        let before = try FolderPrint(sandbox.path)
        try sandbox.write("3", to: "b")
        #expect(try FolderPrint(sandbox.path).differences(from: before).contains(sandbox.path + "/b"))
        let next = try FolderPrint(sandbox.path)
        #expect(try FolderPrint(sandbox.path) == next)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: sandbox.path + "/a")
        #expect(try FolderPrint(sandbox.path).differences(from: next) == [sandbox.path + "/a"])
    }

    private static let versions = """
        SELECT name, version, updated_at FROM users UNION ALL SELECT name, version, updated_at FROM groups
        UNION ALL SELECT name, version, updated_at FROM policies
        UNION ALL SELECT id, version, updated_at FROM attachments ORDER BY 1
        """

    private func expectNoWrites(by arguments: [String], in sandbox: Sandbox, code: Int32 = 0) throws {
        let before = try FolderPrint(sandbox.path)
        let result = try sandbox.writ(arguments)
        #expect(result.code == code, "\(result.stderr)")
        #expect(try FolderPrint(sandbox.path).differences(from: before) == [])
    }
}
