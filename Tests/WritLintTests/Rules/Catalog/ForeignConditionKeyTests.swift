import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ForeignConditionKeyTests {
    static let rows: [RuleRow] = [
        .document(
            "of another service",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {⟦"obs:prefix"⟧: ["logs/"]}}
            """, messages: ["no action of the statement has the key `obs:prefix`"]),
        .document(
            "of another action", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject"]
                Resource: "*"
                Condition: {StringEquals: {⟦"s3:prefix"⟧: "logs/"}}
            """),
        .document(
            "of one of the actions", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject", "s3:ListBucket"]
                Resource: "*"
                Condition: {StringEquals: {"s3:prefix": "logs/"}}
            """),
        .document(
            "of all services", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject"]
                Resource: "*"
                Condition: {StringEquals: {"aws:username": "anna"}}
            """),
        .document(
            "a tag of an object", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject"]
                Resource: "*"
                Condition: {StringEquals: {"s3:ExistingObjectTag/team": "ops"}}
            """),
        .document(
            "an action that is not listed", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetNews"]
                Resource: "*"
                Condition: {StringEquals: {"s3:prefix": "logs/"}}
            """),
        .document(
            "of the session", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject"]
                Resource: "*"
                Condition: {ArnLike: {"ssm:SourceInstanceArn": "*"}}
            """),
        .document(
            "all but some actions", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, NotAction: ["s3:ListBucket"], Resource: "*", Condition: {StringEquals: {"s3:prefix": "a"}}}]
            """),
        .document(
            "newer than the catalogue", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject"]
                Resource: "*"
                Condition: {StringEquals: {"s3:news": "logs/"}}
            """),
        .document(
            "actions of any service",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["*:*:get*"]
                Condition: {StringEquals: {"obs:prefix": ["logs/"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("foreign-condition-key", row) }
}
