import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MalformedConditionKeyTests {
    static let rows: [RuleRow] = [
        .document(
            "a blank",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {IpAddress: {⟦"g:Source Ip"⟧: ["203.0.113.0/24"]}}
            """, messages: ["`g:Source Ip` is no condition key: it holds a blank"]),
        .document(
            "no service", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringEquals: {⟦"username"⟧: "anna"}}
            """, messages: ["`username` is no condition key: it names no service"],
            help: "write a key as `aws:SourceIp`"),
        .document(
            "no name", in: .jd,
            """
            Version: "3"
            Statement:
              - Effect: Allow
                Action: ["vm:describeInstance"]
                Resource: ["*"]
                Condition: {StringEquals: {⟦"JDCloud:"⟧: ["a"]}}
            """),
        .document(
            "no id of a network", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringEquals: {"aws:SourceVpc": ["vpc-0abc12de34f567890", ⟦"my-network"⟧]}}
            """, messages: ["`my-network` is no id that `aws:SourceVpc` can have"]),
        .document(
            "a blank in a tag",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"g:ResourceTag/cost center": ["7"]}}
            """),
        .document(
            "a key with a host", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringEquals: {"oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub": "a"}}
            """),
        .document(
            "a pattern of ids", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringLike: {"aws:SourceVpc": "vpc-*"}}
            """),
        .document(
            "a pattern that is none is another finding", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringEquals: {"aws:SourceVpc": "net-*"}}
            """),
        .document(
            "an id of Huawei has another form",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"g:SourceVpc": ["7a1f0f4c-0000-4000-8000-000000000000"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("malformed-condition-key", row) }
}
