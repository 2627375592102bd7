internal import Glibc

/// What `HEAD` or another symbolic reference holds.
enum ReferenceTarget: Hashable, Sendable {
    /// The object itself.
    case object(ObjectID)
    /// The full name of another reference.
    case symbolic(String)
}

/// The branches and tags of a repository: files below `refs`, and `packed-refs`.
struct References: Sendable {
    private let place: RepositoryPlace
    /// The references that have no file of their own.
    let packed: PackedReferences

    /// Reads `packed-refs`; the other references are read when they are asked for.
    /// - Throws: `unreadable`, `malformedReference`.
    init(_ place: RepositoryPlace) throws(GitError) {
        self.place = place
        self.packed = try PackedReferences(file: place.commonFolder + "/packed-refs")
    }

    /// What `HEAD` of this working tree holds.
    /// - Throws: `malformedReference`, `unreadable`.
    func head() throws(GitError) -> ReferenceTarget {
        guard let target = try target(inFile: place.gitFolder + "/HEAD", "HEAD") else {
            throw .malformedReference(name: "HEAD", reason: "it is not a file")
        }
        return target
    }

    /// The object that a reference leads to, or `nil` where there is none of that full name.
    /// - Throws: `malformedReference`, `unreadable`.
    func object(named name: String) throws(GitError) -> ObjectID? {
        var name = name
        // Git follows five symbolic references at most.
        for _ in 0...5 {
            guard isReferenceName(name) else { return nil }
            switch try target(inFile: place.commonFolder + "/" + name, name) {
            case .object(let id): return id
            case .symbolic(let next): name = next
            case nil: return packed.object(named: name)
            }
        }
        throw .malformedReference(name: name, reason: "it leads to itself")
    }

    /// The names of all branches, tags and remote branches without their folder, sorted.
    func shortNames() -> [String] {
        var names = Set(packed.names())
        for folder in ["refs/heads", "refs/tags", "refs/remotes"] { collect(folder, into: &names) }
        let prefixes = ["refs/heads/", "refs/tags/", "refs/remotes/"]
        return names.compactMap { name in
            prefixes.first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) }
        }.sorted()
    }

    private func collect(_ folder: String, into names: inout Set<String>) {
        for name in fileNames(inFolder: place.commonFolder + "/" + folder) {
            let path = folder + "/" + name
            var status = stat()
            // Links are not followed: they may lead round in circles.
            guard isReferenceName(path), lstat(place.commonFolder + "/" + path, &status) == 0 else {
                continue
            }
            if isKind(status, S_IFDIR) { collect(path, into: &names) }
            if isKind(status, S_IFREG) { names.insert(path) }
        }
    }

    private func target(inFile path: String, _ name: String) throws(GitError) -> ReferenceTarget? {
        guard let bytes = try contents(ofFile: path, atMost: 1 << 16) else { return nil }
        var text = bytes[...]
        while let last = text.last, last == 0x0A || last == 0x0D || last == 0x20 { text.removeLast() }
        if text.starts(with: "ref:".utf8) {
            let target = String(decoding: text.dropFirst(4).drop { $0 == 0x20 }, as: UTF8.self)
            guard isReferenceName(target) else {
                throw .malformedReference(
                    name: name, reason: "it leads to `\(target)`, which is no reference")
            }
            return .symbolic(target)
        }
        guard let id = ObjectID(hex: text) else {
            let isSHA256 = text.count == 64 && text.allSatisfy { hexadecimalValue($0) != nil }
            if isSHA256 { throw .unsupportedFormat(path: place.root, format: "SHA-256 objects") }
            throw .malformedReference(name: name, reason: "it holds neither an id nor another reference")
        }
        return .object(id)
    }
}

/// Whether `name` is a full reference name that git would accept, and so a safe path below the repository.
///
/// Source: git-check-ref-format.
func isReferenceName(_ name: String) -> Bool {
    let forbidden = Array("~^:?*[\\ ".utf8)
    guard name.utf8.count <= 4096, name.utf8.last != 0x2E, !name.contains(".."), !name.contains("@{"),
        name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !forbidden.contains($0) })
    else { return false }
    let parts = name.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    return parts.count >= 2 && parts[0].elementsEqual("refs".utf8)
        && parts.allSatisfy { part in
            !part.isEmpty && part.first != 0x2E && !part.suffix(5).elementsEqual(".lock".utf8)
        }
}
