package import WritDiagnostics
package import WritModel

/// What a revision declares for one target: valid, with every reference checked.
package struct Declaration: Sendable {
    /// The commit, or the working tree.
    package var revision: Revision
    /// The target as the revision describes it.
    package var target: Target
    /// The declared objects.
    package var desired: DesiredState
    /// Where they are written.
    package var sources: SourceMap
    /// How many manifests the target has.
    package var manifestCount: Int
    /// Paths of the target that the revision does not have.
    package var missingPaths: [String]
    /// What is worth saying about the manifests without being wrong.
    package var warnings: [Diagnostic]
    /// The tests and invariants, which are no part of what is applied.
    package var checks: [AccessCheck]

    package init(
        revision: Revision, target: Target, desired: DesiredState, sources: SourceMap,
        manifestCount: Int, missingPaths: [String] = [], warnings: [Diagnostic] = [],
        checks: [AccessCheck] = []
    ) {
        self.revision = revision
        self.target = target
        self.desired = desired
        self.sources = sources
        self.manifestCount = manifestCount
        self.missingPaths = missingPaths
        self.warnings = warnings
        self.checks = checks
    }
}
