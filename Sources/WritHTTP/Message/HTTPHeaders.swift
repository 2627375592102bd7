package import WritModel

/// The headers of a request or a response, in their order. Names are compared without regard to case.
///
/// Only values of headers that are known to be harmless have a text; every other value is kept as a `Secret`, which
/// shows nothing and is overwritten when the last copy goes. A header that nobody thought of is therefore hidden.
package struct HTTPHeaders: Sendable {
    /// One header.
    package struct Entry: Sendable {
        /// As it was written.
        package let name: String
        fileprivate let value: Value

        /// Its value, which may be secret: for what computes with it, never for a message.
        package var text: String {
            switch value {
            case .harmless(let text): text
            case .hidden(let secret): secret.withBytes { String(decoding: $0, as: UTF8.self) }
            }
        }

        /// Lends the bytes of the value; they are valid inside `body` only.
        package func withValue<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
            switch value {
            case .harmless(let text): Array(text.utf8).withUnsafeBytes(body)
            case .hidden(let secret): secret.withBytes(body)
            }
        }
    }

    fileprivate enum Value: Sendable {
        case harmless(String)
        case hidden(Secret)
    }

    /// All of them.
    package private(set) var entries: [Entry] = []

    /// No headers.
    package init() {}

    /// These headers, in that order.
    package init(_ pairs: KeyValuePairs<String, String>) {
        for (name, value) in pairs { add(name, value) }
    }

    /// One more header; there may be one of that name already.
    package mutating func add(_ name: String, _ text: String) {
        let value = isHarmlessHeader(name) ? Value.harmless(text) : .hidden(Secret(copying: Array(text.utf8)))
        entries.append(Entry(name: name, value: value))
    }

    /// Puts this header in the place of all of that name.
    package mutating func set(_ name: String, _ text: String) {
        remove(name)
        add(name, text)
    }

    /// Puts this header in the place of all of that name. It is hidden whatever its name is.
    package mutating func set(_ name: String, _ secret: Secret) {
        remove(name)
        entries.append(Entry(name: name, value: .hidden(secret)))
    }

    /// Takes away all headers of that name.
    package mutating func remove(_ name: String) {
        let wanted = lowerCased(name)
        entries.removeAll { lowerCased($0.name) == wanted }
    }

    /// All headers of that name.
    package func all(_ name: String) -> [Entry] {
        let wanted = lowerCased(name)
        return entries.filter { lowerCased($0.name) == wanted }
    }

    /// The value of the first header of that name, which may be secret: see ``Entry/text``.
    package subscript(name: String) -> String? { all(name).first?.text }

    /// The value of the first header of that name.
    package func secret(_ name: String) -> Secret? {
        guard let entry = all(name).first else { return nil }
        return switch entry.value {
        case .harmless(let text): Secret(copying: Array(text.utf8))
        case .hidden(let secret): secret
        }
    }
}

extension HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { entries.map(\.description).joined(separator: ", ") }
    package var debugDescription: String { description }
    /// Without children, so that nothing that looks inside finds anything.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension HTTPHeaders.Entry: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        switch value {
        case .harmless(let text): "\(name): \(text)"
        case .hidden: "\(name): <hidden>"
        }
    }
    package var debugDescription: String { description }
    /// Without children, so that nothing that looks inside finds anything.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
