import FoundationEssentials
package import Testing

/// Compares `text` with the golden file `Goldens/<name>.txt` beside the calling test.
///
/// With `WRIT_UPDATE_GOLDEN=1` in the environment the file is written instead and the test fails, so
/// that no run can approve its own output: read the difference, then run again without it.
package func expectGolden(
    _ text: String, named name: String, file: String = #filePath,
    at location: SourceLocation = #_sourceLocation
) {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
        separator: "/")
    let path = "\(folder)/Goldens/\(name).txt"
    if ProcessInfo.processInfo.environment["WRIT_UPDATE_GOLDEN"] == "1" {
        do {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/Goldens", withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path))
            Issue.record(
                "recorded \(name): read it, then run without WRIT_UPDATE_GOLDEN", sourceLocation: location)
        } catch {
            Issue.record("could not record \(name): \(error)", sourceLocation: location)
        }
        return
    }
    let golden = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    guard let golden else {
        Issue.record(
            "there is no golden \(name): record it with WRIT_UPDATE_GOLDEN=1", sourceLocation: location)
        return
    }
    guard golden != text else { return }
    let difference = firstDifference(golden, text)
    Issue.record("\(name) differs from its golden, \(difference)", sourceLocation: location)
}

private func firstDifference(_ golden: String, _ text: String) -> String {
    let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let found = text.split(separator: "\n", omittingEmptySubsequences: false)
    let index = zip(expected, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    guard let index else { return "in length: \(expected.count) lines expected, \(found.count) found" }
    return "first in line \(index + 1):\n- \(expected[index])\n+ \(found[index])"
}
