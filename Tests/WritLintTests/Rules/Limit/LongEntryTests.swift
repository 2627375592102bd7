import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct LongEntryTests {
    static let rows: [RuleRow] = [
        .file(
            "an action", text(#""Action": [⟦"\#(long(129))"⟧]"#),
            messages: ["the action has 129 characters of at most 128"],
            help: "end it with `*` where it can be cut"),
        .file(
            "a resource", text(#""Resource": [⟦"\#(long(1501))"⟧]"#),
            messages: ["the resource has 1501 characters of at most 1500"]),
        .file(
            "a resource over the other page's limit", text(#""Resource": [⟦"\#(long(129))"⟧]"#),
            messages: ["the resource has 129 characters of at most 128"], severity: .low),
        .file(
            "a value", text(#""Condition": {"StringEquals": {"g:UserName": [⟦"\#(long(1025))"⟧]}}"#),
            messages: ["the value has 1025 characters of at most 1024"], help: "shorten the value"),
        .file("as long as may be", text(#""Action": ["\#(long(128))"], "Resource": ["\#(long(128))"]"#)),
        .file("characters and not bytes", text(#""Resource": ["obs:*:*:object:\#(long(100, "журнал"))"]"#)),
        .file("in a policy of the newer model", text(#""Action": ["\#(long(129))"]"#, version: "5.0")),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("long-entry", row) }

    static func text(_ members: String, version: String = "1.1") -> String {
        #"{"Version": "\#(version)", "Statement": [{"Effect": "Allow", \#(members)}]}"#
    }

    static func long(_ count: Int, _ word: String = "a") -> String {
        String(String(repeating: word, count: count).prefix(count))
    }
}
