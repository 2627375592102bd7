package import WritModel

/// The manual page of the program, in the man(7) language.
///
/// - Parameters:
///   - help: what the argument parser knows of all commands (`--experimental-dump-help`, version 0).
///   - version: of the program.
///   - exits: the exit codes, in order.
package func manualPage(
    _ help: JSONValue, version: String, exits: [(code: Int, meaning: String)]
) -> String {
    guard let command = help["command"], let name = command["commandName"]?.string else { return "" }
    var page = ManualPage()
    page.macro("TH", [name.uppercased(), "1", "", "\(name) \(version)", "User Commands"])
    page.macro("SH", ["NAME"])
    page.text("\(name) - \(lowercasedFirst(command["abstract"]?.string ?? ""))")
    page.macro("SH", ["SYNOPSIS"])
    page.line("\\fB" + escaped(name) + "\\fR \\fIcommand\\fR [\\fIoptions\\fR]")
    page.macro("SH", ["DESCRIPTION"])
    page.paragraphs(command["discussion"]?.string ?? "")
    page.macro("SH", ["OPTIONS"])
    page.arguments(of: command)
    page.macro("SH", ["COMMANDS"])
    page.commands(of: command, after: [name])
    page.macro("SH", ["EXIT STATUS"])
    for exit in exits { page.item("\\fB\(exit.code)\\fR", exit.meaning) }
    page.macro("SH", ["ENVIRONMENT"])
    for (variable, meaning) in environmentRows { page.item("\\fB" + escaped(variable) + "\\fR", meaning) }
    page.macro("SH", ["FILES"])
    for (file, meaning) in fileRows { page.item("\\fI" + escaped(file) + "\\fR", meaning) }
    page.macro("SH", ["SEE ALSO"])
    page.line("\\fBgit\\fR(1)")
    return page.text
}

private let environmentRows = [
    ("WRIT_STORE", "The store, as sqlite:PATH, where --store names none."),
    ("WRIT_ACTOR", "Who applies, for the history; the user and the host unless set."),
    ("NO_COLOR", "If it is set and not empty, nothing is coloured."),
]

private let fileRows = [
    ("writ.yaml", "The targets, at the top of the repository of manifests."),
    (".writ/TARGET.db", "The embedded store of a target, in the working tree."),
]

/// A page while it is written.
private struct ManualPage {
    private(set) var text = ""

    mutating func line(_ text: String) { self.text += text + "\n" }

    /// A line of text, escaped.
    mutating func text(_ text: String) { line(escaped(text)) }

    mutating func macro(_ name: String, _ arguments: [String] = []) {
        let quoted = arguments.map { " \"" + escaped($0).replacing("\"", with: "\\(dq") + "\"" }
        line("." + name + quoted.joined())
    }

    /// A term with its meaning beside or below it; the term is escaped already.
    mutating func item(_ term: String, _ meaning: String) {
        line(".TP")
        line(term)
        text(meaning.isEmpty ? "." : meaning)
    }

    /// Paragraphs as the help has them; indented lines stay as they are.
    mutating func paragraphs(_ text: String) {
        var isFirst = true
        for paragraph in text.split(separator: "\n\n") {
            if !isFirst { line(".PP") }
            isFirst = false
            guard paragraph.hasPrefix("  ") else {
                self.text(String(paragraph))
                continue
            }
            line(".nf")
            for row in paragraph.split(separator: "\n") { self.text(String(row)) }
            line(".fi")
        }
    }

    mutating func commands(of command: JSONValue, after path: [String]) {
        for inner in command["subcommands"]?.array ?? [] where inner["shouldDisplay"]?.boolean != false {
            guard let name = inner["commandName"]?.string, name != "help" else { continue }
            let path = path + [name]
            macro("SS", [path.joined(separator: " ") + synopsis(of: inner)])
            paragraphs((inner["abstract"]?.string).map { $0 + "." } ?? "")
            if let discussion = inner["discussion"]?.string {
                line(".PP")
                paragraphs(discussion)
            }
            arguments(of: inner)
            commands(of: inner, after: path)
        }
    }

    mutating func arguments(of command: JSONValue) {
        for argument in shownArguments(of: command) {
            var meaning = argument["abstract"]?.string ?? ""
            if let value = argument["defaultValue"]?.string { meaning += " (default: \(value))" }
            if !meaning.hasSuffix(".") { meaning += "." }
            if let more = argument["discussion"]?.string { meaning += " " + more }
            item(term(of: argument), meaning)
        }
    }

    private func synopsis(of command: JSONValue) -> String {
        shownArguments(of: command).filter { $0["kind"] == "positional" }.map { argument in
            let name = "<" + (argument["valueName"]?.string ?? "") + ">"
            let repeated = argument["isRepeating"]?.boolean == true ? name + " ..." : name
            return argument["isOptional"]?.boolean == true ? " [\(repeated)]" : " " + repeated
        }.joined()
    }

    private func term(of argument: JSONValue) -> String {
        let value = argument["valueName"]?.string.map { "\\fI" + escaped($0) + "\\fR" } ?? ""
        guard argument["kind"] != "positional" else { return value }
        let names = (argument["names"]?.array ?? []).compactMap { name -> String? in
            guard let text = name["name"]?.string else { return nil }
            return "\\fB" + escaped((name["kind"] == "long" ? "--" : "-") + text) + "\\fR"
        }.joined(separator: ", ")
        return argument["kind"] == "option" ? names + " " + value : names
    }
}

/// `--help` is the same everywhere and told once.
private func shownArguments(of command: JSONValue) -> [JSONValue] {
    (command["arguments"]?.array ?? []).filter { argument in
        argument["shouldDisplay"]?.boolean != false
            && (command["commandName"] == "writ"
                || argument["valueName"] != "help" && argument["valueName"] != "version")
    }
}

/// `text` as troff shows it: no escapes, no macros, hyphens that can be copied.
private func escaped(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let body = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return body.hasPrefix(".") || body.hasPrefix("'") ? "\\&" + body : body
    }
    return lines.joined(separator: "\n")
}

private func lowercasedFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
