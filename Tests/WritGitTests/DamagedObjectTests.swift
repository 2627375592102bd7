import Foundation
import Testing
import WritDiagnostics
import WritModel

@testable import WritGit

/// A generator whose numbers depend on the seed alone (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { self.state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite("Damaged objects")
struct DamagedObjectTests {
    /// A repository with two commits, folders, deltas and incompressible files.
    private static func repository() throws -> (GitRepository, files: [ManifestFile]) {
        let repository = try GitRepository()
        var generator = SeededGenerator(seed: 1)
        let lines = (0..<400).map { "- name: user-\($0) # \(generator.next())\n" }
        try repository.commit(["writ.yaml": "targets: []\n", "iam/users.yaml": lines.joined()])
        try repository.commit([
            "iam/users.yaml": lines.shuffled(using: &generator).joined(), "iam/b/c.yaml": "x\n",
        ])
        return (repository, try read(repository).tree.files)
    }

    private static func read(_ repository: GitRepository) throws(GitError) -> TreeReading {
        let reader = try ManifestReader(repository: repository.path)
        return try reader.tree(at: try reader.resolve(), wanted: ["."])
    }

    /// Every file below `folder`.
    private static func files(_ folder: String, ending suffix: String = "") -> [String] {
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return found.map { folder + "/" + $0 }.sorted().filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
                && path.hasSuffix(suffix)
        }
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func replace(_ path: String, _ bytes: [UInt8]) throws {
        try? FileManager.default.removeItem(atPath: path)
        try write(bytes, to: path)
    }

    /// Whether the damage showed; a reading that ends must have the right bytes.
    private static func isNoticed(_ repository: GitRepository, _ files: [ManifestFile], _ what: String)
        -> Bool
    {
        do throws(GitError) {
            let reading = try read(repository)
            #expect(reading.diagnostics == [], "\(what)")
            #expect(reading.tree.files == files, "\(what)")
            return false
        } catch {
            return true
        }
    }

    @Test("a loose object with one flipped bit is an error or still right")
    func looseBits() throws {
        let (repository, files) = try Self.repository()
        var generator = SeededGenerator(seed: 2)
        var noticed = 0
        let objects = Self.files(repository.path + "/.git/objects")
        for number in 0..<240 {
            let path = objects[number % objects.count]
            let original = try Self.bytes(path)
            var broken = original
            let position = Int.random(in: 0..<broken.count, using: &generator)
            broken[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            try Self.replace(path, broken)
            noticed += Self.isNoticed(repository, files, "\(path) at \(position)") ? 1 : 0
            try Self.replace(path, original)
        }
        // The objects of the first commit are not read; damage to the others shows but for unused bits.
        #expect(noticed > 120)
        #expect(try Self.read(repository).tree.files == files)
    }

    @Test("a loose object cut short at any length is an error")
    func looseCuts() throws {
        let (repository, files) = try Self.repository()
        let id = try repository.git("rev-parse", "HEAD:iam/b/c.yaml")
        let path = repository.path + "/.git/objects/" + id.prefix(2) + "/" + id.dropFirst(2)
        let original = try Self.bytes(path)
        for length in 0..<original.count {
            try Self.replace(path, Array(original.prefix(length)))
            #expect(Self.isNoticed(repository, files, "cut at \(length)"))
        }
    }

    @Test(
        "a pack or its index with one flipped bit is an error or still right", arguments: [".pack", ".idx"])
    func packBits(suffix: String) throws {
        let (repository, files) = try Self.repository()
        try repository.git("gc", "-q", "--aggressive", "--prune=now")
        var generator = SeededGenerator(seed: 3)
        let path = try #require(Self.files(repository.path + "/.git/objects/pack", ending: suffix).first)
        let original = try Self.bytes(path)
        var noticed = 0
        for _ in 0..<150 {
            var broken = original
            let position = Int.random(in: 0..<broken.count, using: &generator)
            broken[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            try Self.replace(path, broken)
            noticed += Self.isNoticed(repository, files, "\(path) at \(position)") ? 1 : 0
        }
        #expect(noticed > 10)
        try Self.replace(path, original)
        #expect(try Self.read(repository).tree.files == files)
    }

    @Test("a pack cut short is an error")
    func packCuts() throws {
        let (repository, files) = try Self.repository()
        try repository.git("gc", "-q", "--aggressive", "--prune=now")
        let path = try #require(Self.files(repository.path + "/.git/objects/pack", ending: ".pack").first)
        let original = try Self.bytes(path)
        for length in stride(from: 0, to: original.count, by: max(1, original.count / 40)) {
            try Self.replace(path, Array(original.prefix(length)))
            #expect(Self.isNoticed(repository, files, "cut at \(length)"))
        }
    }

    struct Forgery: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// The bytes of the file that stands for `HEAD:a.yaml`, whose contents are `hello`.
        var bytes: [UInt8]
        var error: @Sendable (_ id: String) -> GitError

        static func damaged(_ name: String, _ bytes: [UInt8], _ reason: String) -> Forgery {
            Forgery(testDescription: name, bytes: bytes) {
                .objectCorrupt(id: $0, path: "a.yaml", reason: reason)
            }
        }

        static let all: [Forgery] = [
            .damaged("a size too small", stored("blob 4\0hello"), "it is longer than its header says"),
            .damaged("a size too large", stored("blob 6\0hello"), "it ends too early"),
            .damaged("a size with a leading zero", stored("blob 05\0hello"), "its header cannot be read"),
            .damaged("a size that is no number", stored("blob x\0hello"), "its header cannot be read"),
            .damaged("a negative size", stored("blob -5\0hello"), "its header cannot be read"),
            .damaged(
                "a size past all numbers", stored("blob 99999999999999999999\0hello"),
                "its header cannot be read"),
            .damaged("no size", stored("blob\0hello"), "its header cannot be read"),
            .damaged("an unknown kind", stored("block 5\0hello"), "its header cannot be read"),
            .damaged("other contents", stored("blob 5\0hellO"), "its contents do not match its id"),
            .damaged("data behind it", stored("blob 5\0hello") + [0], "other data follows it"),
            .damaged(
                "a lot of data behind it", stored("blob 5\0hello") + Array(repeating: 0, count: 1 << 20),
                "other data follows it"),
            .damaged("an empty file", [], "its header cannot be read"),
            .damaged("text", Array("hello".utf8), "its header cannot be read"),
            .damaged(
                "a wrong checksum", stored("blob 5\0hello").dropLast() + [0xFF],
                "its compressed data cannot be read"),
            Forgery(testDescription: "another kind", bytes: stored("tree 5\0hello")) {
                .objectWrongKind(id: $0, path: "a.yaml", expected: .blob, found: .tree)
            },
        ]

        /// A zlib stream that stores `text` as it is.
        static func stored(_ text: String) -> [UInt8] {
            let bytes = Array(text.utf8)
            var (a, b): (UInt32, UInt32) = (1, 0)
            for byte in bytes {
                a = (a + UInt32(byte)) % 65521
                b = (b + a) % 65521
            }
            let count = UInt16(bytes.count)
            let lengths = [count, ~count].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
            let sum = b << 16 | a
            return [0x78, 0x01, 0x01] + lengths + bytes
                + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
        }
    }

    @Test("a forged loose object is named with what is wrong", arguments: Forgery.all)
    func forged(forgery: Forgery) throws {
        let repository = try GitRepository()
        try repository.commit(["a.yaml": "hello"])
        let id = try repository.git("rev-parse", "HEAD:a.yaml")
        try Self.replace(
            repository.path + "/.git/objects/" + id.prefix(2) + "/" + id.dropFirst(2), forgery.bytes)
        #expect(throws: forgery.error(id)) { try Self.read(repository) }
    }

    @Test("a loose object that says it has 4 GiB is refused before it is read")
    func hugeHeader() throws {
        let repository = try GitRepository()
        try repository.commit(["a.yaml": "hello"])
        let id = try repository.git("rev-parse", "HEAD:a.yaml")
        try Self.replace(
            repository.path + "/.git/objects/" + id.prefix(2) + "/" + id.dropFirst(2),
            Forgery.stored("blob 4294967296\0hello"))
        #expect(try Self.read(repository).diagnostics.map(\.code) == ["repo.file-size"])
    }

    @Test("a loose object that is a pipe or a link is refused at once", arguments: [true, false])
    func notRegular(isPipe: Bool) throws {
        let repository = try GitRepository()
        try repository.commit(["a.yaml": "hello"])
        let id = try repository.git("rev-parse", "HEAD:a.yaml")
        let path = repository.path + "/.git/objects/" + id.prefix(2) + "/" + id.dropFirst(2)
        try FileManager.default.removeItem(atPath: path)
        try #require((isPipe ? mkfifo(path, 0o600) : symlink("/dev/zero", path)) == 0)
        let reason = isPipe ? "it is not a regular file" : "Too many levels of symbolic links"
        #expect(throws: GitError.unreadable(path: path, reason: reason)) { try Self.read(repository) }
    }

    @Test(
        "a missing object is named with its place",
        arguments: ["HEAD", "HEAD^{tree}", "HEAD:iam", "HEAD:iam/b/c.yaml"])
    func missing(expression: String) throws {
        let (repository, _) = try Self.repository()
        let id = try repository.git("rev-parse", expression)
        try FileManager.default.removeItem(
            atPath: repository.path + "/.git/objects/" + id.prefix(2) + "/" + id.dropFirst(2))
        let path = ["HEAD": "HEAD", "HEAD^{tree}": ".", "HEAD:iam": "iam"][expression] ?? "iam/b/c.yaml"
        #expect(throws: GitError.objectMissing(id: id, path: path, partial: false)) {
            try Self.read(repository)
        }
    }

    @Test("an entry whose object is of another kind is named")
    func wrongKind() throws {
        let repository = try GitRepository()
        let blob = try repository.blob("x")
        let top = try repository.tree([RawEntry("40000", "iam", blob)])
        let commit = try repository.commit(tree: top)
        let reader = try ManifestReader(repository: repository.path)
        #expect(throws: GitError.objectWrongKind(id: blob, path: "iam", expected: .tree, found: .blob)) {
            try reader.tree(at: try reader.resolve(commit), wanted: ["."])
        }
    }
}
