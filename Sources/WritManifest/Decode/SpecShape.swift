internal import WritModel

/// What stands under one key of a `spec`.
enum SpecEntry: Sendable {
    case field(FieldSchema)
    case edges(EdgeList)
    /// A mapping of fields, such as `console`.
    case section(SpecShape)
    /// The path of a file that holds the value of a field.
    case file(Field)
}

/// The keys of a `spec` and what they hold, derived from the kind's schema.
struct SpecShape: Sendable {
    private(set) var entries: [String: SpecEntry] = [:]
    /// In the schema's order, for messages.
    private(set) var keys: [String] = []

    /// The shape of `kind`'s spec; made once.
    static func of(_ kind: Kind) -> SpecShape { shapes[kind] ?? SpecShape() }

    private static let shapes = Dictionary(
        uniqueKeysWithValues: Kind.allCases.map { ($0, SpecShape(KindSchema.of($0))) })

    private init() {}

    private init(_ schema: KindSchema) {
        for field in schema.fields {
            add(field, at: field.field.rawValue.split(separator: ".").map(String.init)[...])
        }
        for list in schema.edgeLists { add(list.rawValue, .edges(list)) }
    }

    private mutating func add(_ field: FieldSchema, at path: ArraySlice<String>) {
        guard let key = path.first else { return }
        guard path.count > 1 else {
            add(key, .field(field))
            if let fileKey = field.field.fileKey { add(fileKey, .file(field.field)) }
            return
        }
        var inner = SpecShape()
        if case .section(let shape)? = entries[key] { inner = shape }
        inner.add(field, at: path.dropFirst())
        add(key, .section(inner))
    }

    private mutating func add(_ key: String, _ entry: SpecEntry) {
        if entries.updateValue(entry, forKey: key) == nil { keys.append(key) }
    }
}
