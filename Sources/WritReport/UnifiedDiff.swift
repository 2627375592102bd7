/// What becomes of a file, as a unified diff that `patch` and `git apply` read; empty where nothing does.
///
/// Control and invisible characters are shown as ``terminalSafe(_:)`` shows them, tabs as they are. A text
/// that holds such characters is shown, then, and cannot be patched from.
///
/// - Parameters:
///   - path: the file's path in the repository.
///   - before: the bytes it has; `nil` where there is no such file yet.
///   - after: the bytes it gets; `nil` where it goes.
///   - context: how many unchanged lines stand around a change.
package func unifiedDiff(
    of path: String, from before: [UInt8]?, to after: [UInt8]?, context: Int = 3, style: Style
) -> String {
    guard before != after else { return "" }
    let old = lines(of: before ?? []), new = lines(of: after ?? [])
    let steps = LineDifference(from: old, to: new).steps
    let name = terminalSafe(path)
    var result = style.paint("--- \(before == nil ? "/dev/null" : "a/\(name)")", .strong) + "\n"
    result += style.paint("+++ \(after == nil ? "/dev/null" : "b/\(name)")", .strong) + "\n"
    for hunk in hunks(of: steps, context: context) {
        result += style.paint(heading(of: steps[hunk], before: steps[..<hunk.lowerBound]), .note) + "\n"
        for step in steps[hunk] {
            switch step {
            case .kept(let line, _): result += shown(old[line], " ", nil, style)
            case .removed(let line): result += shown(old[line], "-", .removed, style)
            case .added(let line): result += shown(new[line], "+", .added, style)
            }
        }
    }
    return result
}

/// The lines with their line ends, so that another line end is a difference.
private func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        lines.append(bytes[start..<end])
        start = end
    }
    return lines
}

/// The stretches of steps that are shown together: changes no further apart than twice the context.
private func hunks(of steps: [LineDifference.Step], context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() {
        if case .kept = step { continue }
        let range = max(0, index - context)..<min(steps.count, index + context + 1)
        if let last = hunks.last, range.lowerBound <= last.upperBound {
            hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
        } else {
            hunks.append(range)
        }
    }
    return hunks
}

/// `@@ -12,3 +12,4 @@`.
private func heading(
    of hunk: ArraySlice<LineDifference.Step>, before: ArraySlice<LineDifference.Step>
) -> String {
    func range(_ steps: ArraySlice<LineDifference.Step>, _ isIn: (LineDifference.Step) -> Bool) -> String {
        let count = steps.count(where: isIn)
        // An empty stretch is named by the line before it.
        let start = before.count(where: isIn) + (count == 0 ? 0 : 1)
        return count == 1 ? "\(start)" : "\(start),\(count)"
    }
    return "@@ -\(range(hunk, \.isOld)) +\(range(hunk, \.isNew)) @@"
}

extension LineDifference.Step {
    fileprivate var isOld: Bool { if case .added = self { false } else { true } }
    fileprivate var isNew: Bool { if case .removed = self { false } else { true } }
}

private func shown(_ line: ArraySlice<UInt8>, _ mark: String, _ role: Style.Role?, _ style: Style) -> String {
    var content = line
    let isEnded = content.last == 0x0A
    if isEnded { content.removeLast() }
    if isEnded, content.last == 0x0D { content.removeLast() }
    let text = String(decoding: content, as: UTF8.self).split(
        separator: "\t", omittingEmptySubsequences: false
    )
    .map { terminalSafe(String($0)) }.joined(separator: "\t")
    let ending = isEnded && line.dropLast().last == 0x0D ? "\r\n" : "\n"
    let painted = role.map { style.paint(mark + text, $0) } ?? mark + text
    return painted + ending + (isEnded ? "" : "\\ No newline at end of file\n")
}
