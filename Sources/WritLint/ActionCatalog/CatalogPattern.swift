internal import WritModel
package import WritPolicy

/// An action pattern of a statement, looked up.
package struct CatalogPattern {
    /// As it is written.
    package var pattern: ActionPattern
    /// The service as written; `nil` where a wildcard stands in it, or no colon behind it.
    package var prefix: String?
    /// What is known of that service.
    package var service: CatalogService?
    /// What follows the service, in lower case.
    package var name: Glob

    /// Whether it names one action.
    package var isLiteral: Bool { pattern.glob.isLiteral }

    /// The actions of the catalogue that it matches; `nil` where it may match others too: of services that are not all listed, or of several.
    package var actions: [CatalogAction]? {
        guard let service, service.isWhole else { return nil }
        return service.actions(matching: name)
    }

    /// What follows the service, as it is written.
    package var writtenName: String {
        pattern.text.firstIndex(of: ":").map { String(pattern.text[pattern.text.index(after: $0)...]) } ?? ""
    }

    init(_ pattern: ActionPattern, _ catalog: ActionCatalog) {
        self.pattern = pattern
        name = .everything
        let bytes = pattern.glob.bytes
        guard let colon = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 >= Glob.one }),
            bytes[colon] < Glob.one
        else { return }
        let prefix = pattern.text.prefix { $0 != ":" }
        self.prefix = String(prefix)
        service = catalog.service(String(prefix))
        name = Glob(bytes: Array(bytes[(colon + 1)...]))
    }
}

extension LintedPolicy {
    /// Whether it is written for Huawei's newer permission model, of which not all actions are known.
    package var isIdentityModel: Bool { dialect == .huawei && version == "5.0" }
}
