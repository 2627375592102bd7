/// A small map from fields to values, kept in field order.
///
/// An array rather than a dictionary: objects have a handful of fields, and there may be 100,000 of them.
///
/// Public, unlike the rest of the model: of what is not, other modules get no copy made for their types of
/// values, and the code for any type costs ten times as much.
public struct FieldMap<Value> {
    @usableFromInline
    var entries: [(field: Field, value: Value)] = []

    /// An empty map.
    @inlinable
    public init() {}

    /// A map of entries that are in field order already, each field once; cost linear in their number.
    @inlinable
    public init(inOrder entries: [(field: Field, value: Value)]) {
        assert(zip(entries, entries.dropFirst()).allSatisfy { $0.field < $1.field })
        self.entries = entries
    }

    /// The fields that are present, in order.
    @inlinable
    public var fields: [Field] { entries.map { $0.field } }
    /// Whether no field is present.
    @inlinable
    public var isEmpty: Bool { entries.isEmpty }
    /// How many fields are present.
    @inlinable
    public var count: Int { entries.count }

    /// The value of `field`; setting `nil` removes it. Cost is linear in the number of fields.
    @inlinable
    public subscript(field: Field) -> Value? {
        get {
            for index in entries.indices where entries[index].field == field { return entries[index].value }
            return nil
        }
        set {
            // Manifests state most fields in their order, so that the last entries are the ones to look at.
            var index = entries.count
            while index > 0, entries[index - 1].field > field { index -= 1 }
            let isPresent = index > 0 && entries[index - 1].field == field
            switch (isPresent, newValue) {
            case (true, let value?): entries[index - 1].value = value
            case (true, nil): entries.remove(at: index - 1)
            case (false, let value?): entries.insert((field, value), at: index)
            case (false, nil): break
            }
        }
    }

    /// Whether `field` is present, without copying its value.
    @inlinable
    public func has(_ field: Field) -> Bool {
        for index in entries.indices where entries[index].field == field { return true }
        return false
    }

    /// The fields that are present here and not in `other`, in order; cost linear in both.
    @inlinable
    public func fields<Other>(notIn other: FieldMap<Other>) -> [Field] {
        var missing: [Field] = []
        var position = 0
        for index in entries.indices {
            let field = entries[index].field
            while position < other.entries.count, other.entries[position].field < field { position += 1 }
            if position == other.entries.count || other.entries[position].field != field {
                missing.append(field)
            }
        }
        return missing
    }

    /// Makes room for so many fields.
    @inlinable
    public mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

    /// The map with each value transformed; `nil` drops the field.
    @inlinable
    public func compactMap<Result>(_ transform: (Field, Value) -> Result?) -> FieldMap<Result> {
        var result = FieldMap<Result>()
        for (field, value) in entries {
            if let value = transform(field, value) { result.entries.append((field, value)) }
        }
        return result
    }
}

extension FieldMap: Sequence {
    /// Goes through the fields in order.
    @inlinable
    public func makeIterator() -> IndexingIterator<[(field: Field, value: Value)]> {
        entries.makeIterator()
    }
}

extension FieldMap: Sendable where Value: Sendable {}

extension FieldMap: Equatable where Value: Equatable {
    /// Whether both have the same fields with equal values.
    @inlinable
    public static func == (a: Self, b: Self) -> Bool {
        a.entries.count == b.entries.count
            && zip(a.entries, b.entries).allSatisfy { $0.field == $1.field && $0.value == $1.value }
    }
}

extension FieldMap: Hashable where Value: Hashable {
    /// Takes in every field and value.
    @inlinable
    public func hash(into hasher: inout Hasher) {
        for (field, value) in entries {
            hasher.combine(field)
            hasher.combine(value)
        }
    }
}

extension FieldMap: ExpressibleByDictionaryLiteral {
    /// The map of these fields, in any order.
    @inlinable
    public init(dictionaryLiteral elements: (Field, Value)...) {
        for (field, value) in elements { self[field] = value }
    }
}
