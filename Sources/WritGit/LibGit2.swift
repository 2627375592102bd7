internal import CLibGit2
internal import CShims

/// The process-wide state of libgit2.
enum LibGit2 {
    /// Starts the library once, with nothing of the user's or the system's configuration.
    static let started: Bool = {
        guard git_libgit2_init() > 0 else { return false }
        let levels = [
            GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL,
            GIT_CONFIG_LEVEL_PROGRAMDATA,
        ]
        for level in levels { _ = writ_git_set_search_path(level.rawValue, "") }
        return writ_git_set_strict_hash_verification(1) == 0 && writ_git_enable_caching(0) == 0
    }()

    /// The message of the call that has just failed on this thread.
    static func lastMessage() -> String {
        guard let error = git_error_last(), let message = error.pointee.message else {
            return "no reason given"
        }
        return String(cString: message)
    }

    /// The error for a call that has just answered `code` on this thread.
    static func error(_ code: Int32) -> GitError {
        .library(code: Int(code), message: lastMessage())
    }
}
