internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

/// Looks up where findings stand. Each document with findings is read once.
struct Places {
    private let sources: SourceMap
    private let target: SourceSpan?
    private let texts: (String) -> SourceText?
    private var documents: [LintedPolicy.ID: DocumentPlaces?] = [:]

    init(_ sources: SourceMap, target: SourceSpan?, texts: @escaping (String) -> SourceText?) {
        self.sources = sources
        self.target = target
        self.texts = texts
    }

    /// Places in one file; without its text findings have none.
    init(_ source: SourceText?) {
        self.init(SourceMap(), target: nil) { $0 == source?.path ? source : nil }
    }

    /// The place in the text; `nil` where it is not at hand.
    mutating func span(of place: Place) -> SourceSpan? {
        switch place {
        case .span(let span): return span
        case .target: return target
        case .object(let address): return sources[address]?.name
        case .field(let address, let field):
            return sources[address]?.fields[field] ?? sources[address]?.name
        case .list(let address, let list): return sources[address]?.lists[list] ?? sources[address]?.name
        case .item(let address, let list, let index):
            let items = sources[address]?.items[list] ?? []
            return items.indices.contains(index) ? items[index] : span(of: .list(address, list))
        case .value(let path, let id): return span(of: path, in: id) { $0.span(of: $1) }
        case .key(let path, let id): return span(of: path, in: id) { $0.keySpan(of: $1) }
        }
    }

    /// The place, in a manifest, of the document that a place is in.
    mutating func holder(of place: Place) -> SourceSpan? {
        switch place {
        case .value(_, let id), .key(_, let id):
            guard case .object(let address, let field) = id.holder else { return nil }
            return span(of: .field(address, field))
        case .object, .field, .item, .list, .span, .target: return nil
        }
    }

    private mutating func span(
        of path: ElementPath, in id: LintedPolicy.ID,
        _ look: (DocumentPlaces, [ElementPath.Step]) -> SourceSpan
    ) -> SourceSpan? {
        let known: DocumentPlaces?
        if let found = documents[id] {
            known = found
        } else {
            known = find(id)
            documents[id] = .some(known)
        }
        var steps = path.steps
        if case .item(_, let index) = id.holder { steps.insert(.item(index), at: 0) }
        if let known { return look(known, steps) }
        guard case .object(let address, let field) = id.holder else { return nil }
        return span(of: .field(address, field))
    }

    private func find(_ id: LintedPolicy.ID) -> DocumentPlaces? {
        switch id.holder {
        case .object(let address, let field):
            sources[address].flatMap { DocumentPlaces(field, of: $0, text: texts) }
        case .file(let path), .item(let path, _): texts(path).flatMap { DocumentPlaces(inFile: $0) }
        }
    }
}

extension Place {
    /// What the place is in, as one text that stays when lines move.
    var subject: String {
        switch self {
        case .span(let span): span.file
        case .target: "writ.yaml"
        case .object(let address): address.description
        case .field(let address, let field): "\(address) \(field.rawValue)"
        case .list(let address, let list): "\(address) \(list.rawValue)"
        case .item(let address, let list, _): "\(address) \(list.rawValue)"
        case .value(let path, let id), .key(let path, let id): id.description + " " + path.description
        }
    }
}

extension LintedPolicy.ID: CustomStringConvertible {
    /// `policy/payments-ledger document`, or the file's path.
    package var description: String {
        switch holder {
        case .object(let address, let field): "\(address) \(field.rawValue)"
        case .file(let path): path
        case .item(let path, let index): "\(path)[\(index)]"
        }
    }
}
