import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct InvalidNameTests {
    static let rows: [RuleRow] = [
        .manifests(
            "too short", in: .jd, "apiVersion: writ/v1\nkind: User\nmetadata: {name: ⟦ann⟧}\nspec: {}\n",
            messages: ["the user name `ann` has 3 characters of at least 4"],
            help: "write 4 to 20 letters, digits and `_` `-`, a letter first"),
        .manifests(
            "too long", in: .jd,
            "apiVersion: writ/v1\nkind: User\nmetadata: {name: ⟦ann-smith-of-operations⟧}\nspec: {}\n",
            messages: ["the user name `ann-smith-of-operations` has 23 characters of at most 20"]),
        .manifests(
            "a digit first", in: .jd,
            "apiVersion: writ/v1\nkind: Group\nmetadata: {name: ⟦1st-line⟧}\nspec: {}\n",
            messages: ["the group name `1st-line` does not start with a letter"]),
        .manifests(
            "a space",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦read logs⟧}
            spec:
              document:
                Version: "5.0"
                Statement: [{Effect: Allow, Action: ["lts:*:get*"]}]
            """, messages: ["the policy name `read logs` has the character ` `"],
            help: "write 1 to 128 letters, digits and `_` `+` `=` `.` `@` `-`"),
        .manifests(
            "a sign", in: .volcengine,
            "apiVersion: writ/v1\nkind: Group\nmetadata: {name: ⟦a+b⟧}\nspec: {}\n",
            messages: ["the group name `a+b` has the character `+`"]),
        .manifests(
            "a space, under AWS", in: .aws,
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦read logs⟧}
            spec:
              document:
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Action: ["logs:Get*"], Resource: ["*"]}]
            """),
        .manifests(
            "a policy of Huawei's older model",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: "OBS reader"}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["obs:*:get*"]}]
            """),
        .manifests(
            "every sign", in: .volcengine,
            "apiVersion: writ/v1\nkind: User\nmetadata: {name: a.b_c@d-1}\nspec: {}\n"),
        .manifests(
            "good ones of JD Cloud", in: .jd,
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann-s}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: Build_1}
            spec: {}
            """),
        .manifests(
            "a digit first, where it may be", in: .volcengine,
            "apiVersion: writ/v1\nkind: Group\nmetadata: {name: 1st-line}\nspec: {}\n"),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("invalid-name", row) }
}
