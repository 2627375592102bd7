internal import ArgumentParser
internal import FoundationEssentials

/// `writ-dev generate pipelines`: the files of `examples/pipelines` as texts for `writ init`.
struct GeneratePipelinesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipelines",
        abstract: "Write the pipelines of examples/pipelines into Sources, for writ init --ci")

    @Option(help: "The folder that holds Package.swift")
    var root = "."

    func run() throws {
        let examples = root + "/examples/pipelines"
        let sources = root + "/Sources/WritCLI/Starting/Pipelines"
        for pipeline in startingPipelines {
            let text = try String(contentsOfFile: "\(examples)/\(pipeline.example)", encoding: .utf8)
            let head = """
                // Generated from examples/pipelines/\(pipeline.example) by `writ-dev generate pipelines`.
                // swift-format-ignore-file

                let \(pipeline.constant) = ##
                """
            let quotes = "\"\"\""
            let source = head + quotes + "\n" + text + "\n" + quotes + "##\n"
            let name = pipeline.constant.prefix(1).uppercased() + pipeline.constant.dropFirst()
            try Data(source.utf8).write(to: URL(filePath: "\(sources)/\(name).swift"))
        }
        print("wrote \(startingPipelines.count) files to Sources/WritCLI/Starting/Pipelines/")
    }
}

/// The files that `writ init --ci` writes: where each stands below `examples/pipelines`, and its constant.
private let startingPipelines: [(example: String, constant: String)] = [
    ("github/writ-review.yml", "githubReviewPipeline"),
    ("github/writ-comment.yml", "githubCommentPipeline"),
    ("github/writ-apply.yml", "githubApplyPipeline"),
    ("github/writ-drift.yml", "githubDriftPipeline"),
    ("gitlab/writ.gitlab-ci.yml", "gitlabPipeline"),
]
