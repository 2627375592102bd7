import WritTestKit

/// A history of edits, merges, moves and renames, made from a seed and imported by `git fast-import`.
struct GeneratedHistory {
    private var random: SplitMix64
    private var stream: [UInt8] = []
    private var branches: [Branch]
    private var marks = 0
    private var clock = 1_767_225_600

    private struct Branch {
        var mark: Int
        var files: [String: [String]]
    }

    /// - Parameter commits: how many, merges not counted.
    init(seed: UInt64, commits: Int) {
        random = SplitMix64(seed: seed)
        var files: [String: [String]] = [:]
        for number in 0..<4 { files["iam/f\(number).yaml"] = [] }
        branches = [Branch(mark: 0, files: [:])]
        for path in files.keys.sorted() {
            files[path] = lines(Int.random(in: 5...60, using: &random))
        }
        write(files, to: 0, parents: [])
        for _ in 1..<commits { step() }
        while branches.count > 1 { merge(1) }
    }

    /// What `git fast-import` reads.
    var imported: [UInt8] { stream }

    private mutating func step() {
        switch Int.random(in: 0..<12, using: &random) {
        case 0 where branches.count < 4:
            let source = Int.random(in: 0..<branches.count, using: &random)
            branches.append(branches[source])
        case 1 where branches.count > 1:
            merge(Int.random(in: 1..<branches.count, using: &random))
        default:
            let branch = Int.random(in: 0..<branches.count, using: &random)
            var files = branches[branch].files
            for _ in 0..<Int.random(in: 1...3, using: &random) { change(&files) }
            write(files, to: branch, parents: [branches[branch].mark])
        }
    }

    private mutating func change(_ files: inout [String: [String]]) {
        let paths = files.keys.sorted()
        guard let path = paths.randomElement(using: &random), let text = files[path] else { return }
        switch Int.random(in: 0..<14, using: &random) {
        case 0:
            files["teams/n\(marks).yaml"] = lines(Int.random(in: 1...40, using: &random))
        case 1:
            if paths.count > 3 { files[path] = nil }
        case 2, 3:
            files[path] = nil
            let name = path.split(separator: "/").last.map(String.init) ?? "x"
            files["moved\(Int.random(in: 0..<3, using: &random))/\(name)"] = text
        case 4, 5:
            files[path] = nil
            files["iam/r\(marks)-\(paths.count).yaml"] = edited(text)
        case 6:
            files[path] = text.map { $0 + "\r" }.map { $0.replacing("\r\r", with: "\r") }
        default:
            files[path] = edited(text)
        }
    }

    private mutating func edited(_ text: [String]) -> [String] {
        var text = text
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...text.count, using: &random)
            let count = Int.random(in: 1...5, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: text.insert(contentsOf: lines(count), at: place)
            case 1: text.removeSubrange(place..<min(text.count, place + count))
            case 2 where !text.isEmpty:
                // Blocks that are there twice are where diffs slide.
                let from = Int.random(in: 0..<text.count, using: &random)
                text.insert(contentsOf: Array(text[from..<min(text.count, from + count)]), at: place)
            default:
                let end = min(text.count, place + count)
                text.replaceSubrange(place..<end, with: lines(end - place))
            }
        }
        return text
    }

    /// Joins a branch into the first one, with pieces of both where both changed a file.
    private mutating func merge(_ number: Int) {
        let other = branches.remove(at: number)
        var files = branches[0].files
        for path in Set(files.keys).union(other.files.keys).sorted() {
            switch (files[path], other.files[path]) {
            case (let ours?, let theirs?) where ours != theirs:
                switch Int.random(in: 0..<4, using: &random) {
                case 0: files[path] = theirs
                case 1: files[path] = ours
                case 2: files[path] = edited(ours)
                default: files[path] = Array(ours.prefix(ours.count / 2) + theirs.suffix(theirs.count / 2))
                }
            case (nil, let theirs?) where Bool.random(using: &random): files[path] = theirs
            case (.some, nil) where Bool.random(using: &random): files[path] = nil
            default: break
            }
        }
        write(files, to: 0, parents: [branches[0].mark, other.mark])
    }

    private mutating func lines(_ count: Int) -> [String] {
        (0..<max(0, count)).map { _ in
            // Few words, so that lines repeat.
            let word =
                ["members:", "- alice", "- bob", "policies:", "", "spec:", "description: x"]
                .randomElement(using: &random) ?? ""
            let isUnique = Int.random(in: 0..<3, using: &random) > 0
            let indent = String(repeating: " ", count: 2 * Int.random(in: 0..<3, using: &random))
            return indent + word + (isUnique ? " \(UInt32.random(in: 0...9999, using: &random))" : "")
        }
    }

    private mutating func write(_ files: [String: [String]], to branch: Int, parents: [Int]) {
        marks += 1
        // Clocks stand still and go backward at times.
        clock += Int.random(in: -20...300, using: &random)
        var text = "commit refs/heads/main\nmark :\(marks)\n"
        text += "author Author \(marks % 7) <a\(marks % 7)@example.com> \(clock - 1000) +0100\n"
        text += "committer Ann <ann@example.com> \(clock) +0000\ndata 6\nchange\n"
        for (index, parent) in parents.enumerated() {
            text += "\(index == 0 ? "from" : "merge") :\(parent)\n"
        }
        text += "deleteall\n"
        for (path, lines) in files.sorted(by: { $0.key < $1.key }) {
            let contents = lines.map { $0 + "\n" }.joined()
            text += "M 100644 inline \(path)\ndata \(contents.utf8.count)\n\(contents)\n"
        }
        stream += text.utf8
        branches[branch] = Branch(mark: marks, files: files)
    }
}
