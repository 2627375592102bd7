extension Dialect {
    /// Why the vendor reserves an object of that kind and name; `nil` for one that is the account's own.
    ///
    /// The same for a live object and for a manifest of one, whose fields may not say all. Sources: Huawei Cloud's pages on user
    /// groups, projects and service-linked agencies and what its Terraform provider shows of them; JD Cloud's and Volcengine's SDKs
    /// on roles; AWS on service-linked roles.
    ///
    /// - Parameters:
    ///   - fields: of the live object; nothing for one that is only declared.
    ///   - marks: what the vendor's answer says besides.
    package func reservation(
        of address: Address, fields: FieldMap<Value> = [:], marks: VendorMarks = VendorMarks()
    ) -> Reservation? {
        switch address.kind {
        case .user: marks.isAccountOwner ? .rootUser : nil
        case .group: self == .huawei && address.name == "admin" ? .administratorsGroup : nil
        case .policy: systemPolicyNames.contains(address.name) ? .systemPolicy : nil
        case .agency:
            if isServiceLinked(address.name, marks) {
                .serviceLinked
            } else {
                self == .huawei && fields.letsServiceIn ? .serviceAgency : nil
            }
        case .project: self == .huawei && isBuiltInProject(address.name) ? .builtInProject : nil
        case .passwordPolicy, .securitySettings, .identityProvider: nil
        }
    }

    /// The names that are known of the vendor's own policies. Source: the vendors' pages on system policies, 2026-11.
    package var systemPolicyNames: Set<String> {
        switch self {
        case .aws: []
        case .huawei: huaweiPolicies
        case .jd: ["JDCloudAdmin-New", "JDCloudStsAdmin"]
        case .volcengine:
            [
                "AdministratorAccess", "ReadOnlyAccess", "IAMFullAccess", "IAMReadOnlyAccess",
                "STSAssumeRoleAccess", "AccessKeySelfManageAccess",
            ]
        }
    }

    private func isServiceLinked(_ name: String, _ marks: VendorMarks) -> Bool {
        if marks.isServiceLinked { return true }
        let path = marks.path.drop { $0 == "/" }
        return switch self {
        case .huawei: path.hasPrefix("service-linked-agency/") || name.hasPrefix("ServiceLinkedAgencyFor")
        case .aws: path.hasPrefix("aws-service-role/") || name.hasPrefix("AWSServiceRoleFor")
        // Of role names nothing is promised: what counts is the sort of role.
        case .jd: marks.roleType == 2
        case .volcengine: false
        }
    }
}

private let huaweiPolicies = Set(SystemPolicies.all.keys)

/// Whether a project of Huawei's is one that comes with the cloud: named like a region, as `cn-north-4`, or `MOS` for object storage.
///
/// A project that people make has the region and `_` before its own name.
private func isBuiltInProject(_ name: String) -> Bool {
    if name == "MOS" { return true }
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return false }
    return parts[0].utf8.count == 2 && parts[0].utf8.allSatisfy(isLowercase)
        && !parts[1].isEmpty && parts[1].utf8.allSatisfy(isLowercase)
        && (1...3).contains(parts[2].utf8.count) && parts[2].utf8.allSatisfy { (0x30...0x39).contains($0) }
}

private func isLowercase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

extension FieldMap<Value> {
    /// Whether an agency trusts the account of one of Huawei's services.
    fileprivate var letsServiceIn: Bool {
        guard case .list(let items)? = self[.trust] else { return false }
        return items.contains { item in
            guard case .trust(let principal) = item else { return false }
            return (principal.sort == .account || principal.sort == .service)
                && principal.name.hasPrefix("op_svc_")
        }
    }
}
