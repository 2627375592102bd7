package import WritManifest

/// What the first fix of each finding would do to the files, by the finding's place in the list. Those that cannot be made in place are
/// left out. Cost: the file of each is edited once.
package func fixEdits(of findings: [Finding], in files: FixableFiles) -> [Int: [FileEdit]] {
    var result: [Int: [FileEdit]] = [:]
    for (index, finding) in findings.enumerated() {
        guard let fix = finding.fixes.first else { continue }
        let edits = apply([fix], to: files).edits
        if !edits.isEmpty { result[index] = edits }
    }
    return result
}

/// How many times `--fix` looks again for what the fixes before made possible.
package let mostFixRounds = 10

extension Finding {
    /// The fix that may be made; `nil` for one that nobody may make unseen, and for a finding that is waived.
    package func fix(allowingUnsafe: Bool) -> Fix? {
        guard waiver == nil, let fix = fixes.first else { return nil }
        switch fix.applicability {
        case .safe: return fix
        case .unsafe: return allowingUnsafe ? fix : nil
        case .displayOnly: return nil
        }
    }
}
