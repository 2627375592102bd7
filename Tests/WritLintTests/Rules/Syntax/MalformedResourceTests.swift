import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MalformedResourceTests {
    static let rows: [RuleRow] = [
        .document(
            "an account is missing",
            """
            Version: "5.0"
            Statement: [{Effect: Allow, Action: ["obs:*:*"], Resource: [⟦"obs:*:bucket:logs"⟧, "obs:*:*:bucket:*"]}]
            """, messages: ["`obs:*:bucket:logs` has 4 of the 5 segments of a resource name"],
            help: "write `service:region:account:type:path`",
            fixed: """
                Version: "5.0"
                Statement: [{Effect: Allow, Action: ["obs:*:*"], Resource: ["obs:*:*:bucket:logs", "obs:*:*:bucket:*"]}]
                """, applicability: .unsafe),
        .document(
            "another vendor's", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["s3:*"], Resource: [⟦"trn:aws:s3:::a"⟧, ⟦"arn:amazon:s3:::a"⟧, ⟦logs⟧]}]
            """,
            messages: [
                "`trn:aws:s3:::a` does not start with `arn:`",
                "`arn:amazon:s3:::a` names a partition that AWS does not have",
                "`logs` has 1 of the 6 segments of a resource name",
            ]),
        .document(
            "no service and no type",
            """
            Version: "5.0"
            Statement: [{Effect: Allow, Action: ["obs:*:*"], Resource: [⟦":::bucket:a"⟧, ⟦"obs::::a"⟧]}]
            """, messages: ["`:::bucket:a` names no service", "`obs::::a` names no type of resource"]),
        .document(
            "JD Cloud's", in: .jd,
            """
            Version: "3"
            Statement: [{Effect: Allow, Action: ["iam:*"], Resource: [⟦"arn:iam:::subUser/a"⟧, "jrn:iam::*:subUser/a"]}]
            """),
        .document(
            "patterns that match names", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["s3:*"], Resource: ["*", "arn:*", "arn:aws*:s3:::a", "arn:aws:s3:::${aws:username}"]}]
            """),
        .document(
            "Huawei's paths of agencies",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: ["iam:agencies:assume"], Resource: {uri: ["/iam/agencies/0123"]}}]
            """),
        .document(
            "what is missing is not clear", in: .jd,
            """
            Version: "3"
            Statement: [{Effect: Allow, Action: ["iam:*"], Resource: [⟦"jrn:iam:*:a"⟧, ⟦"jrn:iam"⟧]}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("malformed-resource", row) }
}
