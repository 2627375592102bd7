import Testing
import WritModel
import WritTestKit

@testable import WritGit

/// Who wrote a line: compared with the answers of the `git` command line.
struct BlameTests {
    @Test("every line of a generated history has git's answer", arguments: 0..<(isFullRun ? 120 : 8))
    func everyLineOfAGeneratedHistoryHasGitsAnswer(seed: Int) throws {
        let repository = try GitRepository(importing: GeneratedHistory(seed: UInt64(seed), commits: 60))
        if seed.isMultiple(of: 2) { try repository.git("gc", "-q") }
        let (reader, head) = try repository.reader()
        let answers = try repository.linesOfEveryFile(at: head)
        // All files in one walk.
        let blame = try reader.blame(Set(answers.keys))
        #expect(blame.problems.isEmpty)
        #expect(blame.lines.count == answers.count)
        for (place, answer) in answers.sorted(by: { $0.key.line < $1.key.line }) {
            #expect(blame.lines[place]?.place == answer, "seed \(seed), \(place.line)")
        }
    }

    @Test func `lines of several commits are followed together`() throws {
        let repository = try GitRepository(importing: GeneratedHistory(seed: 3, commits: 40))
        let (reader, head) = try repository.reader()
        let commits = [
            head, try repository.git("rev-parse", "main~3"), try repository.git("rev-parse", "main~9"),
        ]
        var answers: [LinePlace: LinePlace] = [:]
        for commit in commits {
            answers.merge(try repository.linesOfEveryFile(at: commit)) { first, _ in first }
        }
        let blame = try reader.blame(Set(answers.keys))
        #expect(blame.lines.mapValues(\.place) == answers)
    }

    @Test func `the cost does not grow with the number of lines`() throws {
        let repository = try GitRepository(importing: GeneratedHistory(seed: 5, commits: 60))
        let (reader, head) = try repository.reader()
        let places = Set(try repository.linesOfEveryFile(at: head).keys)
        let all = try reader.blame(places)
        let commits = try #require(Int(try repository.git("rev-list", "--count", head)))
        #expect(all.commitCount <= commits)
    }

    @Test func `what a shallow clone ends with is said to be as old or older, like git's boundary`() throws {
        let origin = try GitRepository(importing: GeneratedHistory(seed: 1, commits: 40))
        let repository = try GitRepository(cloning: origin, "--bare", "--depth", "6")
        let (reader, head) = try repository.reader()
        let answers = try repository.linesOfEveryFile(at: head)
        let blame = try reader.blame(Set(answers.keys))
        let shallow = Set(try repository.lines("rev-list", "--max-parents=0", head))
        #expect(blame.lines.mapValues(\.place) == answers)
        for line in blame.lines.values {
            #expect(line.standing == (shallow.contains(line.place.commit) ? .boundary : .wrote))
        }
        #expect(blame.lines.values.contains { $0.standing == .boundary })
    }

    @Test(arguments: [0, 1, 5, 20])
    func `where the walk ends early, lines are said to be older and never given to a wrong commit`(
        _ limit: Int
    ) throws {
        let repository = try GitRepository(importing: GeneratedHistory(seed: 2, commits: 40))
        let (reader, head) = try repository.reader()
        let answers = try repository.linesOfEveryFile(at: head)
        let blame = try reader.blame(Set(answers.keys), limits: BlameLimits(commits: limit))
        #expect(blame.isCut)
        #expect(blame.lines.count == answers.count)
        for (place, line) in blame.lines {
            let answer = try #require(answers[place])
            switch line.standing {
            case .older:
                #expect(
                    repository.succeeds(
                        "merge-base", "--is-ancestor", answer.commit, line.place.commit))
            default: #expect(line.place == answer)
            }
        }
        #expect(blame.lines.values.contains { $0.standing == .older })
    }

    @Test func `no time at all is a limit like any other`() throws {
        let repository = try GitRepository(importing: GeneratedHistory(seed: 2, commits: 10))
        let (reader, head) = try repository.reader()
        let places = Set(try repository.linesOfEveryFile(at: head).keys)
        let blame = try reader.blame(places, limits: BlameLimits(time: .zero))
        #expect(blame.lines.values.allSatisfy { $0.standing == .older && $0.place.commit == head })
    }

    @Test func `an older version that is missing ends the search there, for that file alone`() throws {
        let repository = try GitRepository()
        let first = try repository.commit(["a.yaml": "one\ntwo\n", "b.yaml": "one\n"])
        let second = try repository.commit(["a.yaml": "one\ntwo\nthree\n", "b.yaml": "one\nmore\n"])
        let blob = try repository.git("rev-parse", "\(first):a.yaml")
        try repository.git("update-server-info")
        try removeLooseObject(blob, in: repository.path + "/.git")
        let (reader, head) = try repository.reader("HEAD")
        func place(_ file: String, _ line: Int, _ commit: String) -> LinePlace {
            LinePlace(commit: commit, FileLine(file: file, line: line))
        }
        let blame = try reader.blame([place("a.yaml", 1, head), place("b.yaml", 1, head)])
        #expect(blame.lines[place("a.yaml", 1, head)]?.standing == .older)
        #expect(blame.lines[place("a.yaml", 1, head)]?.place == place("a.yaml", 1, second))
        #expect(blame.lines[place("b.yaml", 1, head)]?.place == place("b.yaml", 1, first))
        #expect(blame.problems.count == 1)
    }

    @Test(arguments: [("gone.yaml", 1), ("a.yaml", 0), ("a.yaml", 3), ("folder", 1), ("folder/a.yaml/x", 1)])
    func `a line that is not there has no answer`(_ file: String, _ line: Int) throws {
        let repository = try GitRepository()
        try repository.commit(["a.yaml": "one\ntwo\n"])
        let commit = try repository.commit(files: ["folder/a.yaml": "one\n"])
        let (reader, _) = try repository.reader("HEAD")
        let place = LinePlace(commit: commit, FileLine(file: file, line: line))
        #expect(try reader.blame([place]).lines.isEmpty)
    }

    @Test func `a file that moves under a name that is no text is followed`() throws {
        let repository = try GitRepository("--bare")
        let text = try repository.blob("one\ntwo\n")
        let old = try repository.tree([RawEntry("100644", bytes: [0x61, 0xFF], text)])
        let new = try repository.tree([RawEntry("100644", "a.yaml", text)])
        let first = try repository.commit(tree: old)
        let second = try repository.commit(tree: new, parents: [first])
        let reader = try ManifestReader(repository: repository.path)
        let place = LinePlace(commit: second, FileLine(file: "a.yaml", line: 2))
        let line = try reader.blame([place]).lines[place]
        #expect(line?.place == LinePlace(commit: first, FileLine(file: "a\\x{ff}", line: 2)))
    }

    @Test func `a symbolic link that becomes a file wrote no line of it`() throws {
        let repository = try GitRepository("--bare")
        let text = try repository.blob("one\n")
        let link = try repository.tree([RawEntry("120000", "a.yaml", text)])
        let file = try repository.tree([RawEntry("100644", "a.yaml", text)])
        let first = try repository.commit(tree: link)
        let second = try repository.commit(tree: file, parents: [first])
        let third = try repository.commit(
            tree: try repository.tree([RawEntry("100755", "a.yaml", text)]), parents: [second])
        try repository.git("update-ref", "refs/heads/main", third)
        let (reader, head) = try repository.reader()
        let answers = try repository.blame("a.yaml", at: head)
        #expect(answers.values.map(\.commit) == [second])
        #expect(try reader.blame(Set(answers.keys)).lines.mapValues(\.place) == answers)
    }

    @Test func `lines of the working tree are those of the commit, or nobody's`() throws {
        let repository = try GitRepository()
        try repository.commit(["a.yaml": "one\ntwo\nthree\nfour\n"])
        let (reader, head) = try repository.reader("HEAD")
        let changed = "zero\none\nthree\nfour and more\nfour\n"
        let lines = try reader.committedLines(of: Array(changed.utf8), at: "a.yaml", in: head)
        #expect(lines == [2: 1, 3: 3, 5: 4])
        #expect(try reader.committedLines(of: Array(changed.utf8), at: "new.yaml", in: head).isEmpty)
    }
}
