import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct WeakExternalIdTests {
    static let rows: [RuleRow] = [
        .document(
            "short", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"sts:ExternalId": ⟦"12345"⟧}}}
            """, messages: ["the external id `12345` has fewer than 8 characters"],
            help: "agree on a long random id for this one trust"),
        .document(
            "digits", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"sts:ExternalId": ⟦"1234567890"⟧}}}
            """, messages: ["the external id `1234567890` can be guessed"]),
        .document(
            "the account itself", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"sts:ExternalId": ⟦"0123456789"⟧}}}
            """, messages: ["the external id `0123456789` can be guessed"]),
        .manifests(
            "of two providers", in: .aws,
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: audit}
            spec:
              trustPolicy:
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"sts:ExternalId": ⟦"8e1d5c0a-6f7b-4b1e"⟧}}}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: backup}
            spec:
              trustPolicy:
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Principal: {AWS: "310987654321"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"sts:ExternalId": ⟦"8e1d5c0a-6f7b-4b1e"⟧}}}
            """,
            messages: [
                "the external id `8e1d5c0a-6f7b-4b1e` is that of agency/backup too, which trusts somebody else",
                "the external id `8e1d5c0a-6f7b-4b1e` is that of agency/audit too, which trusts somebody else",
            ]),
        .manifests(
            "one provider has one id", in: .aws,
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: audit}
            spec:
              trustPolicy:
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"sts:ExternalId": "8e1d5c0a-6f7b-4b1e"}}}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: backup}
            spec:
              trustPolicy:
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"sts:ExternalId": "8e1d5c0a-6f7b-4b1e"}}}
            """),
        .document(
            "a long one", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"sts:ExternalId": "8e1d5c0a-6f7b-4b1e"}}}
            """),
        .document(
            "a length of the site", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"sts:ExternalId": ⟦"8e1d5c0a-6f7b-4b1e"⟧}}}
            """, options: ["minimumLength": .integer(24)]),
        .document(
            "an id that is kept out", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"], Condition: {StringNotEquals: {"sts:ExternalId": "12345"}}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("weak-external-id", row) }
}
