package import WritModel

/// A line of a commit of which somebody wants to know who wrote it.
package struct LinePlace: Hashable, Sendable {
    /// The full commit id.
    package var commit: String
    /// The file's path and the line in that commit.
    package var line: FileLine

    /// A line that need not exist.
    package init(commit: String, _ line: FileLine) {
        self.commit = commit
        self.line = line
    }
}

/// What blame answers for a line.
package struct BlamedLine: Hashable, Sendable {
    /// `wrote`, `boundary` or `older`.
    package var standing: Origin.Standing
    /// The commit and where it has the line; its path is escaped where it is no UTF-8.
    package var place: LinePlace
    /// Counts up from the newest commit to the oldest.
    package var age: Int
}

/// The answers of one walk through the history.
package struct Blame: Sendable {
    /// A line that no file of its commit has is left out.
    package var lines: [LinePlace: BlamedLine]
    /// How many commits were looked into.
    package var commitCount: Int
    /// Whether the walk ended at its limits.
    package var isCut: Bool
    /// Why lines could not be followed further, each reason once.
    package var problems: [GitError]
}

/// How far blame goes back before it says that a line is older.
package struct BlameLimits: Hashable, Sendable {
    /// Commits looked into.
    package var commits: Int
    /// For how long.
    package var time: Duration
    /// Bytes of one file.
    package var fileBytes: Int

    /// Limits that let a few hundred thousand small commits pass.
    package init(commits: Int = 500_000, time: Duration = .seconds(20), fileBytes: Int = 4 << 20) {
        self.commits = commits
        self.time = time
        self.fileBytes = fileBytes
    }
}
