internal import WritDigest
package import WritLint

/// What each finding is known by where lines move: the rule, what it is about, what it says, and which of several equal ones it is.
///
/// Stays from commit to commit as long as the object and the offending text do.
package func fingerprints(_ findings: [Finding]) -> [String] {
    numbered(findings.map(likeness)).map(fingerprint)
}

/// What findings that are equal but for their place have in common.
func likeness(_ finding: Finding) -> String {
    "\(finding.code)\n\(finding.subject.withoutPositions)\n\(finding.message)"
}

/// Each of several equal texts with its number, counted from 0.
func numbered(_ texts: [String]) -> [(text: String, number: Int)] {
    var seen = [String: Int](minimumCapacity: texts.count)
    return texts.map { text in
        let number = seen[text, default: 0]
        seen[text] = number + 1
        return (text, number)
    }
}

/// What one of several findings of a ``likeness(_:)`` is known by.
func fingerprint(_ text: String, number: Int) -> String {
    String(decoding: Digest(of: "\(text)\n\(number)").hex.utf8.prefix(32), as: UTF8.self)
}

extension String {
    /// The subject with items of lists unnumbered: an entry put in above moves the others.
    fileprivate var withoutPositions: String {
        if !utf8.contains(UInt8(ascii: "[")) { return self }
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var isInside = false
        for byte in utf8 {
            if byte == UInt8(ascii: "[") { isInside = true }
            if !isInside { result.append(byte) }
            if byte == UInt8(ascii: "]") { isInside = false }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
