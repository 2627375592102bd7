internal import WritDiagnostics

/// What is left to people as lines of a report: severity, code, message, and what can be done.
func lines(of remarks: [Diagnostic], _ style: Style) -> [String] {
    remarks.flatMap { remark in
        let role: Style.Role = remark.severity == .warning ? .warning : .note
        let head = style.paint("\(remark.severity.rawValue)[\(remark.code)]", role)
        return ["\(head): \(terminalSafe(remark.message))"]
            + (remark.help.map { ["  \(style.paint("help", .help)): \(terminalSafe($0))"] } ?? [])
    }
}
