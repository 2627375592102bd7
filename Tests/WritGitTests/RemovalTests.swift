import Testing
import WritModel
import WritTestKit

@testable import WritGit

/// Who removed something between two commits. Facts are lines here.
struct RemovalTests {
    @Test("the commit that removed a line is found", arguments: 0..<(isFullRun ? 60 : 5))
    func theCommitThatRemovedALineIsFound(seed: Int) throws {
        let repository = try GitRepository(importing: GeneratedHistory(seed: UInt64(seed), commits: 50))
        let (reader, head) = try repository.reader()
        let spine = try repository.lines("rev-list", "--first-parent", head)
        let older = try #require(spine.dropFirst(spine.count / 2).first)
        let before = try repository.statedLines(at: older)
        let gone = before.subtracting(try repository.statedLines(at: head))
        let removals = try reader.removals(
            of: gone, between: older, and: head, isManifest: { _ in true }, stated: lines)
        #expect(Set(removals.keys) == gone, "seed \(seed)")
        let between = Set(try repository.lines("rev-list", "--ancestry-path", "\(older)..\(head)"))
        for (line, removal) in removals {
            #expect(between.contains(removal.commit))
            #expect(!(try repository.statedLines(at: removal.commit)).contains(line))
            // Every parent that contains the older commit still has it.
            for parent in try repository.lines("rev-parse", "\(removal.commit)^@")
            where parent == older || between.contains(parent) {
                #expect(try repository.statedLines(at: parent).contains(line), "seed \(seed) \(line)")
            }
        }
    }

    @Test func `a merge that takes a removal over is not the one that removed`() throws {
        let repository = try GitRepository()
        let older = try repository.commit(["a.yaml": "alice\nbob\n"])
        try repository.git("checkout", "-q", "-b", "side")
        let removal = try repository.commit(["a.yaml": "alice\n"])
        try repository.git("checkout", "-q", "main")
        try repository.commit(["b.yaml": "other\n"])
        try repository.git("merge", "-q", "--no-ff", "-m", "merge", "side")
        let (reader, head) = try repository.reader("HEAD")
        let found = try reader.removals(
            of: ["bob"], between: older, and: head, isManifest: { _ in true }, stated: lines)
        #expect(found["bob"]?.commit == removal)
        #expect(found["bob"]?.place == FileLine(file: "a.yaml", line: 2))
    }

    @Test func `what only moves to another file is not removed by the move`() throws {
        let repository = try GitRepository()
        let older = try repository.commit(["a.yaml": "alice\nbob\n"])
        try repository.commit(["a.yaml": "alice\n", "b.yaml": "bob\n"])
        let removal = try repository.commit(["b.yaml": "nobody\n"])
        let (reader, head) = try repository.reader("HEAD")
        let found = try reader.removals(
            of: ["bob", "carol"], between: older, and: head, isManifest: { _ in true }, stated: lines)
        #expect(found.mapValues(\.commit) == ["bob": removal])
    }

    @Test func `commits that do not contain the older one have no say`() throws {
        let repository = try GitRepository()
        try repository.commit(["a.yaml": "alice\nbob\n"])
        try repository.git("checkout", "-q", "-b", "side")
        try repository.commit(["a.yaml": "alice\n"])
        try repository.git("checkout", "-q", "main")
        let older = try repository.commit(["b.yaml": "other\n"])
        try repository.git("merge", "-q", "--no-ff", "-m", "merge", "side")
        let (reader, head) = try repository.reader("HEAD")
        let found = try reader.removals(
            of: ["bob"], between: older, and: head, isManifest: { _ in true }, stated: lines)
        #expect(found["bob"]?.commit == head)
    }

    @Test func `where the older commit is not contained, nobody is named`() throws {
        let repository = try GitRepository()
        try repository.commit(["a.yaml": "alice\n"])
        try repository.git("checkout", "-q", "-b", "side")
        let other = try repository.commit(["a.yaml": "alice\nbob\n"])
        try repository.git("checkout", "-q", "main")
        try repository.commit(["b.yaml": "x\n"])
        let (reader, head) = try repository.reader("HEAD")
        let found = try reader.removals(
            of: ["bob"], between: other, and: head, isManifest: { _ in true }, stated: lines)
        #expect(found.isEmpty)
    }

    private func lines(_ file: ManifestFile, _ wanted: Set<String>) -> [String: Int] {
        var found: [String: Int] = [:]
        for (index, line) in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        {
            let text = String(decoding: line, as: UTF8.self)
            if wanted.contains(text), found[text] == nil { found[text] = index + 1 }
        }
        return found
    }
}

extension GitRepository {
    /// The lines of all files of a commit.
    fileprivate func statedLines(at commit: String) throws -> Set<String> {
        let files = try ManifestReader(repository: path)
            .tree(at: Revision(commit: commit, name: commit, repository: path), wanted: ["."]).tree.files
        return Set(
            files.flatMap { $0.bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } })
    }
}
