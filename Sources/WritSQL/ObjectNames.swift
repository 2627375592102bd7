internal import WritModel

/// The names of objects by kind and the database's own id.
///
/// The database compares ids byte by byte and Swift compares texts by what they show, so an id is taken only where its
/// bytes are the same: an edge of another spelling leads to no object, and the observation is not complete.
struct ObjectNames {
    private var names: [Kind: [String: String]] = [:]
    /// Whether every id is ASCII: then a text that is equal and as long has the same bytes.
    private var isASCII = true

    /// Of all `objects`.
    init(_ objects: [Address: ObservedObject]) {
        for (address, object) in objects {
            names[address.kind, default: [:]][object.id] = address.name
            isASCII = isASCII && object.id.utf8.allSatisfy { $0 < 0x80 }
        }
    }

    /// The name of the object of that kind and id; `nil` where there is none.
    subscript(kind: Kind, id: String) -> String? {
        guard let names = names[kind], let index = names.index(forKey: id) else { return nil }
        let (known, name) = names[index]
        let isSame = known.utf8.count == id.utf8.count && (isASCII || known.utf8.elementsEqual(id.utf8))
        return isSame ? name : nil
    }
}
