internal import WritDigest
package import WritLint

/// What each finding is known by where lines move: the rule, what it is about, what it says, and which of several equal ones it is.
///
/// Stays from commit to commit as long as the object and the offending text do.
package func fingerprints(_ findings: [Finding]) -> [String] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
        let key = "\(finding.code)\n\(finding.subject.withoutPositions)\n\(finding.message)"
        let number = seen[key, default: 0]
        seen[key] = number + 1
        return String(Digest(of: "\(key)\n\(number)").hex.prefix(32))
    }
}

extension String {
    /// The subject with items of lists unnumbered: an entry put in above moves the others.
    fileprivate var withoutPositions: String {
        var result: [UInt8] = []
        var isInside = false
        for byte in utf8 {
            if byte == UInt8(ascii: "[") { isInside = true }
            if !isInside { result.append(byte) }
            if byte == UInt8(ascii: "]") { isInside = false }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
