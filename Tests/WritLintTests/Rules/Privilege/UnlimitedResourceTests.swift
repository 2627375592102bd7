import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnlimitedResourceTests {
    static let rows: [RuleRow] = [
        .document(
            "objects of every bucket",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"obs:object:DeleteObject"⟧], Resource: ["*"]}
            """, messages: ["`obs:object:DeleteObject` is allowed on every resource"],
            help: "name the resources that are meant"),
        .document(
            "every object of every bucket, in full",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"obs:object:PutObject"⟧], Resource: ["obs:*:*:object:*"]}
            """),
        .document(
            "of AWS", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"sqs:PurgeQueue"⟧], Resource: ["arn:aws:sqs:*:*:*"]}
            """),
        .document(
            "of JD Cloud", in: .jd,
            """
            Version: "3"
            Statement:
              - {Effect: Allow, Action: [⟦"oss:DeleteObject"⟧], Resource: ["*"]}
            """),
        .document(
            "of Volcengine", in: .volcengine,
            """
            Statement:
              - {Effect: Allow, Action: [⟦"tos:DeleteObject"⟧], Resource: ["*"]}
            """),
        .document(
            "one bucket",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:object:DeleteObject"], Resource: ["obs:*:*:object:uploads/*"]}
            """),
        .document(
            "one region is a limit", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["sqs:PurgeQueue"], Resource: ["arn:aws:sqs:eu-west-1:*:*"]}
            """),
        .document(
            "denied again by the document itself", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:DeleteObject"], Resource: ["*"]}
              - {Effect: Deny, Action: ["s3:*"], Resource: ["*"]}
            """),
        .document(
            "an action without resources",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:cloudServers:list"]}
            """),
        .document(
            "a wildcard is another rule",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:object:Delete*"], Resource: ["*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unlimited-resource", row) }
}
