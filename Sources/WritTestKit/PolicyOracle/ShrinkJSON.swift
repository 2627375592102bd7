package import WritModel
package import WritPolicy

/// Documents and a request made as small as can be while something stays true of them.
///
/// Drops list items, members and context values, and shortens texts, greedily until nothing more goes.
package func shrunk(
    _ documents: [JSONValue], _ request: Request, while holds: ([JSONValue], Request) -> Bool
) -> ([JSONValue], Request) {
    var documents = documents
    var request = request
    var isShrinking = true
    while isShrinking {
        isShrinking = false
        for smaller in JSONValue.array(documents).smaller {
            guard let smaller = smaller.array, holds(smaller, request) else { continue }
            documents = smaller
            isShrinking = true
            break
        }
        for smaller in request.smaller where holds(documents, smaller) {
            request = smaller
            isShrinking = true
            break
        }
    }
    return (documents, request)
}

/// Two lists of documents made as small as can be while something stays true of them.
package func shrunk(
    _ old: [JSONValue], _ new: [JSONValue], while holds: ([JSONValue], [JSONValue]) -> Bool
) -> (old: [JSONValue], new: [JSONValue]) {
    var pair: JSONValue = [.array(old), .array(new)]
    var isShrinking = true
    while isShrinking {
        isShrinking = false
        for smaller in pair.smaller {
            guard let halves = smaller.array, halves.count == 2, let first = halves[0].array,
                let second = halves[1].array, holds(first, second)
            else { continue }
            pair = smaller
            isShrinking = true
            break
        }
    }
    return (pair.array?[0].array ?? [], pair.array?[1].array ?? [])
}

extension JSONValue {
    /// The values one step smaller.
    fileprivate var smaller: [JSONValue] {
        switch self {
        case .array(let items):
            var result: [JSONValue] = []
            for index in items.indices {
                var fewer = items
                fewer.remove(at: index)
                result.append(.array(fewer))
            }
            for index in items.indices {
                for item in items[index].smaller {
                    var changed = items
                    changed[index] = item
                    result.append(.array(changed))
                }
            }
            return result
        case .object(let members):
            var result: [JSONValue] = []
            for index in members.indices
            where !["Statement", "Effect", "Action", "Version"].contains(members[index].name) {
                var fewer = members
                fewer.remove(at: index)
                result.append(.object(fewer))
            }
            for index in members.indices where !["Effect", "Version"].contains(members[index].name) {
                for value in members[index].value.smaller {
                    var changed = members
                    changed[index].value = value
                    result.append(.object(changed))
                }
            }
            return result
        case .string(let text): return text.oneShorter.map(JSONValue.string)
        case .null, .boolean, .number: return []
        }
    }
}

extension Request {
    /// The requests one step smaller.
    fileprivate var smaller: [Request] {
        var result: [Request] = []
        for (key, values) in context {
            var fewer = self
            fewer.context[key] = nil
            result.append(fewer)
            for index in values.indices {
                var fewer = self
                fewer.context[key]?.remove(at: index)
                if values.count > 1 { result.append(fewer) }
                for text in values[index].oneShorter {
                    var shorter = self
                    shorter.context[key]?[index] = text
                    result.append(shorter)
                }
            }
        }
        for text in action.oneShorter {
            var shorter = self
            shorter.action = text
            result.append(shorter)
        }
        for text in resource.oneShorter {
            var shorter = self
            shorter.resource = text
            result.append(shorter)
        }
        return result
    }
}

extension String {
    /// The texts without one of the characters.
    fileprivate var oneShorter: [String] {
        indices.map { index in
            var shorter = self
            shorter.remove(at: index)
            return shorter
        }
    }
}
