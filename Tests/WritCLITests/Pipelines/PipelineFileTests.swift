import Foundation
import Testing

/// The pipeline files are what their readers take, and their shell parts are sound.
@Suite struct PipelineFileTests {
    static let workflows = ["writ-review.yml", "writ-comment.yml", "writ-apply.yml", "writ-drift.yml"]

    private func problems(_ schema: String, _ path: String) throws -> CommandResult {
        try runPlain(
            "/usr/bin/python3",
            [
                "\(PipelineFile.support)/check-schema.py", "\(PipelineFile.support)/schemas/\(schema).json",
                path,
            ])
    }

    private static let repository = URL(fileURLWithPath: Example.folder).deletingLastPathComponent().path

    @Test(
        arguments: workflows.map { ("github-workflow", "examples/pipelines/github/\($0)") } + [
            ("gitlab-ci", "examples/pipelines/gitlab/writ.gitlab-ci.yml"),
            ("pre-commit-hooks", ".pre-commit-hooks.yaml"),
        ])
    func `a pipeline file is what its schema asks for`(_ schema: String, _ path: String) throws {
        let result = try problems(schema, "\(Self.repository)/\(path)")
        #expect(result.code == 0, "\(result.stdout)\(result.stderr)")
    }

    @Test(arguments: [
        ("github-workflow", "on: push\njobs:\n  a:\n    runs-on: x\n    step: []\n"),
        ("gitlab-ci", "a:\n  script: [x]\n  when: sometimes\n"),
        ("pre-commit-hooks", "- id: a\n  name: b\n  entry: c\n"),
    ])
    func `a file that is something else is not`(_ schema: String, _ text: String) throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/file.yml"))
        let result = try problems(schema, folder + "/file.yml")
        #expect(result.code == 1, "\(result.stdout)\(result.stderr)")
    }

    @Test func `all workflows are tried`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: PipelineFile.folder + "/github")
        #expect(files.filter { $0.hasSuffix(".yml") }.sorted() == Self.workflows.sorted())
    }

    /// Every script of a pipeline, as bash gets it; GitHub gives the options on the command line.
    private func scripts() throws -> [String] {
        var scripts: [String] = []
        for name in Self.workflows {
            let workflow = try Workflow(name)
            for job in workflow.jobs.keys {
                scripts += workflow.steps(of: job).compactMap { $0["run"] as? String }.map {
                    "set -eo pipefail\n" + $0
                }
            }
        }
        let gitlab = try GitLabPipeline()
        return scripts + gitlab.jobs.map { gitlab.script(of: $0) }
    }

    @Test func `shellcheck finds nothing in any script`() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let scripts = try scripts()
        #expect(scripts.count > 15)
        let paths = try scripts.enumerated().map { index, script in
            let path = "\(folder)/\(index).sh"
            try Data(script.utf8).write(to: URL(fileURLWithPath: path))
            return path
        }
        let result = try runPlain("shellcheck", ["--shell=bash", "--severity=info"] + paths)
        #expect(result.code == 0, "\(result.stdout)\(result.stderr)")
    }

    @Test(arguments: workflows)
    func `a workflow pins its actions, asks for little, and runs nothing of a pull request with rights`(
        _ name: String
    ) throws {
        let file = try PipelineFile("github/\(name)")
        let text = try String(contentsOfFile: file.path, encoding: .utf8)
        #expect(
            (file.root["permissions"] as? [String: String])?.isEmpty == true
                || text.contains("\npermissions: {}\n"))
        #expect(!text.contains("pull_request_target"))
        let uses = text.split(separator: "\n").filter { $0.contains("uses:") }
        for line in uses {
            #expect(
                line.firstMatch(of: #/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/#) != nil,
                "\(line)")
        }
        let workflow = try Workflow(name)
        for (job, definition) in workflow.jobs {
            #expect(definition["timeout-minutes"] != nil, "\(job) could hang")
            let permissions = definition["permissions"] as? [String: String] ?? [:]
            let reads = workflow.steps(of: job).contains {
                ($0["run"] as? String)?.contains("/writ\" ") == true
            }
            #expect(!reads || !permissions.values.contains("write"), "\(job) reads manifests and can write")
            #expect(!text.contains("secrets."), "no secret is needed")
        }
    }
}
