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

    /// The segments of a resource that is a path and not a name of segments.
    func pathSegments(_ text: String) -> [TextPattern] {
        [TextPattern(Glob(text))] + Array(repeating: TextPattern(Glob(bytes: [])), count: 4)
    }
}

// Most documents have the pattern many times.
private let everySegment5 = Array(repeating: TextPattern(.everything), count: 5)
private let everySegment6 = everySegment5 + everySegment5.prefix(1)
