import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnsupportedTagConditionTests {
    static let rows: [RuleRow] = [
        .document(
            "no tags", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:ListAllMyBuckets"]
                Resource: "*"
                Condition: {StringEquals: {⟦"aws:ResourceTag/team"⟧: "ops"}}
            """, messages: ["no action of the statement says `aws:ResourceTag/team`"]),
        .document(
            "one of the actions", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:ListAllMyBuckets", "ec2:StartInstances"]
                Resource: "*"
                Condition: {StringEquals: {"aws:ResourceTag/team": "ops"}}
            """),
        .document(
            "a service that is not known", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s4:Get"]
                Resource: "*"
                Condition: {StringEquals: {"aws:ResourceTag/team": "ops"}}
            """),
        .document(
            "the tag of the caller", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:ListAllMyBuckets"]
                Resource: "*"
                Condition: {StringEquals: {"aws:PrincipalTag/team": "ops"}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unsupported-tag-condition", row) }
}
