extension GitError {
    /// A stable dotted code such as `git.object-corrupt`, for what is wrong with a repository or an object;
    /// `nil` for questions that have no answer, such as an unknown revision.
    package var code: String? {
        switch self {
        case .alternates: "repo.alternates"
        case .foreignOwner: "repo.owner"
        case .unsupportedFormat: "repo.format"
        case .historyIncomplete: "repo.shallow"
        case .unreadable: "repo.unreadable"
        case .objectMissing(_, _, partial: true): "repo.partial"
        case .objectMissing: "git.object-missing"
        case .objectWrongKind: "git.object-type"
        case .objectCorrupt: "git.object-corrupt"
        case .malformedReference: "git.reference"
        default: nil
        }
    }
}
