import Foundation
import Testing
import WritManifest
import WritTestKit

/// `writ import`, as somebody with an existing account runs it.
@Suite struct ImportTests {
    @Test func `the company imports as a person would have written it`() throws {
        let company = try Self.strangersCompany()
        let store = try FolderPrint(company.path + "/.writ")
        let result = try company.writ("import", "--as-of", ExampleTests.day)
        #expect(result.code == 0, "\(result.stderr)")
        #expect(result.stderr == "")
        #expect(try FolderPrint(company.path + "/.writ").differences(from: store) == [])
        expectGolden(result.stdout, named: "import-company-output")
        for kind in ["users", "groups", "policies", "agencies"] {
            let files = try FileManager.default.contentsOfDirectory(atPath: "\(company.path)/iam/\(kind)")
            let texts = try files.sorted().map { "# \($0)\n" + (try text("iam/\(kind)/\($0)", in: company)) }
            expectGolden(texts.joined(separator: "\n"), named: "import-company-\(kind)")
        }
        let rest = try ["writ.yaml", "iam/password-policy.yaml"].map {
            "# \($0)\n" + (try text($0, in: company))
        }
        expectGolden(rest.joined(separator: "\n"), named: "import-company-rest")

        try company.commit("import")
        let plan = try company.writ(
            "plan", "--as-of", ExampleTests.day, "--exit-code", "--out", "../plan.json")
        #expect(plan.code == 0, "\(plan.stdout)\(plan.stderr)")
        #expect(plan.stderr == "")
        #expect(try company.writ("apply", "../plan.json").code == 0)
        let again = try company.writ("import", "--as-of", ExampleTests.day)
        #expect(again.stdout.contains("declared already and left as it is: 72 objects"))
        #expect(try company.git("status", "--porcelain") == "")
    }

    @Test func `into a repository that declares everything nothing is written`() throws {
        let company = try AppliedCompany.sandbox()
        let before = try FolderPrint(company.path)
        let result = try company.writ("import", "--as-of", ExampleTests.day)
        #expect(result.code == 0)
        #expect(result.stdout.contains("nothing to import, and nothing was written"))
        #expect(try FolderPrint(company.path).differences(from: before) == [])
    }

    @Test func `beside manifests that are there it adds the others and touches none`() throws {
        let company = try Self.strangersCompany()
        let mine = """
            # Ours, as it is.
            apiVersion: writ/v1
            kind: Group
            metadata: {name: finance}   # by hand
            spec:
              members: [{external: amelie.dubois}, {external: chen.yu}, {external: laura.weber}]

            """
        try company.write(configuration, to: "writ.yaml")
        try company.write(mine, to: "iam/finance.yaml")
        try company.write("not a manifest", to: "iam/groups/security.yaml.md")
        let result = try company.writ(
            "import", "--kind", "group", "--kind", "User", "--name", "fin*", "--name", "*e?ur*", "--name",
            "laura*")
        #expect(result.code == 0, "\(result.stderr)")
        #expect(try text("iam/finance.yaml", in: company) == mine)
        #expect(try text("writ.yaml", in: company) == configuration)
        #expect(result.stderr.contains("`group/finance` names it as external"), "\(result.stderr)")
        #expect(result.stdout.contains("iam/groups/security.yaml\n"), "\(result.stdout)")
        #expect(!result.stdout.contains("writ.yaml\n"))
        try company.commit("import")
        let plan = try company.writ("plan", "--exit-code")
        #expect(plan.code == 0, "\(plan.stdout)\(plan.stderr)")
    }

    @Test func `outside of a git repository, making one comes first`() throws {
        let company = try Self.strangersCompany()
        try FileManager.default.removeItem(atPath: company.path + "/.git")
        let result = try company.writ("import", "--as-of", ExampleTests.day)
        #expect(result.code == 0, "\(result.stderr)")
        #expect(result.stdout.contains("next:\n  git init\n  git add iam writ.yaml && "), "\(result.stdout)")
    }

    @Test func `a dry run says the same and writes nothing`() throws {
        let company = try Self.strangersCompany()
        let before = try FolderPrint(company.path)
        let result = try company.writ("import", "--dry-run", "--kind", "agency", "--into", "access/live")
        #expect(result.code == 0)
        #expect(result.stdout.contains("access/live/agencies/audit-firm.yaml"), "\(result.stdout)")
        #expect(result.stdout.contains("4 objects would be imported; nothing was written"))
        #expect(try FolderPrint(company.path).differences(from: before) == [])
    }

    struct Refusal: CustomTestStringConvertible {
        let testDescription: String
        let arguments: [String]
        let code: Int32
        let message: String
        var files: [String: String] = [:]
    }

    @Test(arguments: [
        Refusal(
            testDescription: "an unknown kind", arguments: ["--kind", "users"], code: 64,
            message: "`users` is no kind"),
        Refusal(
            testDescription: "a name that nothing has", arguments: ["--name", "li.nah"], code: 1,
            message: "did you mean `--name li.na`?"),
        Refusal(
            testDescription: "no store", arguments: ["--store", "sqlite:nowhere.db"], code: 1,
            message: "there is no store at `nowhere.db`"),
        Refusal(
            testDescription: "a folder outside", arguments: ["--into", "../elsewhere"], code: 64,
            message: "is no folder below the top"),
        Refusal(
            testDescription: "a folder in no path", arguments: ["--into", "other"], code: 64,
            message: "`other` lies in no path of target `production`", files: ["writ.yaml": configuration]),
        Refusal(
            testDescription: "several folders", arguments: [], code: 64,
            message: "name the one for the new files",
            files: ["writ.yaml": configuration.replacingOccurrences(of: "[iam]", with: "[iam, more]")]),
        Refusal(
            testDescription: "another account", arguments: [], code: 1, message: "meridian-pay",
            files: ["writ.yaml": configuration.replacingOccurrences(of: "meridian-pay", with: "acme")]),
        Refusal(
            testDescription: "a manifest with a mistake", arguments: [], code: 1, message: "iam/x.yaml:3:1",
            files: ["iam/x.yaml": "apiVersion: writ/v1\nkind: Group\nmetdata: {name: x}\n"]),
        Refusal(
            testDescription: "a target that none can be called", arguments: ["--target", "a b"], code: 1,
            message: "`a b` is no name of a target"),
    ])
    func `what cannot be is refused, and nothing is written`(_ row: Refusal) throws {
        let company = try Self.strangersCompany()
        for (name, text) in row.files { try company.write(text, to: name) }
        let before = try FolderPrint(company.path)
        let result = try company.writ(["import"] + row.arguments)
        #expect(result.code == row.code, "\(result.stderr)")
        #expect(result.stderr.contains(row.message), "\(result.stderr)")
        #expect(try FolderPrint(company.path).differences(from: before) == [])
    }

    @Test func `a link in the way is not followed, and what was written is taken away`() throws {
        let company = try Self.strangersCompany()
        let outside = company.folder + "/outside"
        try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: company.path + "/iam", withDestinationPath: outside)
        let result = try company.writ("import")
        #expect(result.code == 1, "\(result.stdout)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside) == [])
        #expect(!FileManager.default.fileExists(atPath: company.path + "/writ.yaml"))
    }

    @Test func `names and texts from the store are inert in the report`() throws {
        let company = try Self.strangersCompany()
        try LiveDatabase(company.database).run(
            """
            INSERT INTO users (name, description) VALUES ('evil' || char(27) || '[31m', 'x');
            UPDATE users SET description = 'a' || char(7) WHERE name = 'li.na';
            INSERT INTO "groups" (name) VALUES ('../../../etc/cron.d/x');
            """)
        let result = try company.writ("import", "--as-of", ExampleTests.day)
        #expect(result.code == 0)
        #expect(!(result.stdout + result.stderr).contains("\u{1b}"))
        #expect(result.stderr.contains("`user/evil\\u{1b}[31m` cannot be declared"), "\(result.stderr)")
        #expect(result.stderr.contains("`description` of `user/li.na` cannot be declared"))
        #expect(result.stdout.contains("left out, for the reasons given: 2 objects"), "\(result.stdout)")
    }

    @Test func `another program reads the same texts`() throws {
        let sandbox = try Sandbox()
        let texts = awkwardLines + awkwardProse
        let entries: [YamlOutline.Entry] = [
            .init(
                "block", .list(texts.map { .compact([.init("x", .text($0)), .init("y", .text("a\nb"))]) })),
            .init("flow", .list(texts.map { .pair("x", .text($0)) })),
            .init("keys", .block(texts.map { .init($0, .text($0)) })),
        ]
        try sandbox.write(entries.map { $0.lines() }.joined(), to: "texts.yaml")
        let script = """
            import json, yaml
            read = yaml.safe_load(open("texts.yaml", encoding="utf-8"))
            print(json.dumps([[e["x"] for e in read["block"]], [e["x"] for e in read["flow"]],
                list(read["keys"].values()), list(read["keys"].keys())]))
            """
        let result = try runProcess(
            "/usr/bin/python3", ["-c", script], in: sandbox.path, environment: ["PATH": "/usr/bin:/bin"],
            seconds: 60)
        #expect(result.code == 0, "\(result.stderr)")
        let read = try JSONDecoder().decode([[String]].self, from: Data(result.stdout.utf8))
        for (index, found) in read.enumerated() {
            #expect(found.map { Array($0.utf8) } == texts.map { Array($0.utf8) }, "list \(index)")
        }
    }

    /// The company's store as somebody finds it who has never heard of Writ, beside an empty repository.
    static func strangersCompany() throws -> Sandbox {
        let company = try AppliedCompany.sandbox()
        let database = try LiveDatabase(company.database)
        try database.run(
            """
            DELETE FROM inventory_objects; DELETE FROM inventory_memberships;
            DELETE FROM inventory_attachments;
            UPDATE ledger_meta SET revision_commit = NULL, revision_at = NULL,
                revision_manifest_count = NULL, revision_paths = NULL, revision_guards = NULL;
            """)
        for name in try FileManager.default.contentsOfDirectory(atPath: company.path)
        where ![".git", ".gitignore", ".writ"].contains(name) {
            try FileManager.default.removeItem(atPath: "\(company.path)/\(name)")
        }
        try company.commit("nothing yet")
        return company
    }

    private func text(_ name: String, in sandbox: Sandbox) throws -> String {
        try String(contentsOfFile: "\(sandbox.path)/\(name)", encoding: .utf8)
    }
}

private let configuration = """
    # By hand.
    apiVersion: writ/v1
    kind: Configuration
    targets:
      production: {account: meridian-pay, paths: [iam]}

    """
