/// Writes one line of JSON piece by piece, for what is too much to be held as a ``JSONValue`` first.
///
/// The same bytes as ``JSONValue/compactText`` of the whole.
package struct JSONStream {
    private var writer = JSONWriter(indented: false)
    /// Whether a value came before at this level.
    private var isContinued = false

    /// Starts with nothing written, and room for so many bytes.
    package init(capacity: Int = 0) { writer.bytes.reserveCapacity(capacity) }

    /// What was written so far, in UTF-8.
    package var bytes: [UInt8] { writer.bytes }

    /// Starts an object.
    package mutating func beginObject() { begin(UInt8(ascii: "{")) }

    /// Ends the object that was started last.
    package mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Starts an array.
    package mutating func beginArray() { begin(UInt8(ascii: "[")) }

    /// Ends the array that was started last.
    package mutating func endArray() { end(UInt8(ascii: "]")) }

    /// The name of the next member; its value comes next.
    package mutating func name(_ name: String) {
        separate()
        writer.write(name)
        writer.bytes.append(UInt8(ascii: ":"))
        isContinued = false
    }

    /// A text.
    package mutating func text(_ text: String) {
        separate()
        writer.write(text)
    }

    /// One text of three parts.
    package mutating func text(_ first: String, _ second: String, _ third: String) {
        separate()
        writer.bytes.append(UInt8(ascii: "\""))
        writer.writeContent(first)
        writer.writeContent(second)
        writer.writeContent(third)
        writer.bytes.append(UInt8(ascii: "\""))
    }

    /// A value that is compact JSON already.
    package mutating func compact(_ bytes: [UInt8]) {
        separate()
        writer.bytes.append(contentsOf: bytes)
    }

    /// A value of any sort.
    package mutating func value(_ value: JSONValue) {
        separate()
        writer.write(value, depth: 0)
    }

    /// Members of the object that was started last.
    package mutating func members(_ members: [JSONValue.Member]) {
        for member in members {
            name(member.name)
            value(member.value)
        }
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        writer.bytes.append(bracket)
        isContinued = false
    }

    private mutating func end(_ bracket: UInt8) {
        writer.bytes.append(bracket)
        isContinued = true
    }

    private mutating func separate() {
        if isContinued { writer.bytes.append(UInt8(ascii: ",")) }
        isContinued = true
    }
}
