import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MixedServiceScopesTests {
    static let rows: [RuleRow] = [
        .document(
            "storage and machines",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:object:GetObject", "cts:*:get"]}
              - {Effect: Allow, Action: ["iam:*:get*", ⟦"ecs:servers:get"⟧]}
            """, messages: ["`ecs` is of projects and `obs` global"], help: "make two policies of it"),
        .document(
            "services of projects",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: ["ecs:servers:get", "vpc:vpcs:get", "*:*:list*"]}]
            """),
        .document(
            "a service of the site",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: ["cdn:domains:get", ⟦"ecs:servers:get"⟧]}]
            """, options: ["globalServices": .texts(["cdn"])]),
        .document(
            "the newer model has no such scopes",
            """
            Version: "5.0"
            Statement: [{Effect: Allow, Action: ["obs:object:GetObject", "ecs:servers:get"]}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("mixed-service-scopes", row) }
}
