internal import WritDiagnostics

/// What is wrong with a file, link or submodule in the wanted part of a tree. Paths are as found.
enum FileProblems {
    /// The problem with what is neither a file nor a folder; `nil` for those two.
    static func notAFile(_ entry: ListedEntry) -> Diagnostic? {
        let path = escapedName(entry.path)
        switch entry.kind {
        case .file, .folder: return nil
        case .symbolicLink:
            return treeProblem(
                "tree.symlink", path, "is a symbolic link, which is not followed",
                help: "put the file itself there")
        case .submodule:
            return treeProblem(
                "tree.submodule", path, "is another repository, which is not read",
                help: "copy the manifests into this repository, or give the other one a target of its own")
        case .special: return treeProblem("tree.malformed", path, "is neither a file nor a folder")
        }
    }

    /// A file over the limit of one file.
    static func tooLarge(_ path: String, byteCount: Int, limit: Int) -> Diagnostic {
        about(
            "repo.file-size", path, "has \(byteCount) bytes, and at most \(limit) are read",
            help: "split the file")
    }

    /// A folder whose list alone is over the limit.
    static func tooLongList(_ folder: String, byteCount: Int, limit: Int) -> Diagnostic {
        about("repo.tree-size", folder, "is a list of \(byteCount) bytes, and at most \(limit) are read")
    }

    /// A pointer in the place of the file.
    static func largeFilePointer(_ path: String) -> Diagnostic {
        about(
            "manifest.lfs-pointer", path, "is a pointer to a file in Git LFS, not the file",
            help: "take the path out of `.gitattributes` and commit the file itself")
    }

    /// A folder that lies too deep.
    static func tooDeep(_ path: String, limit: Int) -> Diagnostic {
        about("repo.tree-size", path, "lies deeper than \(limit) folders")
    }

    /// A count that went over its limit; `path` is where the reading stopped.
    static func tooMany(_ what: String, limit: Int, at path: String) -> Diagnostic {
        Diagnostic(
            "repo.tree-size", .error, "the revision has more than \(limit) \(what)",
            at: SourceSpan(startOf: escapedName(path)))
    }

    private static func about(_ code: String, _ path: String, _ reason: String, help: String? = nil)
        -> Diagnostic
    {
        let path = escapedName(path)
        return Diagnostic(code, .error, "`\(path)` \(reason)", at: SourceSpan(startOf: path), help: help)
    }
}

/// Whether the contents stand for a file kept in Git LFS.
///
/// Source: the Git LFS specification: below 1024 bytes, beginning with the key `version`.
func isLargeFilePointer(_ bytes: [UInt8]) -> Bool {
    bytes.count < 1024
        && (bytes.starts(with: "version https://git-lfs.github.com/spec/".utf8)
            || bytes.starts(with: "version https://hawser.github.com/spec/".utf8))
}
