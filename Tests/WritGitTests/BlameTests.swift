import Testing
import WritModel
import WritTestKit

@testable import WritGit

/// Who wrote a line: compared with the answers of the `git` command line.
struct BlameTests {
    @Test("every line of a generated history has git's answer", arguments: 0..<(120))
    func everyLineOfAGeneratedHistoryHasGitsAnswer(seed: Int) throws {
        let repository = try GitRepository("--bare")
        let history = GeneratedHistory(seed: UInt64(seed), commits: 60)
        try repository.git("fast-import", "--quiet", input: history.imported)
        if seed.isMultiple(of: 2) { try repository.git("gc", "-q") }
        let reader = try ManifestReader(repository: repository.path)
        let head = try #require(try reader.resolve("main").commit)
        let answers = try repository.linesOfEveryFile(at: head)
        // All files in one walk.
        let blame = try reader.blame(Set(answers.keys))
        #expect(blame.problems.isEmpty)
        for (place, answer) in answers.sorted(by: { $0.key.line < $1.key.line }) {
            #expect(blame.lines[place]?.place == answer, "seed \(seed), \(place.line)")
        }
    }
}

extension GitRepository {
    /// What `git blame` says of every line of every file of a commit.
    func linesOfEveryFile(at commit: String) throws -> [LinePlace: LinePlace] {
        var answers: [LinePlace: LinePlace] = [:]
        for file in try git("ls-tree", "-r", "--name-only", commit).split(separator: "\n").map(String.init) {
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
        for bytes in try bytes("blame", "--root", "--porcelain", commit, "--", file).split(separator: 0x0A) {
            let line = String(decoding: bytes, as: UTF8.self)
            if line.hasPrefix("\t") {
                guard let found = current, let name = names[found.commit] else { continue }
                let asked = LinePlace(commit: commit, FileLine(file: file, line: found.new))
                answers[asked] = LinePlace(
                    commit: found.commit, FileLine(file: name, line: found.old))
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
