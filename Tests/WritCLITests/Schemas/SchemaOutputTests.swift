import Foundation
import Testing
import WritModel
import WritTestKit

/// What the program prints and saves is as the published schemas say.
@Suite struct SchemaOutputTests {
    @Test func `the company's plan, apply, drift, history and diagnostics`() throws {
        let sandbox = try Sandbox(Example.company)
        var outputs = Outputs()
        try outputs.add(
            "a first plan", "plan", sandbox.writ("plan", "--out", "../plan.json", "--format", "json"))
        try outputs.add(
            "the file", "plan", text: String(contentsOfFile: sandbox.folder + "/plan.json", encoding: .utf8))
        try outputs.add("apply", "apply", sandbox.writ("apply", "../plan.json", "--format", "json"))
        try outputs.add("the same again", "apply", sandbox.writ("apply", "../plan.json", "--format", "json"))
        try outputs.add("at rest", "plan", sandbox.writ("plan", "--format", "json"))
        try outputs.add("no drift", "drift", sandbox.writ("drift", "--format", "json"))
        try outputs.add("history", "history", sandbox.writ("history", "--format", "json"))
        try outputs.add("verified", "history", sandbox.writ("history", "--verify", "--format", "json"))
        try outputs.add("valid", "validate", sandbox.writ("validate", "--format", "json"))
        for edit in HandEdit.all { try LiveDatabase(sandbox.database).run(edit.sql) }
        try outputs.add("drift of every sort", "drift", sandbox.writ("drift", "--format", "json"))
        try outputs.add("a plan against drift", "plan", sandbox.writ("plan", "--format", "json"))
        try outputs.add(
            "a working tree's plan", "plan", sandbox.writ("plan", "--worktree", "--format", "json"))
        #expect(try sandbox.writ("observe", "--out", "../snapshot.json").code == 0)
        try outputs.add(
            "a snapshot", "snapshot",
            text: String(contentsOfFile: sandbox.folder + "/snapshot.json", encoding: .utf8))
        try outputs.add(
            "a snapshot's plan", "plan",
            sandbox.writ("plan", "--observed", "../snapshot.json", "--format", "json"))
        try sandbox.replace("kind: Group", by: "kind: Grupo", in: "teams/data.yaml")
        try sandbox.commit("another language")
        try outputs.add("access", "diff", sandbox.writ("diff", "HEAD~1", "HEAD~1", "--format", "json"))
        try outputs.add("invalid", "validate", sandbox.writ("validate", "--format", "json"))
        try outputs.add(
            "compared", "validate", sandbox.writ("validate", "--base", "HEAD~1", "--format", "json"))
        try outputs.expectAccepted()
    }

    @Test func `an import into nothing, beside something, and of what cannot be declared`() throws {
        let sandbox = try ImportTests.strangersCompany()
        var outputs = Outputs()
        try outputs.add("a dry run", "import", sandbox.writ("import", "--dry-run", "--format", "json"))
        try outputs.add("groups", "import", sandbox.writ("import", "--kind", "group", "--format", "json"))
        try LiveDatabase(sandbox.database).run("INSERT INTO users (name) VALUES ('evil' || char(27))")
        let rest = try sandbox.writ("import", "--format", "json")
        #expect(rest.stderr == "" && rest.stdout.contains("`user/evil\\u001b` cannot be declared"))
        try outputs.add("the rest", "import", rest)
        try outputs.add("nothing", "import", sandbox.writ("import", "--format", "json"))
        try outputs.expectAccepted()
    }

    @Test func `an apply in part, and renames, releases and adoptions`() throws {
        let sandbox = try AppliedCompany.sandbox()
        var outputs = Outputs()
        try sandbox.addTwoUsers()
        try sandbox.refuseUser()
        try outputs.add("in part", "apply", sandbox.writ("apply", "--auto-approve", "--format", "json"))
        try outputs.add("its history", "history", sandbox.writ("history", "--format", "json"))
        #expect(try sandbox.writ("release", "group/data").code == 0)
        try outputs.add("adopted again", "plan", sandbox.writ("plan", "--format", "json"))
        try sandbox.replace(
            "name: data\n", by: "name: data-team\n  formerly: [data]\n", in: "teams/data.yaml")
        try sandbox.commit("a better name")
        try outputs.add("renamed", "plan", sandbox.writ("plan", "--worktree", "--format", "json"))
        try outputs.expectAccepted()
    }

    /// Two generated states after each other: everything a plan can hold.
    @Test(arguments: 0..<(isFullRun ? 20 : 2))
    func `plans and reports of generated states`(_ seed: Int) throws {
        let configuration = """
            apiVersion: writ/v1
            kind: Configuration
            targets:
              production:
                account: acme
                guards:
                  removedObjects: {floor: 1000}
                  removedEdges: {floor: 1000}
                  updatedObjects: {floor: 1000}

            """
        let sandbox = try Sandbox(["writ.yaml": configuration])
        // Expiries lie after any clock that runs these tests.
        var generator = StateGenerator(
            seed: UInt64(seed), asOf: Instant(epochSeconds: 4_000_000_000))
        var outputs = Outputs()
        var state = generator.state()
        for step in 0..<4 {
            let objects = state.objects.values.sorted { $0.address < $1.address }
            try sandbox.write(
                objects.map(\.declarable.manifestJSON.prettyText).joined(separator: "---\n"),
                to: "manifests.yaml")
            try sandbox.commit("\(step)")
            try outputs.add("plan \(step)", "plan", sandbox.writ("plan", "--format", "json"))
            try outputs.add(
                "apply \(step)", "apply", sandbox.writ("apply", "--auto-approve", "--format", "json"))
            try outputs.add("drift \(step)", "drift", sandbox.writ("drift", "--format", "json"))
            state = generator.mutated(from: state)
        }
        try outputs.expectAccepted()
    }
}

/// Outputs to hold against their schemas in one go.
/// Outputs that are judged by their schemas, all at once.
struct Outputs {
    private var subjects: [SchemaSubject] = []

    /// Standard output of a command; a refused apply has none.
    mutating func add(_ id: String, _ schema: String, _ result: CommandResult) throws {
        guard !result.stdout.isEmpty || result.code != 5 else { return }
        #expect(!result.stdout.isEmpty, "\(id): \(result.stderr)")
        try add(id, schema, text: result.stdout)
    }

    mutating func add(_ id: String, _ schema: String, text: String) throws {
        subjects.append(SchemaSubject(id: id, schema: schema, text: text, isJSON: true))
    }

    func expectAccepted() throws {
        for verdict in try SchemaValidator.judge(subjects).documents {
            #expect(verdict.isAccepted, "\(verdict)")
        }
    }
}
