package import WritDiagnostics

package func render(_ diagnostics: [Diagnostic], sources: (String) -> SourceText?, style: Style) -> String {
    diagnostics.map { "\($0.severity.rawValue)[\($0.code)]: \(terminalSafe($0.message)) \($0.span?.description ?? "") \($0.help ?? "")\n" }.joined()
}
