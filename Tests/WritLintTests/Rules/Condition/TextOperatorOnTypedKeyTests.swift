import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct TextOperatorOnTypedKeyTests {
    static let rows: [RuleRow] = [
        .document(
            "a boolean", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {⟦StringEquals⟧: {"aws:SecureTransport": "true"}}
            """, messages: ["`StringEquals` compares `aws:SecureTransport`, a boolean, as a text"],
            help: "use `Bool`",
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {Bool: {"aws:SecureTransport": "true"}}
                """),
        .document(
            "a resource name beside another key", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {⟦StringEquals⟧: {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:news", "aws:username": "anna"}}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {StringEquals: {"aws:username": "anna"}, ArnEquals: {"aws:SourceArn": arn:aws:sns:eu-west-1:111122223333:news}}
                """),
        .document(
            "a pattern of resource names", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {⟦StringLike⟧: {"aws:SourceArn": "arn:aws:sns:*"}}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {ArnLike: {"aws:SourceArn": "arn:aws:sns:*"}}
                """, applicability: .unsafe),
        .document(
            "an address",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦StringEquals⟧: {"g:SourceIp": ["203.0.113.7"]}}
            """,
            help: "use `IpAddress`"),
        .document(
            "a number of Huawei",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦StringEquals⟧: {"g:MFAAge": ["5"]}}
            """,
            help: "use `NumberEquals`"),
        .document(
            "Huawei has no operator for equal times",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"g:CurrentTime": ["2027-01-01"]}}
            """),
        .document(
            "Huawei has no operator for names",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringMatch: {"g:PrincipalUrn": ["iam::*:user:anna"]}}
            """),
        .document(
            "its own operator", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {ArnLike: {"aws:SourceArn": "arn:aws:sns:*"}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("text-operator-on-typed-key", row) }
}
