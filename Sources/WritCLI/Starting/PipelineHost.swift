internal import ArgumentParser

/// Where the pipelines of a new repository run.
enum PipelineHost: String, ExpressibleByArgument, CaseIterable {
    case github, gitlab, none

    /// The pipelines as `examples/pipelines` has them, for the target of that name.
    func pipelines(target: String) -> [StartingFile] {
        let files: [StartingFile] =
            switch self {
            case .github:
                [
                    StartingFile(".github/workflows/writ-review.yml", githubReviewPipeline),
                    StartingFile(".github/workflows/writ-comment.yml", githubCommentPipeline),
                    StartingFile(".github/workflows/writ-apply.yml", githubApplyPipeline),
                    StartingFile(".github/workflows/writ-drift.yml", githubDriftPipeline),
                ]
            case .gitlab: [StartingFile(".gitlab-ci.yml", gitlabPipeline)]
            case .none: []
            }
        return files.map {
            StartingFile($0.path, $0.text.replacing("TARGET: production\n", with: "TARGET: \(target)\n"))
        }
    }

    /// What is left to do before the pipelines run.
    var advice: String? {
        switch self {
        case .none: nil
        case .github, .gitlab:
            "the pipelines need WRIT_URL and WRIT_SHA256 of your build of Writ, and what their comments name"
        }
    }
}
