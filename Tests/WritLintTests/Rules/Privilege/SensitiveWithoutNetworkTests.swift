import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct SensitiveWithoutNetworkTests {
    static let rows: [RuleRow] = [
        .document(
            "from anywhere",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:users:deleteUser"⟧]}
            """, messages: ["`iam:users:deleteUser` may be called from any network"],
            help: "add a condition on the source address or the private network"),
        .document(
            "of Volcengine", in: .volcengine,
            """
            Statement:
              - {Effect: Allow, Action: [⟦"iam:DeleteUser"⟧], Resource: ["*"]}
            """),
        .document(
            "from the office",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["iam:users:deleteUser"], Condition: {IpAddress: {"g:SourceIp": ["10.20.0.0/16"]}}}
            """),
        .document(
            "another action",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:cloudServers:list"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("sensitive-without-network", row) }
}
