import Foundation
import Testing
import WritTestKit

/// `kill -9` in the middle of an import: the next one completes it.
@Suite(.serialized) struct ImportKillTests {
    @Test func `what a kill leaves between two files is completed by the next import`() throws {
        let company = try ImportTests.strangersCompany()
        #expect(try company.writ("import", "--as-of", ExampleTests.day).code == 0)
        let whole = try files(of: company)
        let order = whole.keys.sorted { rank($0) < rank($1) }
        for count in stride(from: 0, through: order.count, by: isFullRun ? 1 : 12) {
            try clear(company)
            for path in order.prefix(count) { try company.write(whole[path] ?? "", to: path) }
            // What the killed one would have named next, and another that is being written by somebody.
            try company.write("half", to: ".writ-import.deadbeef/0")
            let validate = try company.writ("validate", "--worktree")
            #expect(validate.code == (count < 2 ? 1 : 0), "\(count) files: \(validate.stderr)")
            let next = try company.writ("import", "--as-of", ExampleTests.day)
            #expect(next.code == 0, "\(count) files: \(next.stderr)")
            #expect(next.stderr.contains("an earlier import was interrupted"), "\(next.stderr)")
            let objects = order.prefix(count).count { $0 != "writ.yaml" }
            if objects > 0 {
                let words = "declared already and left as it is: \(objects) object\(objects == 1 ? "" : "s")"
                #expect(next.stdout.contains(words), "\(next.stdout)")
            }
            #expect(try files(of: company) == whole, "\(count) files")
        }
    }

    /// A name at whose appearing the import is killed.
    @Test(arguments: [
        ".writ-import.*", ".writ-import.*/9", ".writ-import.*/170", "writ.yaml", "iam/policies/*",
        "iam/users/robot-50.yaml", "iam/groups/*",
    ])
    func `an import that is killed leaves whole files, and the next completes it`(_ name: String) throws {
        let company = try ImportTests.strangersCompany()
        try LiveDatabase(company.database).run(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
            INSERT INTO users (name, description) SELECT 'robot-' || i, 'made for the kill test' FROM n
            """)
        #expect(try company.writ("import", "--as-of", ExampleTests.day).code == 0)
        let whole = try files(of: company)
        for round in 0..<(isFullRun ? 6 : 1) {
            try clear(company)
            // The shell looks as often as it can; the pattern has to be a word of its own.
            let script = """
                "$0" import --as-of \(ExampleTests.day) > /dev/null & import=$!
                until kill -0 $import 2> /dev/null || break; set -- \(name); test -e "$1"; do :; done
                kill -9 $import; wait $import
                """
            let killed = try runProcess(
                "bash", ["-c", script, WritProgram.path], in: company.path,
                environment: company.environment, seconds: 60)
            let left = try files(of: company).filter { !$0.key.hasPrefix(".writ-import.") }
            for (path, text) in left { #expect(whole[path] == text, "\(path)") }
            if isFullRun {
                print("import killed at \(name): \(killed.code), \(left.count) of \(whole.count) files")
            }
            let next = try company.writ("import", "--as-of", ExampleTests.day)
            #expect(next.code == 0, "round \(round): \(next.stderr)")
            #expect(try files(of: company) == whole, "round \(round)")
        }
    }

    @Test func `drafts of an import that is still writing are left alone`() throws {
        let company = try ImportTests.strangersCompany()
        try company.write("half", to: ".writ-import.deadbeef/0")
        let folder = open(company.path + "/.writ-import.deadbeef", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(folder) }
        #expect(flock(folder, LOCK_EX | LOCK_NB) == 0)
        let result = try company.writ("import", "--as-of", ExampleTests.day)
        #expect(result.code == 0, "\(result.stderr)")
        #expect(result.stderr == "")
        #expect(FileManager.default.fileExists(atPath: company.path + "/.writ-import.deadbeef/0"))
    }

    /// The order in which an import names its files.
    private func rank(_ path: String) -> String {
        let folders = ["writ.yaml", "iam/password-policy.yaml", "iam/policies/", "iam/users/"]
        let rank = folders.firstIndex { path.hasPrefix($0) } ?? folders.count
        return "\(rank) \(path)"
    }

    /// The texts in the working tree by path, but for the store and git's own.
    private func files(of sandbox: Sandbox) throws -> [String: String] {
        var files: [String: String] = [:]
        let enumerator = FileManager.default.enumerator(atPath: sandbox.path)
        while let name = enumerator?.nextObject() as? String {
            if [".git", ".writ"].contains(name) { enumerator?.skipDescendants() }
            guard enumerator?.fileAttributes?[.type] as? FileAttributeType == .typeRegular,
                name != ".gitignore"
            else { continue }
            files[name] = try String(contentsOfFile: "\(sandbox.path)/\(name)", encoding: .utf8)
        }
        return files
    }

    private func clear(_ sandbox: Sandbox) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: sandbox.path)
        where ![".git", ".gitignore", ".writ"].contains(name) {
            try FileManager.default.removeItem(atPath: "\(sandbox.path)/\(name)")
        }
    }
}
