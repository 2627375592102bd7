package import WritLint
package import WritModel

/// The findings of an old repository that were there when lint came: only others fail.
///
/// A file that can only shrink by itself: what is mended goes, nothing is ever added but by writing it anew.
package struct Baseline: Hashable, Sendable {
    /// A finding that is known.
    package struct Entry: Hashable, Sendable {
        /// The code of its rule.
        package var rule: String
        /// What it is about, for people.
        package var subject: String
        /// What it is known by.
        package var fingerprint: String
    }

    /// In the order of the file.
    package var entries: [Entry]

    /// The findings that count, as a baseline.
    package init(of findings: [Finding]) {
        let prints = fingerprints(findings)
        entries = zip(findings, prints).filter { $0.0.waiver == nil && !$0.0.isRefusal }.map {
            finding, print in
            Entry(rule: finding.code, subject: finding.subject, fingerprint: print)
        }
    }

    /// Reads a baseline file; `nil` for anything else.
    package init?(_ json: JSONValue) {
        guard json["format"]?.string == Baseline.format, let items = json["findings"]?.array else {
            return nil
        }
        entries = []
        for item in items {
            guard let rule = item["rule"]?.string, let print = item["fingerprint"]?.string else { return nil }
            entries.append(
                Entry(rule: rule, subject: item["subject"]?.string ?? "", fingerprint: print))
        }
    }

    /// The file.
    package var json: JSONValue {
        [
            "format": .string(Baseline.format),
            "findings": .array(
                entries.map {
                    [
                        "rule": .string($0.rule), "subject": .string($0.subject),
                        "fingerprint": .string($0.fingerprint),
                    ]
                }),
        ]
    }

    /// Marks the findings that it has, and drops the entries that no finding matches any more.
    ///
    /// - Parameter isWhole: whether every rule ran over everything; otherwise nothing is dropped.
    /// - Returns: how many entries went.
    package mutating func apply(to findings: inout [Finding], isWhole: Bool) -> Int {
        let known = Set(entries.map(\.fingerprint))
        let prints = fingerprints(findings)
        for index in findings.indices where known.contains(prints[index]) && !findings[index].isRefusal {
            findings[index].isInBaseline = true
        }
        guard isWhole else { return 0 }
        let found = Set(prints)
        let before = entries.count
        entries.removeAll { !found.contains($0.fingerprint) }
        return before - entries.count
    }

    private static let format = "writ/lint-baseline/1"
}

/// The findings but for those that `others` has as well, by what they are known by.
///
/// What the manifests are refused for stays.
package func without(_ others: [Finding], in findings: [Finding]) -> [Finding] {
    let known = Set(fingerprints(others))
    return zip(findings, fingerprints(findings)).filter { $0.0.isRefusal || !known.contains($0.1) }.map(\.0)
}
