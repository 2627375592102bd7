/// The commit that was checked out when the program was built, and its day: `9f2c1ab, 2026-11-22`; `nil` for sources
/// outside of git.
///
/// A target of its own, which only `writ` imports, so that a new commit recompiles two small files.
package let builtCommit: String? = generatedCommit.isEmpty ? nil : generatedCommit
