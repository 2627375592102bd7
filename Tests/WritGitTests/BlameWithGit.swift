import Glibc
import WritGit
import WritModel

extension GitRepository {
    /// A bare repository with a generated history on `main`.
    convenience init(importing history: GeneratedHistory) throws {
        try self.init("--bare")
        try git("fast-import", "--quiet", input: history.imported)
    }

    /// A reader of the repository, and the full id of a revision.
    func reader(_ revision: String = "main") throws -> (ManifestReader, String) {
        let reader = try ManifestReader(repository: path)
        return (reader, try reader.resolve(revision).commit ?? "")
    }

    /// The lines that `git` prints.
    func lines(_ arguments: String...) throws -> [String] {
        try bytes(arguments).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Writes files in folders of their own, commits them and answers the commit's id.
    func commit(files: [String: String]) throws -> String {
        for name in files.keys {
            if let folder = name.split(separator: "/").dropLast().first { mkdir("\(path)/\(folder)", 0o755) }
        }
        return try commit(files)
    }

    /// What `git blame` says of every line of every file of a commit.
    func linesOfEveryFile(at commit: String) throws -> [LinePlace: LinePlace] {
        var answers: [LinePlace: LinePlace] = [:]
        for file in try lines("ls-tree", "-r", "--name-only", commit) {
            answers.merge(try blame(file, at: commit)) { first, _ in first }
        }
        return answers
    }

    /// What `git blame` says of every line of a file.
    func blame(_ file: String, at commit: String) throws -> [LinePlace: LinePlace] {
        var answers: [LinePlace: LinePlace] = [:]
        var names: [String: String] = [:]
        var current: (commit: String, old: Int, new: Int)?
        // By bytes: a carriage return and a line feed are one character.
        for line in try lines("blame", "--root", "--porcelain", commit, "--", file) {
            if line.hasPrefix("\t") {
                guard let found = current, let name = names[found.commit] else { continue }
                let asked = LinePlace(commit: commit, FileLine(file: file, line: found.new))
                answers[asked] = LinePlace(commit: found.commit, FileLine(file: name, line: found.old))
                current = nil
                continue
            }
            let words = line.split(separator: " ")
            if current == nil, words.count >= 3, words[0].count == 40, let old = Int(words[1]),
                let new = Int(words[2])
            {
                current = (String(words[0]), old, new)
            } else if line.hasPrefix("filename "), let found = current {
                names[found.commit] = String(line.dropFirst(9))
            }
        }
        return answers
    }
}

/// Deletes the file of a loose object.
func removeLooseObject(_ id: String, in gitFolder: String) throws {
    let path = "\(gitFolder)/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    chmod(path, 0o600)
    guard unlink(path) == 0 else { throw GitFailure(arguments: ["unlink", path], errors: "") }
}
