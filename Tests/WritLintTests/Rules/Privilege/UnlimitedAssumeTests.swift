import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnlimitedAssumeTests {
    static let rows: [RuleRow] = [
        .document(
            "every agency",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"sts:agencies:assume"⟧], Resource: ["*"]}
            """, messages: ["`sts:agencies:assume` leads into every agency"],
            help: "name the agencies that may be assumed"),
        .document(
            "the older model",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:tokens:assume"⟧]}
            """),
        .document(
            "every role, in full", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"sts:AssumeRole"⟧], Resource: ["arn:aws:iam::*:role/*"]}
            """),
        .document(
            "one agency",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["sts:agencies:assume"], Resource: ["iam::*:agency:deploy"]}
            """),
        .document(
            "by its path",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["iam:agencies:assume"], Resource: {uri: ["/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c"]}}
            """),
        .document(
            "with a condition", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["sts:AssumeRole"], Resource: ["*"], Condition: {StringEquals: {"aws:ResourceTag/open": ["yes"]}}}
            """),
        .document(
            "every path",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:agencies:assume"⟧], Resource: {uri: ["/iam/agencies/*"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unlimited-assume", row) }
}
