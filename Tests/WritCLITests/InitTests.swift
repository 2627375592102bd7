import Foundation
import Testing

/// `writ init`: what it writes just works, and what exists stays as it is.
@Suite struct InitTests {
    @Test func `a new repository is valid, plans, applies and is at rest`() throws {
        let sandbox = try Sandbox()
        let made = try sandbox.writ("init", ".", "--account", "acme", "--target", "live")
        #expect(made.code == 0, "\(made.stderr)")
        #expect(made.stdout.contains("wrote writ.yaml\n"))
        try sandbox.git("init", "-q", "-b", "main")
        try sandbox.commit("Start with Writ")
        let validate = try sandbox.writ("validate")
        #expect(validate.code == 0, "\(validate.stderr)")
        #expect(try sandbox.writ("fmt", "--check").code == 0)
        #expect(validate.stderr == "")
        let plan = try sandbox.writ("plan")
        #expect(plan.code == 0, "\(plan.stderr)")
        #expect(plan.stdout.contains("→ live (sqlite, "), "\(plan.stdout)")
        #expect(try sandbox.writ("apply", "--auto-approve").code == 0)
        #expect(try sandbox.writ("plan").stdout.contains("→ live (sqlite, account acme)"))
        #expect(try sandbox.writ("plan", "--exit-code").code == 0)
        // The store is not in the way of the next commit.
        #expect(try sandbox.git("status", "--porcelain") == "")
    }

    @Test func `the commands that it names work as they stand`() throws {
        let sandbox = try Sandbox()
        let made = try sandbox.writ("init", "my iam", "--account", "4711")
        let commands = made.stdout.components(separatedBy: "next:\n").last ?? ""
        #expect(commands.contains("cd 'my iam'\n"))
        let script = "set -e\n" + commands.replacingOccurrences(of: "  writ ", with: "  \"$WRIT\" ")
        let result = try sandbox.bash(script)
        #expect(result.code == 0, "\(result.stderr)")
        #expect(result.stdout.contains("10 create, 5 attach, 4 join"), "\(result.stdout)")
    }

    @Test(arguments: [
        ("github", ".github/workflows/", ["writ-apply", "writ-comment", "writ-drift", "writ-review"]),
        ("gitlab", "", [".gitlab-ci"]),
    ])
    func `the pipelines are those of the examples`(_ host: String, _ folder: String, _ names: [String]) throws
    {
        let sandbox = try Sandbox()
        #expect(try sandbox.writ("init", "--ci", host, "--target", "live").code == 0)
        for name in names {
            let example = host == "gitlab" ? "writ.gitlab-ci" : name
            let expected = try String(
                contentsOfFile: SchemaValidator.root + "/examples/pipelines/\(host)/\(example).yml",
                encoding: .utf8)
            #expect(
                try sandbox.text(of: folder + name + ".yml")
                    == expected.replacingOccurrences(of: "TARGET: production\n", with: "TARGET: live\n"),
                "run `swift run writ-dev generate pipelines`")
        }
        let plain = try Sandbox()
        #expect(try plain.writ("init").stdout.contains(".yml") == false)
    }

    @Test func `what it writes is accepted by the schemas it names`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.writ("init").code == 0)
        var subjects: [SchemaSubject] = []
        for name in try sandbox.files() where name.hasSuffix(".yaml") {
            let text = try sandbox.text(of: name)
            let path = try #require(text.firstMatch(of: /\A# yaml-language-server: \$schema=(\S+)\n/)?.1)
            let schema = URL(fileURLWithPath: sandbox.path + "/" + name).deletingLastPathComponent()
                .appendingPathComponent(String(path))
            #expect(
                try Data(contentsOf: schema)
                    == Data(
                        contentsOf: URL(
                            fileURLWithPath: SchemaValidator.root + "/schemas/" + schema.lastPathComponent)))
            subjects.append(
                SchemaSubject(
                    id: name, schema: schema.deletingPathExtension().lastPathComponent, text: text))
        }
        #expect(subjects.count == 6)
        for verdict in try SchemaValidator.judge(subjects).documents {
            #expect(verdict.isAccepted, "\(verdict)")
        }
    }

    @Test func `nothing is overwritten in a repository that has files of these names`() throws {
        let readme = "# Ours\n"
        let sandbox = try Sandbox([
            "README.md": readme, ".gitignore": "build/\n", "schemas/manifest.json": "{}\n",
        ])
        let made = try sandbox.writ("init")
        #expect(made.code == 0, "\(made.stderr)")
        #expect(try sandbox.text(of: "README.md") == readme)
        #expect(try sandbox.text(of: "schemas/manifest.json") == "{}\n")
        for line in [
            "left alone: README.md, which exists", "left alone: .gitignore, which exists",
            "add the line `.writ/` to .gitignore",
            "schemas/manifest.json is not this Writ's: to renew it, delete it",
        ] { #expect(made.stdout.contains(line), "\(made.stdout)") }
        #expect(!made.stdout.contains("git init"))
        try sandbox.commit("Start with Writ")
        #expect(try sandbox.writ("validate").code == 0)
    }

    @Test func `a second run changes nothing`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.writ("init").code == 0)
        let before = try FolderPrint(sandbox.path)
        let again = try sandbox.writ("init")
        #expect(again.code == 0)
        #expect(!again.stdout.contains("wrote ") && !again.stdout.contains("next:"), "\(again.stdout)")
        #expect(try FolderPrint(sandbox.path).differences(from: before) == [])
    }

    @Test func `a repository that has a writ yaml gets no examples, which would be declared in it`() throws {
        let sandbox = try Sandbox(Example.first)
        let made = try sandbox.writ("init")
        #expect(made.code == 0)
        #expect(
            try sandbox.git("status", "--porcelain", "-uall").split(separator: "\n")
                == ["?? schemas/configuration.json", "?? schemas/manifest.json"])
        #expect(made.stdout.contains("left alone: writ.yaml, which exists"))
    }

    @Test func `a folder of manifests that exists gets no examples among them`() throws {
        let user = "apiVersion: writ/v1\nkind: User\nmetadata: {name: zoe}\n"
        let sandbox = try Sandbox(["iam/people.yaml": user])
        let made = try sandbox.writ("init")
        #expect(made.stdout.contains("left alone: iam/, which exists"))
        #expect(try sandbox.files().filter { $0.hasPrefix("iam/") } == ["iam/people.yaml"])
        try sandbox.commit("Start with Writ")
        #expect(try sandbox.writ("validate").stdout == "valid: production: 1 object\n")
    }

    @Test func `a folder inside a repository is refused, with the place where it belongs`() throws {
        let sandbox = try Sandbox(Example.first)
        let made = try sandbox.writ("init", "iam")
        #expect(made.code == 1)
        #expect(made.stderr.contains("help: run `writ init \(sandbox.path)`"), "\(made.stderr)")
        #expect(try sandbox.git("status", "--porcelain") == "")
    }

    @Test(arguments: [
        (["--target", "a b"], "--target takes ASCII letters"),
        (["--target", ""], "--target takes ASCII letters"),
        (["--account", ""], "--account takes the id"), (["--account", "a\nb"], "--account takes the id"),
        ([""], "FOLDER is empty"),
    ])
    func `wrong arguments write nothing`(_ arguments: [String], _ text: String) throws {
        let sandbox = try Sandbox()
        let made = try sandbox.writ(["init"] + arguments)
        #expect(made.code == 64)
        #expect(made.stderr.contains(text), "\(made.stderr)")
        #expect(try sandbox.files() == [])
    }

    @Test func `an account of any characters is quoted`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.writ("init", "--account", #"a: "b" \ #c"#).code == 0)
        try sandbox.git("init", "-q", "-b", "main")
        try sandbox.commit("Start with Writ")
        #expect(try sandbox.writ("apply", "--auto-approve").code == 0)
        #expect(try sandbox.writ("plan").stdout.contains(#"account a: "b" \ #c)"#))
    }

    @Test func `a folder that cannot be written is named`() throws {
        let sandbox = try Sandbox(["file": "x"])
        let made = try sandbox.writ("init", "../repository/file/new", "--repo-is-not-an-option")
        #expect(made.code == 64)
        let refused = try sandbox.writ("init", "/proc/writ")
        #expect(refused.code == 1)
        #expect(refused.stderr.contains("cannot make `/proc/writ`"), "\(refused.stderr)")
    }
}

extension Sandbox {
    /// The files of the working tree, sorted, without those of git and of the store.
    func files() throws -> [String] {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
            return !isFolder.boolValue && !name.hasPrefix(".git/") && !name.hasPrefix(".writ/")
        }.sorted()
    }

    /// The text of a file of the working tree.
    func text(of name: String) throws -> String {
        try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }
}
