import Foundation
import Testing

/// One line of the corpus of bad inputs: its variants and near misses, from a file of `Tests/Corpus`.
struct CorpusFixture: Sendable, CustomTestStringConvertible {
    /// `B001`.
    let id: String
    let title: String
    let rows: [CorpusRow]

    var testDescription: String { "\(id) \(title)" }

    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Corpus").path

    /// All of them, by id.
    static let all: [CorpusFixture] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
            FileManager.default.contents(atPath: "\(folder)/\(name)").map {
                CorpusFixture(id: String(name.dropLast(4)), text: String(decoding: $0, as: UTF8.self))
            }
        }
    }()

    /// The golden part of a row that cannot be run here.
    func golden(of row: CorpusRow) -> String {
        let bytes = FileManager.default.contents(atPath: "\(CorpusFixture.folder)/Goldens/\(id).txt")
        let parts = String(decoding: bytes ?? Data(), as: UTF8.self).components(separatedBy: "=== ")
        return parts.first { $0.hasPrefix(row.name + "\n") }.map { "=== " + $0 } ?? ""
    }

    /// - Parameter text: the file's: its format is described in `Tests/Corpus/README.md`.
    private init(id: String, text: String) {
        self.id = id
        var parts = text.components(separatedBy: "\n=== ")
        let title = parts.removeFirst().trimmingCharacters(in: .whitespacesAndNewlines)
        self.title = title.hasPrefix(id + " ") ? String(title.dropFirst(id.count + 1)) : "has no title"
        rows = parts.enumerated().map { CorpusRow(id: "\(id)-\($0 + 1)", text: $1) }
    }
}

/// One variant: what is in the commit, and what Writ has to say of it.
struct CorpusRow: Sendable {
    /// `B001-1`; also the branch whose commit holds the files.
    let id: String
    let name: String
    /// The codes in the order of the output, warnings and refusals marked as such; none for what is accepted.
    let expected: [String]
    /// By path.
    private(set) var files: [String: [UInt8]] = [:]
    /// The entries of the folder `iam`, taken as they are.
    private(set) var entries: [RawEntry] = []
    /// How the repository is spoilt.
    private(set) var repository: CorpusRepository?
    private(set) var commands: [[String]] = []

    /// An entry of a tree.
    struct RawEntry: Sendable {
        var mode: String
        var name: [UInt8]
        var bytes: [UInt8]
    }

    static let configuration = """
        apiVersion: writ/v1
        kind: Configuration
        targets: {production: {account: acme, paths: [iam]}}

        """

    /// - Parameter text: the heading without its mark, and the lines below it.
    fileprivate init(id: String, text: String) {
        self.id = id
        var lines = text.components(separatedBy: "\n")
        let heading = lines.removeFirst().components(separatedBy: ": ")
        name = heading.dropLast().joined(separator: ": ")
        let expected = heading.last ?? ""
        self.expected = expected == "accepted" ? [] : expected.components(separatedBy: ", ")
        while lines.last?.isEmpty == true { lines.removeLast() }

        var place = "iam/m.yaml"
        var content: [String] = []
        for line in lines + [">>> "] {
            guard line.hasPrefix(">>> ") else {
                content.append(line)
                continue
            }
            keep(content, at: place)
            (place, content) = (String(line.dropFirst(4)), [])
        }
        if commands.isEmpty { commands = [["validate"]] }
        if files["writ.yaml"] == nil { files["writ.yaml"] = Array(CorpusRow.configuration.utf8) }
    }

    private mutating func keep(_ content: [String], at place: String) {
        let words = place.components(separatedBy: " ")
        let bytes = content.isEmpty ? [] : expand(content.joined(separator: "\n") + "\n")
        switch words.first {
        case "command": commands.append(Array(words.dropFirst()))
        case "repository": repository = CorpusRepository(rawValue: words.dropFirst().joined(separator: " "))
        case "entry":
            let name = words.dropFirst(2).joined(separator: " ")
            entries.append(RawEntry(mode: words[1], name: expand(name), bytes: bytes))
        default: if !content.isEmpty { files[place] = bytes }
        }
    }
}

/// The bytes that a fixture's text stands for: `⟨F6⟩` is a byte, `⟨U+200B⟩` a character, `⟨3 × ab⟩` a
/// repeated text with `\n` for a line end and `%n` for its number, `⟨cut⟩` the end.
private func expand(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "⟨"), let close = rest[open...].firstIndex(of: "⟩") {
        bytes += rest[..<open].utf8
        let mark = rest[rest.index(after: open)..<close]
        if mark == "cut" { return bytes }
        bytes += expand(mark: mark)
        rest = rest[rest.index(after: close)...]
    }
    return bytes + rest.utf8
}

private func expand(mark: Substring) -> [UInt8] {
    if mark.hasPrefix("U+") {
        let scalar = UInt32(mark.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        return scalar.map { Array(String(Character($0)).utf8) } ?? []
    }
    let parts = mark.components(separatedBy: " × ")
    if let count = Int(parts[0]), parts.count == 2 {
        let text = parts[1].replacingOccurrences(of: "\\n", with: "\n")
        guard text.contains("%n") else { return Array(String(repeating: text, count: count).utf8) }
        return (0..<count).flatMap { Array(text.replacingOccurrences(of: "%n", with: "\($0)").utf8) }
    }
    return mark.split(separator: " ").compactMap { UInt8($0, radix: 16) }
}
