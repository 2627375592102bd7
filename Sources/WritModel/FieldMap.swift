/// A small map from fields to values, kept in field order.
///
/// An array rather than a dictionary: objects have a handful of fields, and there may be 100,000 of them.
package struct FieldMap<Value> {
    private var entries: [(field: Field, value: Value)] = []

    /// An empty map.
    package init() {}

    /// A map of entries that are in field order already, each field once; cost linear in their number.
    package init(inOrder entries: [(field: Field, value: Value)]) {
        assert(zip(entries, entries.dropFirst()).allSatisfy { $0.field < $1.field })
        self.entries = entries
    }

    /// The fields that are present, in order.
    package var fields: [Field] { entries.map(\.field) }
    /// Whether no field is present.
    package var isEmpty: Bool { entries.isEmpty }
    /// How many fields are present.
    package var count: Int { entries.count }

    /// The value of `field`; setting `nil` removes it. Cost is linear in the number of fields.
    package subscript(field: Field) -> Value? {
        get { entries.first { $0.field == field }?.value }
        set {
            if let index = entries.firstIndex(where: { $0.field == field }) {
                if let newValue { entries[index].value = newValue } else { entries.remove(at: index) }
            } else if let newValue {
                let index = entries.firstIndex { $0.field > field } ?? entries.count
                entries.insert((field, newValue), at: index)
            }
        }
    }

    /// The map with each value transformed; `nil` drops the field.
    package func compactMap<Result>(_ transform: (Field, Value) -> Result?) -> FieldMap<Result> {
        var result = FieldMap<Result>()
        for (field, value) in entries {
            if let value = transform(field, value) { result.entries.append((field, value)) }
        }
        return result
    }
}

extension FieldMap: Sequence {
    package func makeIterator() -> IndexingIterator<[(field: Field, value: Value)]> {
        entries.makeIterator()
    }
}

extension FieldMap: Sendable where Value: Sendable {}

extension FieldMap: Equatable where Value: Equatable {
    package static func == (a: Self, b: Self) -> Bool {
        a.entries.count == b.entries.count
            && zip(a.entries, b.entries).allSatisfy { $0.field == $1.field && $0.value == $1.value }
    }
}

extension FieldMap: Hashable where Value: Hashable {
    package func hash(into hasher: inout Hasher) {
        for (field, value) in entries {
            hasher.combine(field)
            hasher.combine(value)
        }
    }
}

extension FieldMap: ExpressibleByDictionaryLiteral {
    /// The map of these fields, in any order.
    package init(dictionaryLiteral elements: (Field, Value)...) {
        for (field, value) in elements { self[field] = value }
    }
}
