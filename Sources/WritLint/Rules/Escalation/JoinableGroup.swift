internal import WritDiagnostics

extension Rule {
    /// A group of administrators that others can join.
    static let joinableGroup = Rule(
        "ESC003", "joinable-group", .critical,
        page: RulePage(
            summary: "Somebody who is no administrator can join a group that leads to administration.",
            why: """
                A membership is an attachment by another name: whoever may add members to a group may have all that the \
                group has. Every request of the way was decided with all that reaches the one who goes it, Denies \
                included.
                """,
            avoid: """
                Action: ["iam:permissions:addUserToGroup"]      # to every group
                """,
            prefer: """
                Action: ["iam:permissions:addUserToGroup"]
                Resource: ["iam:*:*:group:readers"]
                """,
            references: ["Rhino Security Labs: AddUserToGroup", "cloudsplaining"]),
        check: .account { account, report in
            report.findEscalations(
                "ESC003", in: account,
                help: "name the groups that may be joined")
        })
}
