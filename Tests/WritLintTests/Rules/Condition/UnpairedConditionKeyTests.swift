import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnpairedConditionKeyTests {
    static let rows: [RuleRow] = [
        .document(
            "the age alone",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {NumberLessThan: {⟦"g:MFAAge"⟧: ["3600"]}}
            """, messages: ["`g:MFAAge` stands without `g:MFAPresent`"],
            help: "add a condition on `g:MFAPresent`"),
        .document(
            "a bucket of anybody", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {ArnLike: {⟦"aws:SourceArn"⟧: "arn:aws:s3:::logs"}}
            """,
            messages: [
                "`aws:SourceArn` stands without `aws:SourceAccount` or `aws:SourceOrgID` or `aws:SourceOrgPaths` or `aws:SourceOwner`"
            ]),
        .document(
            "a Deny of old sign-ins", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {NumericGreaterThan: {⟦"aws:MultiFactorAuthAge"⟧: "3600"}}
            """),
        .document(
            "a private address", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {IpAddress: {⟦"aws:VpcSourceIp"⟧: "10.0.0.0/8"}}
            """),
        .document(
            "with its pair",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {NumberLessThan: {"g:MFAAge": ["3600"]}, Bool: {"g:MFAPresent": ["true"]}}
            """),
        .document(
            "whether it is there",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {Null: {"g:MFAAge": ["true"]}}
            """),
        .document(
            "a Deny of other sources", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {ArnNotLike: {"aws:SourceArn": "arn:aws:s3:::logs"}}
            """),
        .document(
            "an Allow that needs the age", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {NumericLessThan: {"aws:MultiFactorAuthAge": "3600"}}
            """),
        .document(
            "a name with its account", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {ArnLike: {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:news"}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unpaired-condition-key", row) }
}
