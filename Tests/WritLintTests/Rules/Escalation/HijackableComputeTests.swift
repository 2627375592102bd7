import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct HijackableComputeTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a function",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"functiongraph:function:updateCode"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: boss}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec: {trust: [{service: op_svc_functiongraph}], policies: [all]}
            """,
            messages: [
                "`user/eve` can become an administrator: it replaces the code of a function that runs under `agency/servers`, an administrator"
            ]),
        .manifests(
            "as AWS calls it", in: .aws,
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: [⟦"ec2-instance-connect:SendSSHPublicKey"⟧, "ec2:DescribeInstances"], Resource: ["*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: boss}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec: {trust: [{service: ec2.amazonaws.com}], policies: [all]}
            """),
        .manifests(
            "what runs is weak",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["functiongraph:function:updateCode"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: boss}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec: {trust: [{service: op_svc_functiongraph}], policies: [rights]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("hijackable-compute", row) }
}
