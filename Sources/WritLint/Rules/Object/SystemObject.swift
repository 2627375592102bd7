internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A manifest for what belongs to the cloud.
    static let systemObject = Rule(
        "OBJ027", "system-object", .error,
        page: RulePage(
            summary: "A manifest declares an object that the cloud itself defines.",
            why: """
                Nobody but the vendor changes them: the change is refused, or makes a second policy that people take for the \
                vendor's. On JD Cloud, where attachments name policies without saying whose they are, an own \
                policy of that name would even stand for the other one. Of the built-in group `admin` of Huawei Cloud the members \
                alone can be changed. What is linked to a service is made and changed by that service alone.
                """,
            avoid: "kind: Policy\nmetadata: {name: Tenant Guest}",
            prefer: "policies: [{system: Tenant Guest}]",
            references: [
                "Huawei Cloud IAM system-defined permissions", "Huawei Cloud IAM service-linked agencies",
                "Volcengine IAM system policies", "AWS IAM service-linked roles",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for object in account.objects {
        let address = object.address
        guard let reservation = account.dialect.reservation(of: address) else { continue }
        switch reservation {
        case .systemPolicy:
            report.find(
                "`\(address.name)` is a system policy, which no manifest can change",
                at: .object(address), help: "attach it as `{system: \(address.name)}`")
        case .administratorsGroup: inspectBuiltInGroup(object, &report)
        case .builtInProject:
            report.find(
                "`\(address.name)` is a project built into the cloud, which no manifest can change",
                at: .object(address), help: "delete the manifest; attachments name the project as it is")
        case .serviceLinked:
            report.find(
                "`\(address.name)` is linked to a service, which alone makes and changes it",
                at: .object(address), help: "delete the manifest; the service looks after it")
        // Told by a live object alone.
        case .rootUser, .serviceAgency: break
        }
    }
}

private func inspectBuiltInGroup(_ group: DesiredObject, _ report: inout Report) {
    for field in group.fields.fields {
        report.find(
            "`\(field.rawValue)` of the built-in group `admin` cannot be changed",
            at: .field(group.address, field), help: "declare its members alone")
    }
    if group.policies != nil {
        report.find(
            "the permissions of the built-in group `admin` cannot be changed",
            at: .list(group.address, .policies), help: "declare its members alone")
    }
}
