import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ForbiddenWildcardTests {
    static let rows: [RuleRow] = [
        .document(
            "a part of a service",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: ["*:*:get*", ⟦"e*s:servers:get"⟧, ⟦"*:servers:get"⟧]}]
            """,
            messages: [
                "`e*s:servers:get` has a wildcard in the name of its service",
                "`*:servers:get` has a wildcard in the name of its service",
            ], help: "name each service in an entry of its own"),
        .document(
            "every service", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["*", "*:*", "s3:*", ⟦"*:Get*"⟧], Resource: "*"}]
            """),
        .document(
            "one character, where that is no wildcard", in: .jd,
            """
            Version: "3"
            Statement: [{Effect: Allow, Action: [⟦"vm:describe?nstance"⟧], Resource: [⟦"jrn:vm:*:*:instance/i-?"⟧]}]
            """,
            messages: [
                "`vm:describe?nstance` has a `?`, which is a character in JD Cloud",
                "`jrn:vm:*:*:instance/i-?` has a `?`, which is a character in JD Cloud",
            ], help: "write each name, or `*`"),
        .document(
            "one character, where it is one", in: .volcengine,
            """
            Statement: [{Effect: Allow, Action: ["e?s:Describe*"], Resource: ["*"]}]
            """),
        .document(
            "one character of a resource, where it is a wildcard", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["s3:Get?bject"], Resource: ["arn:aws:s3:::log?"]}]
            """),
        .document(
            "JD Cloud's one wildcard", in: .jd,
            """
            Version: "3"
            Statement: [{Effect: Allow, Action: ["vm:describe*", "*:*"], Resource: ["jrn:vm:*:*:instance/*"]}]
            """),
        .document(
            "beside letters beyond ASCII, and behind the service", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: [⟦"é*:Get"⟧, "é:G*t", "s3:*:?", "s?", ⟦"?:"⟧], Resource: "*"}]
            """),
        .document(
            "a part of a service with every type",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: [⟦"e*:*:get"⟧]}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("forbidden-wildcard", row) }
}
