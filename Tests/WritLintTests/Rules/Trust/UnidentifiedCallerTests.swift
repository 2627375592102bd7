import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnidentifiedCallerTests {
    static let rows: [RuleRow] = [
        .document(
            "a time", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: ⟦"*"⟧}, Action: ["sts:AssumeRole"], Condition: {DateLessThan: {"aws:CurrentTime": "2027-01-01T00:00:00Z"}}}
            """, messages: ["`*` lets in anybody who meets `aws:CurrentTime`, which does not tell who it is"],
            help: "name the accounts, or add a condition on the caller's account, organization or name"),
        .document(
            "an organization that may be any", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: ⟦"*"⟧, Action: ["sts:AssumeRole"], Condition: {StringLike: {"aws:PrincipalOrgID": "*"}}}
            """),
        .document(
            "an address", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {IAM: [⟦"*"⟧]}, Action: ["sts:agencies:assume"], Condition: {IpAddress: {"g:SourceIp": ["192.0.2.0/24"]}}}
            """),
        .document(
            "an account", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {IAM: ["*"]}, Action: ["sts:agencies:assume"], Condition: {StringEquals: {"g:PrincipalAccount": ["0f3c1a7e9d2b4c58a6e1b7d905c4f832"]}}}
            """),
        .document(
            "no condition is another rule", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {IAM: ["*"]}, Action: ["sts:agencies:assume"]}
            """),
        .document(
            "others are kept out", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: "*", Action: ["sts:AssumeRole"], Condition: {DateLessThan: {"aws:CurrentTime": "2027-01-01T00:00:00Z"}}}
              - {Effect: Deny, Principal: "*", Action: ["sts:AssumeRole"], Condition: {StringNotEquals: {"aws:PrincipalAccount": "210987654321"}}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unidentified-caller", row) }
}
