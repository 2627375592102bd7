internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An action that the vendor took back or gave another name.
    static let retiredAction = Rule(
        "CAT005", "retired-action", .medium, dialects: [.aws, .huawei],
        page: RulePage(
            summary: "An action was taken back, or a newer permission model has another name for it.",
            why: """
                AWS ignores the actions of `aws-portal` since 2023: bills and payment stay closed, or open, by other actions. \
                Huawei reads an older name as an alias of the newer one, for as long as it does.
                """,
            avoid: #"""
                Version: "5.0"
                Statement: [{Effect: Allow, Action: ["iam:credentials:createCredential"]}]
                """#,
            prefer: #"""
                Version: "5.0"
                Statement: [{Effect: Allow, Action: ["iam::createAccessKey"]}]
                """#,
            fixSafety: """
                Unsafe: the vendor's pages say that both names mean one action, which nothing here can prove.
                """,
            references: ["Huawei Cloud IAM: aliases of actions", "AWS Billing: fine-grained permissions"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for pattern in policy.catalogPatterns[statement.index] {
        let text = pattern.pattern.text
        if policy.dialect == .aws, let newer = retired[text.lowercased()] {
            report.find(
                "AWS took `\(text)` back", at: pattern.pattern.path, of: policy, label: "does nothing",
                help: "list the actions of \(newer) that are needed")
        } else if policy.isIdentityModel, let newer = aliases[text.lowercased()] {
            report.find(
                "`\(text)` is the older name of `\(newer)`", at: pattern.pattern.path, of: policy,
                help: "write `\(newer)`",
                fix: Fix(
                    "write `\(newer)`", .unsafe,
                    .document([.set(pattern.pattern.path, .string(newer))], of: policy.id)))
        }
    }
}

/// Source: Huawei Cloud's pages on actions of 5.0 policies; the one alias that is said there.
private let aliases = ["iam:credentials:createcredential": "iam::createAccessKey"]

/// Source: AWS's page on the end of `aws-portal`, July 2023; and where the actions went.
private let retired = [
    "aws-portal:viewaccount": "`account`, `billing` and `payments`",
    "aws-portal:modifyaccount": "`account` and `billing`",
    "aws-portal:viewbilling": "`billing`, `ce`, `cur` and `consolidatedbilling`",
    "aws-portal:modifybilling": "`billing`, `ce` and `cur`",
    "aws-portal:viewpaymentmethods": "`payments`", "aws-portal:modifypaymentmethods": "`payments`",
    "aws-portal:viewusage": "`cur`", "aws-portal:getconsoleactionsetenforced": "`billing`",
    "aws-portal:updateconsoleactionsetenforced": "`billing`",
    "purchase-orders:viewpurchaseorders": "`purchase-orders`",
    "purchase-orders:modifypurchaseorders": "`purchase-orders`",
]
