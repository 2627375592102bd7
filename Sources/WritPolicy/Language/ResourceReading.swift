import WritModel

/// How the resource patterns of a document are read.
struct ResourceReading {
    private let dialect: Dialect
    private let isFlat: Bool
    private let grammar: PatternGrammar
    /// The segments of the pattern that every resource matches.
    private let everything: [TextPattern]

    /// The reading of a dialect.
    ///
    /// - Parameter hasOldVersion: whether `${…}` is text because of the document's version.
    init(_ dialect: Dialect, _ options: ReadingOptions, hasOldVersion: Bool) {
        self.dialect = dialect
        isFlat = options.flat
        let variables: VariableRule =
            switch dialect {
            case .aws: options.literalVariables || hasOldVersion ? .none : .all
            case .volcengine: options.literalVariables ? .none : .all
            case .huawei, .jd: .none
            }
        grammar = PatternGrammar(run: true, one: dialect != .jd, variables: variables)
        everything = dialect == .aws ? everySegment6 : everySegment5
    }

    /// The segments of a resource pattern; `nil` where it has too few and so matches nothing.
    func segments(_ text: String) -> [TextPattern]? {
        if text == "*", !isFlat { return everything }
        if !isFlat, grammar.variables == .none || !text.holds(UInt8(ascii: "$")) {
            return plainSegments(text)
        }
        let pattern = TextPattern(text, grammar)
        if isFlat { return [pattern] }
        let count = dialect.resourceSegments
        if pattern.constant?.isEverything == true { return everything }
        var segments = pattern.segments(upTo: count)
        if segments.count < count {
            guard case .bytes(let bytes)? = segments.last?.parts.last, bytes.last == Glob.run else {
                return nil
            }
            segments += Array(repeating: TextPattern(.everything), count: count - segments.count)
        }
        for index in dialect.caselessResourceSegments { segments[index] = segments[index].caseFolded }
        return segments
    }

    /// The segments of a pattern without variables, each read from the text: between colons nothing depends on the rest of it.
    private func plainSegments(_ text: String) -> [TextPattern]? {
        let count = dialect.resourceSegments
        let caseless = dialect.caselessResourceSegments
        var text = text
        return text.withUTF8 { bytes in
            var segments: [TextPattern] = []
            segments.reserveCapacity(count)
            var start = 0
            while segments.count < count {
                let rest = bytes[start...]
                let colon = segments.count < count - 1 ? rest.firstIndex(of: UInt8(ascii: ":")) : nil
                let end = colon ?? bytes.endIndex
                let isCaseless = caseless.contains(segments.count)
                segments.append(
                    TextPattern(
                        Glob(segment: bytes[start..<end], one: grammar.one, caseFolded: isCaseless)))
                if colon == nil { break }
                start = end + 1
            }
            if segments.count < count {
                guard bytes.last == UInt8(ascii: "*") else { return nil }
                while segments.count < count { segments.append(TextPattern(.everything)) }
            }
            return segments
        }
    }

    /// The segments of a resource that is a path and not a name of segments.
    func pathSegments(_ text: String) -> [TextPattern] {
        [TextPattern(Glob(text))] + Array(repeating: TextPattern(Glob(bytes: [])), count: 4)
    }
}

// Most documents have the pattern many times.
private let everySegment5 = Array(repeating: TextPattern(.everything), count: 5)
private let everySegment6 = everySegment5 + everySegment5.prefix(1)
