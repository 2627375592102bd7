package import WritDiagnostics
package import WritManifest
internal import WritModel

/// The waivers in the comments of a manifest file, in order. Comments without `# writ:` are none.
package func waivers(in file: SourceText) -> [Waiver] {
    manifestComments(in: file).compactMap { comment in
        // One may stand behind another comment of its line.
        let start = ["# writ:", "#writ:"].compactMap { comment.text[...].range(of: $0)?.upperBound }.min()
        guard let start else { return nil }
        let text = comment.text[start...]
        var waiver = Waiver(rules: [], reason: "", span: comment.span, reach: .lines(comment.lines))
        read(text, into: &waiver)
        return waiver
    }
}

/// The waivers in `writ.yaml`.
package func waivers(in settings: LintSettings) -> [Waiver] {
    settings.waivers.map {
        Waiver(rules: [$0.rule], until: $0.until, reason: $0.reason, span: $0.span, reach: .path($0.path))
    }
}

/// Reads `allow CODE[, CODE…] [until DATE] [-- reason]`.
private func read(_ text: Substring, into waiver: inout Waiver) {
    var rest = text[...]
    if let dashes = rest.range(of: "--") {
        waiver.reason = String(rest[dashes.upperBound...]).trimmed
        rest = rest[..<dashes.lowerBound]
    }
    var words = rest.split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
    guard words.first == "allow" else {
        waiver.problem = "a comment for Writ reads `# writ: allow CODE until DATE -- reason`"
        return
    }
    words.removeFirst()
    if let place = words.firstIndex(of: "until") {
        let dates = words[(place + 1)...]
        words = Array(words[..<place])
        guard dates.count == 1, let date = dates.first, let until = Expiry(parsing: date) else {
            waiver.problem = "the waiver's end is no day such as `2027-03-31`"
            return
        }
        waiver.until = until
    }
    waiver.rules = words
    if words.isEmpty { waiver.problem = "the waiver names no rule" }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
