import Testing
import WritTestKit

/// Pull requests against a firm's IAM, as `writ diff` shows them.
@Suite("access between two commits")
struct AccessDiffTests {
    struct PullRequest: CustomTestStringConvertible, Sendable {
        var name: String
        /// File, what stands there, what stands there afterwards.
        var edits: [(file: String, old: String, new: String)]
        /// What stands there before the pull request, where it is not the example itself.
        var base: [(file: String, old: String, new: String)] = []
        var testDescription: String { name }
    }

    static let all: [PullRequest] = [
        PullRequest(
            name: "harmless-refactor",
            edits: [
                (
                    "policies/payments.yaml",
                    "        Action: [obs:object:GetObject, obs:object:GetObjectVersion]\n        Resource: [\"obs:*:*:object:meridian-ledger/*\"]\n",
                    "        Action: [OBS:object:GetObject]\n        Resource: [\"OBS:*:*:object:meridian-ledger/*\"]\n      - Effect: Allow\n        Action: [obs:object:GetObjectVersion, obs:object:GetObject]\n        Resource: [\"OBS:*:*:object:meridian-ledger/*\"]\n"
                )
            ]),
        PullRequest(
            name: "widened-wildcard",
            edits: [
                ("policies/platform.yaml", "          - vpc:subnets:create\n", "          - vpc:*:create*\n")
            ]),
        PullRequest(
            name: "removed-deny",
            edits: [
                (
                    "policies/platform.yaml",
                    "      # Peering with another account is a decision for the security team.\n      - Effect: Deny\n        Action: [vpc:peerings:create, vpc:peerings:accept]\n",
                    "      - Effect: Allow\n        Action: [vpc:peerings:*]\n"
                )
            ]),
        PullRequest(
            name: "new-group-member",
            edits: [
                (
                    "account/administrators.yaml", "[break-glass-east, break-glass-west]",
                    "[break-glass-east, break-glass-west, omar.haddad]"
                )
            ]),
        PullRequest(
            name: "changed-condition",
            edits: [
                (
                    "policies/documents/ledger-write.json",
                    "        \"Bool\": {\"g:MFAPresent\": [\"true\"]},\n",
                    "        \"BoolIfExists\": {\"g:MFAPresent\": [\"true\"]},\n"
                )
            ]),
        PullRequest(
            name: "scope-moved",
            edits: [
                (
                    "agencies/agencies.yaml",
                    "{name: batch-configuration-read, scope: {project: cn-north-4}}",
                    "{name: batch-configuration-read, scope: allProjects}"
                )
            ]),
        PullRequest(
            name: "agency-opened",
            edits: [
                (
                    "agencies/agencies.yaml",
                    "          StringEquals:\n            \"g:PrincipalUrn\": [\"sts::0f3c1a7e9d2b4c58a6e1b7d905c4f832:assumed-agency:fieldwork/meridian\"]\n",
                    ""
                ),
                (
                    "agencies/agencies.yaml", "trust: [{account: harbour-bank-settlement}]",
                    "trust: [{account: harbour-bank-settlement}, {account: harbour-bank-test}]"
                ),
            ]),
        PullRequest(
            name: "policy-split",
            edits: [
                (
                    "policies/others.yaml",
                    "      - Effect: Allow\n        Action: [dws:cluster:list, dws:cluster:getDetail]\n",
                    "---\napiVersion: writ/v1\nkind: Policy\nmetadata:\n  name: warehouse-look\n  labels: {owner: data}\nspec:\n  description: Looks at the warehouse\n  document:\n    Version: \"1.1\"\n    Statement:\n      - Effect: Allow\n        Action: [dws:cluster:list, dws:cluster:getDetail]\n"
                ),
                // The contractor who holds the policy as well is forgotten.
                (
                    "teams/data.yaml", "    - {name: data-jobs-run, scope: {project: cn-north-4}}\n",
                    "    - {name: data-jobs-run, scope: {project: cn-north-4}}\n    - {name: warehouse-look, scope: {project: cn-north-4}}\n"
                ),
                (
                    "robots/pipelines.yaml", "    - {name: data-jobs-run, scope: {project: cn-north-4}}\n",
                    "    - {name: data-jobs-run, scope: {project: cn-north-4}}\n    - {name: warehouse-look, scope: {project: cn-north-4}}\n"
                ),
            ]),
        PullRequest(
            name: "rename",
            edits: [
                (
                    "teams/support.yaml", "  name: support\n  labels",
                    "  name: customer-care\n  formerly: [support]\n  labels"
                )
            ]),
        PullRequest(
            name: "expiry",
            edits: [
                (
                    "teams/payments.yaml",
                    "{name: network-change, scope: {project: cn-north-4}, expires: 2027-01-31}",
                    "{name: network-change, scope: {project: cn-north-4}, expires: 2027-06-30}"
                )
            ]),
        // Whoever resets a password is whoever had it: the break-glass users among others.
        PullRequest(
            name: "help-desk-resets-passwords",
            edits: [
                (
                    "policies/others.yaml", "\"lts:logs:search\"]},",
                    "\"lts:logs:search\", \"iam:users:resetUserPassword\"]},"
                )
            ]),
        // No line of it looks like much: the fleet may look after users, the data team may start its servers.
        PullRequest(
            name: "servers-under-a-strong-agency",
            edits: [
                (
                    "policies/others.yaml", "dli:table:select, dli:table:describeTable]",
                    "dli:table:select, dli:table:describeTable, ecs:cloudServers:create, \"iam:agencies:*\"]"
                ),
                (
                    "policies/platform.yaml",
                    "        Resource: [\"obs:*:*:object:meridian-batch/configuration/*\"]\n",
                    "        Resource: [\"obs:*:*:object:meridian-batch/configuration/*\"]\n      - Effect: Allow\n        Action: [iam:users:updateUser]\n"
                ),
            ]),
        PullRequest(
            name: "password-resets-denied",
            edits: [
                (
                    "policies/denials.yaml", "          - cts:tracker:delete\n",
                    "          - cts:tracker:delete\n          - iam:users:reset*\n"
                )
            ],
            base: [
                (
                    "policies/others.yaml", "\"lts:logs:search\"]},",
                    "\"lts:logs:search\", \"iam:users:resetUserPassword\"]},"
                )
            ]),
    ]

    @Test("what a security engineer reads", arguments: all)
    func pullRequest(_ request: PullRequest) throws {
        let sandbox = try Sandbox(Example.company)
        if !request.base.isEmpty {
            for edit in request.base { try sandbox.replace(edit.old, by: edit.new, in: edit.file) }
            try sandbox.commit("base")
        }
        for edit in request.edits { try sandbox.replace(edit.old, by: edit.new, in: edit.file) }
        try sandbox.commit(request.name)
        let result = try sandbox.writ("diff", "HEAD~1", "HEAD", "--as-of", "2026-11-22")
        #expect(result.code == 0, "\(result.stderr)")
        expectGolden(result.stdout, named: "diff-\(request.name)")
    }
}
