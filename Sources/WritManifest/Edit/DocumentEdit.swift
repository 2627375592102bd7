package import WritModel

/// A step of changing a policy document as it is written.
package enum DocumentEdit: Hashable, Sendable {
    /// Another value in the place of this one; a member that is missing is added.
    case set(ElementPath, JSONValue)
    /// Takes a member or an item out.
    case remove(ElementPath)
    /// Gives a member another name.
    case rename(ElementPath, String)
    /// Puts an item at the end of a list.
    case append(ElementPath, JSONValue)

    /// What it changes.
    package var path: ElementPath {
        switch self {
        case .set(let path, _), .remove(let path), .rename(let path, _), .append(let path, _): path
        }
    }
}

extension [DocumentEdit] {
    /// The edits in an order in which none moves what a later one is about: the last place first. Of two that are about the same place,
    /// or about a place and one inside it, only the first stays.
    package var compatible: [DocumentEdit] {
        var result: [DocumentEdit] = []
        for edit in self where !result.contains(where: { $0.path.overlaps(edit.path) }) {
            result.append(edit)
        }
        return result.sorted { $1.path.precedes($0.path) }
    }
}

extension JSONValue {
    /// The value after one edit; the same where the edit's place is not there.
    package func applying(_ edit: DocumentEdit) -> JSONValue { applying(edit, edit.path.steps[...]) }

    private func applying(_ edit: DocumentEdit, _ rest: ArraySlice<ElementPath.Step>) -> JSONValue {
        guard let step = rest.first else {
            switch edit {
            case .set(_, let value): return value
            case .append(_, let value): return .array((array ?? []) + [value])
            case .remove, .rename: return self
            }
        }
        switch (self, step) {
        case (.object(var members), .member(let name)):
            guard let place = members.firstIndex(where: { $0.name == name }) else {
                if case .set(_, let value) = edit, rest.count == 1 { members.append(.init(name, value)) }
                return .object(members)
            }
            switch edit {
            case .remove where rest.count == 1: members.remove(at: place)
            case .rename(_, let new) where rest.count == 1: members[place].name = new
            default: members[place].value = members[place].value.applying(edit, rest.dropFirst())
            }
            return .object(members)
        case (.array(var items), .item(let place)) where items.indices.contains(place):
            if case .remove = edit, rest.count == 1 {
                items.remove(at: place)
            } else {
                items[place] = items[place].applying(edit, rest.dropFirst())
            }
            return .array(items)
        default: return self
        }
    }
}

extension ElementPath {
    /// Whether one place lies in the other.
    fileprivate func overlaps(_ other: ElementPath) -> Bool {
        zip(steps, other.steps).allSatisfy { $0 == $1 }
    }

    /// Whether the place stands before the other: items by their number, inner places before the outer one.
    fileprivate func precedes(_ other: ElementPath) -> Bool {
        for (a, b) in zip(steps, other.steps) where a != b {
            switch (a, b) {
            case (.item(let a), .item(let b)): return a < b
            case (.member(let a), .member(let b)): return a < b
            case (.item, .member): return true
            case (.member, .item): return false
            }
        }
        return steps.count < other.steps.count
    }
}
