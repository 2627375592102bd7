internal import Glibc
internal import WritManifest

/// Files below a folder that are changed, made and deleted together.
///
/// Folders on the way are opened one by one and no link is followed. A file has to be as it was read; the new
/// texts lie beside their files before the first name changes, so that a full disk leaves all as it was.
struct EditedFiles {
    /// A new text that lies in its folder under a name of its own.
    private struct Draft {
        var folder: Int32
        /// The draft's name; `nil` where the file goes.
        var draft: String?
        var name: String
        var path: String
    }

    private let root: String
    private var drafts: [Draft] = []
    private var made: [String] = []

    /// - Parameter root: an absolute path.
    init(below root: String) {
        self.root = root
    }

    /// Makes the edits.
    ///
    /// - Throws: ``Failure``; where a file changed meanwhile or a text cannot be written, nothing is edited.
    mutating func make(_ edits: [FileEdit]) throws(Failure) {
        defer { closeAll() }
        do throws(Failure) {
            for edit in edits { try prepare(edit) }
        } catch {
            for path in made.reversed() { rmdir(path) }
            throw error
        }
        for index in drafts.indices {
            let draft = drafts[index]
            let isDone =
                draft.draft.map { renameat(draft.folder, $0, draft.folder, draft.name) == 0 }
                ?? (unlinkat(draft.folder, draft.name, 0) == 0)
            guard isDone else {
                let failure = cannot("write", draft.path)
                let done = drafts[..<index].map(\.path)
                guard !done.isEmpty else { throw failure }
                throw .message(
                    "cannot write `\(draft.path)`, but these are written: \(done.joined(separator: ", "))",
                    help: "`git diff` shows what was edited; run the command again for the rest")
            }
            drafts[index].draft = nil
        }
    }

    private mutating func prepare(_ edit: FileEdit) throws(Failure) {
        var parts = edit.path.split(separator: "/").map(String.init)
        guard let name = parts.popLast() else { throw cannot("write", edit.path) }
        let folder = try openFolder(parts, mayMake: edit.after != nil)
        drafts.append(Draft(folder: folder, draft: nil, name: name, path: edit.path))
        let mode = try check(edit, name, in: folder)
        guard let bytes = edit.after else { return }
        let draft = ".\(randomText().prefix(8)).tmp"
        let descriptor = openat(folder, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw cannot("write", edit.path) }
        drafts[drafts.count - 1].draft = draft
        let isWritten =
            writeAll(of: String(decoding: bytes, as: UTF8.self), to: descriptor)
            && mode.map { fchmod(descriptor, $0) == 0 } ?? true && fsync(descriptor) == 0
        let failure = isWritten ? nil : cannot("write", edit.path)
        close(descriptor)
        if let failure { throw failure }
    }

    /// Checks that the file is as it was read, and answers its permissions.
    private func check(_ edit: FileEdit, _ name: String, in folder: Int32) throws(Failure) -> mode_t? {
        let changed = Failure.message(
            "`\(edit.path)` was changed meanwhile", help: "nothing was written; run the command again")
        let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT, edit.before == nil { return nil }
            throw errno == ENOENT ? changed : cannot("read", edit.path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard let before = edit.before, fstat(descriptor, &status) == 0,
            status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == before.count
        else { throw changed }
        var bytes = [UInt8](repeating: 0, count: before.count + 1)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            done += count
        }
        guard bytes.prefix(done).elementsEqual(before) else { throw changed }
        return status.st_mode & 0o7777
    }

    /// Opens a folder below the root, making what is missing of it.
    private mutating func openFolder(_ parts: [String], mayMake: Bool) throws(Failure) -> Int32 {
        var path = root
        var descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannot("open", root) }
        for part in parts {
            path += "/" + part
            if mayMake, mkdirat(descriptor, part, 0o755) == 0 { made.append(path) }
            let next = openat(descriptor, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let failure = next < 0 ? cannot("open", path) : nil
            close(descriptor)
            if let failure { throw failure }
            descriptor = next
        }
        return descriptor
    }

    private func closeAll() {
        for draft in drafts {
            if let name = draft.draft { unlinkat(draft.folder, name, 0) }
            close(draft.folder)
        }
    }
}
