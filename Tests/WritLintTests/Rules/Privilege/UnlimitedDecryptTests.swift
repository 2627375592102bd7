import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnlimitedDecryptTests {
    static let rows: [RuleRow] = [
        .document(
            "every key",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"kms:cmk:decrypt*"⟧], Resource: ["*"]}
            """,
            messages: [
                "`kms:cmk:decrypt*` decrypts with every key: `kms:cmk:decrypt`, `kms:cmk:decryptData` and 1 more"
            ], help: "name the keys that are meant"),
        .document(
            "every key of AWS", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"kms:Decrypt"⟧], Resource: ["arn:aws:kms:*:*:key/*"]}
            """, messages: ["`kms:Decrypt` decrypts with every key"]),
        .document(
            "one key", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["kms:Decrypt"], Resource: ["arn:aws:kms:*:*:key/7f0c"]}
            """),
        .document(
            "encrypting", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["kms:Encrypt"], Resource: ["*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unlimited-decrypt", row) }
}
