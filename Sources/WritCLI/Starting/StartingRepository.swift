internal import WritReport

/// What a new repository of manifests consists of.
///
/// Every file that an editor is to check names its schema in its first line, which each editor with
/// yaml-language-server obeys. The schemas are committed, so that a clone is complete without Writ.
struct StartingRepository: Sendable {
    /// The account of the one target.
    var account: String
    /// The target's name.
    var target: String

    /// The folder of the manifests.
    static let manifestFolder = "iam"

    /// The file that says what Writ manages.
    var configuration: StartingFile {
        StartingFile("writ.yaml", startingConfiguration(account: account, target: target))
    }

    /// One manifest file per kind; they refer to each other, so they come together or not at all.
    var manifests: [StartingFile] {
        [
            StartingFile("\(Self.manifestFolder)/users.yaml", startingUsers),
            StartingFile("\(Self.manifestFolder)/groups.yaml", startingGroups),
            StartingFile("\(Self.manifestFolder)/policies.yaml", startingPolicies),
            StartingFile("\(Self.manifestFolder)/agencies.yaml", startingAgencies),
            StartingFile("\(Self.manifestFolder)/password-policy.yaml", startingPasswordPolicy),
        ]
    }

    /// What an editor needs.
    var schemas: [StartingFile] {
        editorSchemas.map { StartingFile("schemas/\($0.file)", $0.text) }
    }

    /// What keeps the store out of git, and what a reader sees first.
    var surroundings: [StartingFile] {
        [
            StartingFile(".gitignore", Self.ignored + "\n/plan.json\n/snapshot.json\n"),
            StartingFile("README.md", startingReadme(target: target)),
        ]
    }

    /// The folder of the embedded store.
    static let ignored = ".writ/"
}
