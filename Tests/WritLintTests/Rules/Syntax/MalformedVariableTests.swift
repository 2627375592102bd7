import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MalformedVariableTests {
    static let rows: [RuleRow] = [
        .document(
            "not closed", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: "s3:*", Resource: [⟦"arn:aws:s3:::home/${aws:username/*"⟧]}]
            """, messages: ["`arn:aws:s3:::home/${aws:username/*` has a variable that is not closed"],
            help: "put `}` behind the name"),
        .document(
            "not named", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: "s3:*", Resource: [⟦"arn:aws:s3:::${}"⟧, ⟦"arn:aws:s3:::${ aws:username }"⟧]}]
            """,
            messages: [
                "`arn:aws:s3:::${}` has a variable without a name",
                "the variable `${ aws:username }` has a space in its name",
            ]),
        .document(
            "a default", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: "s3:*", Resource: [⟦"arn:aws:s3:::${aws:username, x}"⟧, "arn:aws:s3:::${aws:username, 'x'}"]}]
            """, help: "write `${aws:username, 'default'}`"),
        .document(
            "in an action", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: [⟦"${aws:username}:Get"⟧], Resource: "*"}]
            """, messages: ["the variable `${aws:username}` is text in an action"]),
        .document(
            "JD Cloud's two", in: .jd,
            """
            Version: "3"
            Statement:
              - Effect: Allow
                Action: ["vm:*"]
                Resource: [⟦"jrn:vm:*:${accountId}:instance/*"⟧]
                Condition: {StringEquals: {"JDCloud:ResourceTag/by": ["${name}", ⟦"${user}"⟧]}}
            """,
            messages: [
                "the variable `${accountId}` is text outside of conditions",
                "JD Cloud has no variable `${user}`",
            ]),
        .document(
            "before the path", in: .volcengine,
            """
            Statement: [{Effect: Allow, Action: ["tos:*"], Resource: [⟦"trn:tos::${volc:UserName}:a"⟧, "trn:tos:::a/${volc:UserName}/*"]}]
            """),
        .document(
            "a sign without braces, and signs by their escapes", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: "s3:*", Resource: ["arn:aws:s3:::a$b", "arn:aws:s3:::${*}${$}"]}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("malformed-variable", row) }
}
