internal import WritDiagnostics
internal import WritModel

/// The objects of all files, each address once, while they are checked against each other.
struct Collected {
    /// By file and place.
    var drafts: [Draft] = []
    var diagnostics: [Diagnostic] = []
    private(set) var index: [Address: Int] = [:]
    /// What manifests that could not be read may declare.
    let suspects: Set<String>

    /// Takes the drafts of `files`, which are sorted by path; of two for one object the first stays.
    init(_ files: [ParsedFile]) {
        suspects = files.reduce(into: []) { $0.formUnion($1.suspects) }
        let count = files.reduce(0) { $0 + $1.drafts.count }
        // Without capitals no two names differ in case alone.
        var folded: [Address: Int]? = files.contains(where: \.namesCapitals) ? [:] : nil
        folded?.reserveCapacity(count)
        index.reserveCapacity(count)
        drafts.reserveCapacity(count)
        for file in files { for draft in file.drafts { take(draft, &folded) } }
    }

    private mutating func take(_ draft: Draft, _ folded: inout [Address: Int]?) {
        let address = draft.object.address
        if let earlier = index[address] {
            refuse(
                draft, "object.duplicate", "`\(address)` is declared twice", earlier: earlier,
                help: "keep one of the two")
            return
        }
        let twin = folded == nil ? address : Address(address.kind, address.name.lowercased())
        if let earlier = folded?[twin] {
            refuse(
                draft, "object.duplicate-folded",
                "`\(address)` and `\(drafts[earlier].object.address)` differ only in case, which stores"
                    + " ignore", earlier: earlier, help: "rename one of the two")
        }
        let isFirst = folded?[twin] == nil
        if isFirst { folded?[twin] = drafts.count }
        index[address] = drafts.count
        drafts.append(draft)
    }

    private mutating func refuse(
        _ draft: Draft, _ code: String, _ message: String, earlier: Int, help: String
    ) {
        diagnostics.append(
            Diagnostic(
                code, message, at: draft.source.name,
                notes: [DiagnosticNote("it is declared first here", at: drafts[earlier].source.name)],
                help: help))
    }
}

extension ParsedFile {
    /// Whether a name in the file has other than lower-case ASCII letters.
    fileprivate var namesCapitals: Bool {
        drafts.indices.contains { index in
            drafts[index].object.address.name.utf8.contains { (0x41...0x5A).contains($0) || $0 >= 0x80 }
        }
    }
}
