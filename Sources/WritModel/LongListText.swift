/// The lines of ``JSONValue/prettyText`` of an object with one long list, whose items are written a stretch at a time.
///
/// INVARIANT: the list has items, none of which is a scalar: each stands on lines of its own.
package struct LongListText: Sendable {
    /// All that stands before the first item.
    package let start: String
    /// All that stands behind the last item.
    package let end: String

    /// The object of these members, the list under `name` between them.
    package init(before: [JSONValue.Member], name: String, after: [JSONValue.Member]) {
        var writer = JSONWriter(indented: true)
        writer.bytes += "{\n".utf8
        for member in before {
            writer.write(member, depth: 1)
            writer.bytes += ",\n".utf8
        }
        writer.writeName(name, depth: 1)
        writer.bytes += "[\n".utf8
        start = String(decoding: writer.bytes, as: UTF8.self)
        writer.bytes = Array("  ]".utf8)
        for member in after {
            writer.bytes += ",\n".utf8
            writer.write(member, depth: 1)
        }
        writer.bytes += "\n}\n".utf8
        end = String(decoding: writer.bytes, as: UTF8.self)
    }

    /// A stretch of the list's items.
    package func text(of items: [JSONValue], isLast: Bool) -> String {
        var writer = JSONWriter(indented: true)
        for (index, item) in items.enumerated() {
            writer.bytes += "    ".utf8
            writer.write(item, depth: 2)
            writer.bytes += (isLast && index == items.count - 1 ? "\n" : ",\n").utf8
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
