import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MixedAgencyPathsTests {
    static let rows: [RuleRow] = [
        .document(
            "everything that does not go",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["iam:agencies:assume", ⟦"iam:agencies:get"⟧]
                Resource: {uri: ["/iam/agencies/0123", ⟦/iam/users/0123⟧]}
                ⟦Condition⟧: {Bool: {"g:MFAPresent": ["true"]}}
            """,
            messages: [
                "`iam:agencies:get` stands beside paths of agencies",
                "`/iam/users/0123` is no path of an agency",
                "`Condition` stands beside paths of agencies",
            ], help: "keep `iam:agencies:assume` alone, and put the others into another statement"),
        .document(
            "as it goes",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: ["iam:agencies:assume"], Resource: {uri: ["/iam/agencies/0123"]}}]
            """),
        .document(
            "names and not paths",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:object:GetObject"], Resource: ["obs:*:*:object:*"], Condition: {Bool: {"g:MFAPresent": ["true"]}}}
            """),
        .document(
            "an empty condition",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: ["iam:agencies:assume"], Resource: {uri: ["/iam/agencies/0123"]}, Condition: {}}]
            """),
        .file(
            "another version",
            #"{"Version": "1.0", "Statement": [{"Action": ["a:b:c"], "Resource": {"uri": ["/iam/agencies/0"]}}]}"#
        ),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("mixed-agency-paths", row) }
}
