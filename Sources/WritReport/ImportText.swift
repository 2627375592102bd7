package import WritModel

/// What an import did, or would do.
package struct ImportReport: Hashable, Sendable {
    /// A new manifest.
    package struct File: Hashable, Sendable {
        /// The object it declares.
        package var address: Address
        /// From the top of the working tree.
        package var path: String

        /// The file at `path` that declares the object.
        package init(_ address: Address, path: String) {
            self.address = address
            self.path = path
        }
    }

    /// Whose objects were imported.
    package var target: Target
    /// One for each imported object.
    package var files: [File]
    /// Whether a `writ.yaml` was made besides.
    package var makesConfiguration: Bool
    /// The selected objects that were declared already.
    package var declared: [Address]
    /// The selected objects that are not the account's own.
    package var reserved: [ReservedObject]
    /// How many selected objects could not be declared.
    package var leftOutCount: Int
    /// Whether nothing was written.
    package var isDryRun: Bool
    /// Command lines that come next.
    package var next: [String]

    /// A report of what was done, or would be.
    package init(
        target: Target, files: [File], makesConfiguration: Bool, declared: [Address],
        reserved: [ReservedObject] = [], leftOutCount: Int, isDryRun: Bool, next: [String]
    ) {
        self.target = target
        self.files = files
        self.makesConfiguration = makesConfiguration
        self.declared = declared
        self.reserved = reserved
        self.leftOutCount = leftOutCount
        self.isDryRun = isDryRun
        self.next = next
    }
}

/// An import as text: how many files of each kind and where, what was left alone, and what comes next.
package func render(_ report: ImportReport, style: Style) -> String {
    let target = report.target
    var lines = [
        style.paint(
            terminalSafe(
                "import \(target.name) (\(target.store.rawValue), account \(target.account))"), .strong)
    ]
    let width = report.files.isEmpty ? 0 : 20
    for kind in Kind.allCases {
        let files = report.files.filter { $0.address.kind == kind }
        guard let first = files.first else { continue }
        let count = "\(files.count) \(kind.words(files.count))"
        // Each of a few, else the folder that they are all in.
        let places =
            files.count <= mostListed
            ? files.map(\.path) : [folder(of: first.path) + "…"]
        for (index, place) in places.enumerated() {
            let words = index == 0 ? "+ " + count : ""
            lines.append(
                "  " + style.paint(words.padded(to: width), .added) + "  " + terminalSafe(place))
        }
    }
    if report.makesConfiguration {
        lines.append("  " + style.paint("+ configuration".padded(to: width), .added) + "  writ.yaml")
    }
    if !report.declared.isEmpty {
        lines.append("declared already and left as it is: \(counted(report.declared.count, "object"))")
    }
    if !report.reserved.isEmpty {
        lines.append(
            "left out, not the account's own: "
                + names(report.reserved.map { "\($0.address) (\($0.reservation.clause))" }))
    }
    if report.leftOutCount > 0 {
        lines.append("left out, for the reasons given: \(counted(report.leftOutCount, "object"))")
    }
    lines.append(conclusion(report))
    if !report.next.isEmpty {
        lines.append("next:")
        lines += report.next.map { "  " + terminalSafe($0) }
    }
    return lines.joined(separator: "\n") + "\n"
}

/// How many paths of a kind are shown one by one.
private let mostListed = 8

private func conclusion(_ report: ImportReport) -> String {
    guard !report.files.isEmpty else { return "nothing to import, and nothing was written" }
    let objects = counted(report.files.count, "object")
    return report.isDryRun
        ? "\(objects) would be imported; nothing was written (--dry-run)"
        : "imported: \(objects); a plan of them changes nothing in the store"
}

private func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

extension Kind {
    /// The kind as a noun behind a count.
    fileprivate func words(_ count: Int) -> String {
        switch self {
        case .user: count == 1 ? "user" : "users"
        case .group: count == 1 ? "group" : "groups"
        case .policy: count == 1 ? "policy" : "policies"
        case .agency: count == 1 ? "agency" : "agencies"
        case .passwordPolicy: "password policy"
        case .securitySettings: "security settings"
        case .project: count == 1 ? "project" : "projects"
        case .identityProvider: count == 1 ? "identity provider" : "identity providers"
        }
    }
}
