internal import WritDiagnostics
internal import WritLint

/// The findings as a JUnit report: a suite for each file, a failed case for each finding that weighs enough, a passed one for a file with none.
///
/// Source: the XSD of Jenkins' xUnit plugin, which GitLab and others read.
///
/// - Parameter files: the files that were looked at.
package func junit(_ report: LintReport, files: [String]) -> String {
    let byFile = Dictionary(grouping: report.findings) { $0.span?.file ?? "writ.yaml" }
    let names = Set(files).union(byFile.keys).union(report.diagnostics.map { $0.span?.file ?? "writ.yaml" })
    let problems = Dictionary(grouping: report.diagnostics) { $0.span?.file ?? "writ.yaml" }
    var suites = ""
    var total = 0, failed = 0
    for name in names.sorted() {
        var cases = ""
        var count = 0, failures = 0, skipped = 0
        for diagnostic in problems[name] ?? [] where diagnostic.severity == .error {
            count += 1
            failures += 1
            cases += testCase(
                diagnostic.code, at: diagnostic.span, in: name,
                failure: (diagnostic.message, "error", diagnostic.help))
        }
        for finding in byFile[name] ?? [] {
            count += 1
            let title = "\(finding.code) \(finding.name)"
            if let waiver = finding.waiver ?? (finding.isInBaseline ? "in the baseline" : nil) {
                skipped += 1
                cases += testCase(title, at: finding.span, in: name, skipped: waiver)
            } else if finding.severity >= report.failOn {
                failures += 1
                cases += testCase(
                    title, at: finding.span, in: name,
                    failure: (finding.message, finding.severity.rawValue, finding.help))
            } else {
                cases += testCase(title, at: finding.span, in: name, output: finding.message)
            }
        }
        if count == 0 {
            count = 1
            cases = "    <testcase name=\"no findings\" classname=\(attribute(name))/>\n"
        }
        total += count
        failed += failures
        suites +=
            "  <testsuite name=\(attribute(name)) tests=\"\(count)\" failures=\"\(failures)\" errors=\"0\""
            + " skipped=\"\(skipped)\">\n\(cases)  </testsuite>\n"
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<testsuites name=\"writ lint\" tests=\"\(total)\" failures=\"\(failed)\">\n\(suites)</testsuites>\n"
}

private func testCase(
    _ title: String, at span: SourceSpan?, in file: String,
    failure: (message: String, type: String, help: String?)? = nil, skipped: String? = nil,
    output: String? = nil
) -> String {
    let place = span.map { "\($0.start.line):\($0.start.column)" } ?? ""
    var text = "    <testcase name=\(attribute(title + (place.isEmpty ? "" : " at \(place)")))"
    text += " classname=\(attribute(file))>\n"
    if let failure {
        let body = [span.map(\.description), failure.message, failure.help.map { "help: " + $0 }]
        text += "      <failure message=\(attribute(failure.message)) type=\(attribute(failure.type))>"
        text += xml(body.compactMap(\.self).joined(separator: "\n")) + "</failure>\n"
    }
    if let skipped { text += "      <skipped message=\(attribute(skipped))/>\n" }
    if let output { text += "      <system-out>\(xml(output))</system-out>\n" }
    return text + "    </testcase>\n"
}

private func attribute(_ text: String) -> String { "\"" + xml(text).replacing("\n", with: "&#10;") + "\"" }

/// Text in XML 1.0: markup escaped, and characters that XML cannot hold as `\u{…}`.
private func xml(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\n": result += "\n"
        default: result += terminalSafe(String(scalar))
        }
    }
    return result
}
