import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MisleadingNameTests {
    static let rows: [RuleRow] = [
        policy(
            "a reader that deletes", called: "ops-read-only",
            #"[{Effect: Allow, Action: ["ecs:*:get*", ⟦"ecs:servers:delete"⟧, "ecs:servers:stop"]}]"#,
            messages: ["the policy is called `ops-read-only` and allows `ecs:servers:delete`"],
            help: "rename the policy, or take the action out"),
        policy("a reader of everything", called: "OpsReadOnly", #"[{Effect: Allow, Action: [⟦"*:*:*"⟧]}]"#),
        policy(
            "all but", called: "readonly", #"[{Effect: Allow, ⟦NotAction⟧: ["iam:*:*"]}]"#,
            messages: ["the policy is called `readonly` and allows all but what is listed"]),
        policy(
            "a Deny that allows", called: "deny-iam",
            #"[{Effect: Deny, Action: ["iam:*:*"]}, {Effect: ⟦Allow⟧, Action: ["iam:*:get*"]}]"#,
            messages: ["the policy is called `deny-iam` and allows something"]),
        policy(
            "a reader", called: "ops-readonly",
            #"[{Effect: Allow, Action: ["*:*:list*", "obs:*:HeadBucket"]}]"#),
        policy(
            "what else it allows is denied", called: "ops-readonly",
            #"[{Effect: Allow, Action: ["*:*:*"]}, {Effect: Deny, NotAction: ["*:*:get*", "*:*:list*"]}]"#),
        policy("another name", called: "ops", #"[{Effect: Allow, Action: ["ecs:*:*"]}]"#),
        policy("a longer word", called: "denyhosts", #"[{Effect: Allow, Action: ["ecs:*:*"]}]"#),
        policy(
            "words of the project", called: "betrachter", #"[{Effect: Allow, Action: [⟦"ecs:*:*"⟧]}]"#,
            options: ["readWords": .texts(["betrachter"])]),
        .file(
            "a file", in: .aws, path: "policies/s3-readonly.json",
            #"{"Statement": {"Effect": "Allow", "Action": ["s3:GetObject", ⟦"s3:Getaway"⟧], "Resource": "*"}}"#
        ),
        policy(
            "some of what else it allows is denied", called: "ops-readonly",
            #"[{Effect: Allow, Action: [⟦"*:*:*"⟧]}, {Effect: Deny, Action: ["*:*:*"], Resource: ["ecs:*:*:server:a"]}]"#
        ),
        policy(
            "what else it allows is denied at times", called: "ops-readonly",
            #"[{Effect: Allow, Action: [⟦"*:*:*"⟧]}, {Effect: Deny, Action: ["*:*:*"], Condition: {Bool: {"g:MFAPresent": ["true"]}}}]"#
        ),
        policy("a word in capital letters", called: "OPSDENY", #"[{Effect: Allow, Action: ["ecs:*:*"]}]"#),
        policy("a word after small letters", called: "opsDENY", #"[{Effect: ⟦Allow⟧, Action: ["ecs:*:*"]}]"#),
        .file(
            "a trust policy", kind: .trust, path: "readonly.json",
            #"{"Statement": {"Effect": "Allow", "Principal": {"IAM": ["0"]}, "Action": ["sts:agencies:assume"]}}"#
        ),
        policy(
            "behind an acronym", called: "ECSReadOnlyAccess", #"[{Effect: Allow, Action: [⟦"ecs:*:*"⟧]}]"#),
        policy("a part of a word", called: "thread-only", #"[{Effect: Allow, Action: ["ecs:*:*"]}]"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("misleading-name", row) }

    /// The statements in a policy of that name.
    static func policy(
        _ row: String, called name: String, _ statements: String, messages: [String] = [],
        help: String? = nil, options: [String: RuleOption.Value] = [:]
    ) -> RuleRow {
        .manifests(
            row,
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: \(name)}
            spec:
              document:
                Version: "1.1"
                Statement: \(statements)
            """, messages: messages, help: help, options: options)
    }
}
