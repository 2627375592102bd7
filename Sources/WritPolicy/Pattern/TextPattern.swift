/// A pattern as a document writes it, in which the request's own values may stand: `home/${aws:username}/*`.
package struct TextPattern: Hashable, Sendable {
    /// A stretch of a pattern.
    package enum Part: Hashable, Sendable {
        /// Literals and wildcards, in the bytes of ``Glob``.
        case bytes([UInt8])
        /// The request's value of a key, in lower case; and what stands for it where the key is absent.
        case variable(key: String, otherwise: String?)
    }

    /// The whole pattern where it has no variable.
    package let constant: Glob?

    /// The parts where they are more than the bytes of ``constant``: nearly never.
    private let spelling: [Part]?

    /// In the text's order; neighbouring bytes are one part.
    package var parts: [Part] { spelling ?? [.bytes(constant?.bytes ?? [])] }

    /// A pattern of these parts.
    package init(parts: [Part]) {
        switch parts.count {
        case 0:
            constant = Glob(bytes: [])
            spelling = parts
        case 1:
            if case .bytes(let bytes) = parts[0] {
                let glob = Glob(bytes: bytes)
                constant = glob
                // Runs beside runs are one run there.
                spelling = glob.bytes.count == bytes.count ? nil : parts
            } else {
                constant = nil
                spelling = parts
            }
        default:
            constant = nil
            spelling = parts
        }
    }

    /// A pattern without variables.
    package init(_ glob: Glob) {
        constant = glob
        spelling = nil
    }

    /// Equal when the same texts match, whatever the values are.
    package static func == (a: Self, b: Self) -> Bool {
        if let x = a.constant, let y = b.constant { return x == y }
        return a.parts == b.parts
    }

    package func hash(into hasher: inout Hasher) {
        if let constant { hasher.combine(constant) } else { hasher.combine(parts) }
    }

    /// The keys whose values it needs, in its order.
    package var keys: [String] {
        if constant != nil { return [] }
        return parts.compactMap { if case .variable(let key, _) = $0 { key } else { nil } }
    }

    /// The pattern for one request; `nil` where a value is missing.
    ///
    /// - Parameter value: The request's one value of a key in lower case.
    package func resolved(_ value: (String) -> String?) -> Glob? {
        if let constant { return constant }
        var bytes: [UInt8] = []
        for part in parts {
            switch part {
            case .bytes(let part): bytes += part
            case .variable(let key, let otherwise):
                guard let text = value(key) ?? otherwise else { return nil }
                bytes += text.utf8
            }
        }
        return Glob(bytes: bytes)
    }

    /// The same with ASCII letters in lower case.
    package var caseFolded: TextPattern {
        if let constant, spelling == nil { return TextPattern(constant.caseFolded) }
        return TextPattern(
            parts: parts.map { if case .bytes(let bytes) = $0 { .bytes(foldedCase(bytes)) } else { $0 } })
    }
}

/// Which marks a place in a document reads as more than characters.
package struct PatternGrammar: Hashable, Sendable {
    /// `*` is any run.
    package var run: Bool
    /// `?` is one character.
    package var one: Bool
    /// Which `${…}` are variables.
    package var variables: VariableRule

    /// A text without any mark.
    package static let text = PatternGrammar(run: false, one: false, variables: .none)
}

/// Which `${…}` a place reads as variables.
package enum VariableRule: Hashable, Sendable {
    /// None: `${…}` is text.
    case none
    /// Every key.
    case all
    /// These keys, in lower case; others are text.
    case only([String])
}

extension TextPattern {
    /// Reads a text of a document.
    package init(_ text: String, _ grammar: PatternGrammar) {
        if grammar.variables == .none || !text.holds(UInt8(ascii: "$")) {
            let glob = Glob(reading: text, run: grammar.run, one: grammar.one, caseFolded: false)
            // Otherwise the parts are not those of the glob: there are none, or runs beside runs.
            if !glob.bytes.isEmpty, glob.bytes.count == text.utf8.count {
                self.init(glob)
                return
            }
        }
        let bytes = Array(text.utf8)
        var parts: [Part] = []
        var stretch: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "$"), grammar.variables != .none,
                let variable = variable(in: bytes, at: index)
            {
                if grammar.variables == .all, let character = variable.character {
                    stretch.append(character)
                    index = variable.end
                    continue
                }
                if grammar.variables.allows(variable.key) {
                    if !stretch.isEmpty { parts.append(.bytes(stretch)) }
                    stretch = []
                    parts.append(.variable(key: variable.key, otherwise: variable.otherwise))
                    index = variable.end
                    continue
                }
            }
            switch byte {
            case UInt8(ascii: "*") where grammar.run: stretch.append(Glob.run)
            case UInt8(ascii: "?") where grammar.one: stretch.append(Glob.one)
            default: stretch.append(byte)
            }
            index += 1
        }
        if !stretch.isEmpty { parts.append(.bytes(stretch)) }
        self.init(parts: parts)
    }

    /// The pattern cut at its first `count - 1` colons; colons inside variables do not count.
    func segments(upTo count: Int) -> [TextPattern] {
        if let constant {
            return cut(constant.bytes, upTo: count).map { TextPattern(Glob(bytes: Array($0))) }
        }
        var result: [[Part]] = [[]]
        for part in parts {
            guard case .bytes(let bytes) = part else {
                result[result.count - 1].append(part)
                continue
            }
            let pieces = cut(bytes, upTo: count - result.count + 1)
            for (index, piece) in pieces.enumerated() {
                if index > 0 { result.append([]) }
                if !piece.isEmpty { result[result.count - 1].append(.bytes(Array(piece))) }
            }
        }
        return result.map(TextPattern.init(parts:))
    }
}

/// The bytes cut at the first `count - 1` colons.
func cut(_ bytes: [UInt8], upTo count: Int) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: ":"), maxSplits: count - 1, omittingEmptySubsequences: false)
}

extension VariableRule {
    fileprivate func allows(_ key: String) -> Bool {
        switch self {
        case .none: false
        case .all: true
        case .only(let keys): keys.contains(key)
        }
    }
}

private struct Variable {
    var key: String
    var otherwise: String?
    /// What `${*}`, `${?}` and `${$}` stand for.
    var character: UInt8?
    /// After the closing brace.
    var end: Int
}

/// The `${…}` that starts at `index`; `nil` where it is not closed or names nothing.
private func variable(in bytes: [UInt8], at index: Int) -> Variable? {
    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{"),
        let close = bytes[index...].firstIndex(of: UInt8(ascii: "}")), close > index + 2
    else { return nil }
    let inside = bytes[index + 2..<close]
    if inside.count == 1, let character = inside.first, [0x2A, 0x3F, 0x24].contains(character) {
        return Variable(key: "", character: character, end: close + 1)
    }
    guard let comma = inside.firstIndex(of: UInt8(ascii: ",")) else {
        return Variable(key: keyName(inside), end: close + 1)
    }
    let rest = inside[(comma + 1)...].drop { $0 == 0x20 }
    guard rest.count >= 2, rest.first == UInt8(ascii: "'"), rest.last == UInt8(ascii: "'") else { return nil }
    let otherwise = String(decoding: rest.dropFirst().dropLast(), as: UTF8.self)
    return Variable(key: keyName(inside[..<comma]), otherwise: otherwise, end: close + 1)
}

/// A key as contexts are asked for it.
private func keyName(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while bytes.first == 0x20 { bytes = bytes.dropFirst() }
    while bytes.last == 0x20 { bytes = bytes.dropLast() }
    return String(decoding: foldedCase(Array(bytes)), as: UTF8.self)
}
