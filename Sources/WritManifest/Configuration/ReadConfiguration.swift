internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// The targets of a configuration document.
    mutating func configuration(root: Int, into configuration: inout Configuration) {
        let slot = Slot(root: root, "the configuration")
        guard let entries = mapping(slot) else { return }
        for entry in entries {
            switch entry.name {
            case "apiVersion": checkVersion(entry)
            case "kind": checkConfigurationKind(entry)
            case "targets":
                for target in mapping(entry) ?? [] {
                    readTarget(target, into: &configuration)
                }
                if configuration.targets.isEmpty, diagnostics.isEmpty {
                    report("schema.missing-field", "the configuration has no target", at: keySpan(entry))
                }
            case "lint": configuration.lint = lintSettings(entry)
            default:
                unknown(entry, among: ["apiVersion", "kind", "targets", "lint"], of: "the configuration")
            }
        }
        require(["apiVersion", "kind", "targets"], in: entries, of: slot, owner: "the configuration")
    }

    private mutating func checkConfigurationKind(_ slot: Slot) {
        guard let kind = text(slot), kind != "Configuration" else { return }
        report(
            "schema.unknown-kind", "`\(file)` is a `Configuration`, not a `\(kind)`", at: span(slot),
            help: "write `Configuration`")
    }

    private mutating func readTarget(_ slot: Slot, into configuration: inout Configuration) {
        let name = slot.name
        guard !name.isEmpty, name.utf8.allSatisfy(isTargetNameByte) else {
            return report(
                "name.charset", "`\(name)` is no name of a target", at: keySpan(slot),
                help: "use ASCII letters, digits, `-`, `_` and `.`")
        }
        guard let entries = mapping(slot) else { return }
        let known = ["account", "store", "dialect", "paths", "applier", "applierAddresses", "guards"]
        var target = Target(name: name, account: "")
        var applier: Address?
        var applierAddresses: [AddressRange] = []
        for entry in entries {
            switch entry.name {
            case "account": target.account = nonEmptyText(entry) ?? ""
            case "store":
                let stores = StoreKind.allCases.map(\.rawValue)
                target.store = word(entry, of: stores).flatMap(StoreKind.init) ?? target.store
            case "dialect":
                let dialects = Dialect.allCases.map(\.rawValue)
                target.dialect = word(entry, of: dialects).flatMap(Dialect.init) ?? target.dialect
            case "paths": target.paths = paths(entry) ?? target.paths
            case "applier": applier = self.applier(entry)
            case "applierAddresses":
                if var list = plainList(entry, { $0.range($1) }) {
                    refuseDuplicates(in: &list, entry, by: \.description)
                    applierAddresses = list.items.sorted()
                }
            case "guards": target.guards = guards(entry)
            default: unknown(entry, among: known, of: "a target")
            }
        }
        target.guards.applier = applier
        target.guards.applierAddresses = applierAddresses
        require(["account"], in: entries, of: slot, owner: "the target `\(name)`")
        configuration.targets.append(target)
        configuration.sources[name] = keySpan(slot)
    }

    /// The user or agency whose credentials apply plans, or the provider through which they come.
    private mutating func applier(_ slot: Slot) -> Address? {
        guard let text = nonEmptyText(slot) else { return nil }
        guard let address = Address(parsing: text),
            [.user, .agency, .identityProvider].contains(address.kind)
        else {
            report(
                "config.applier", "`\(text)` names nobody who could apply a plan", at: span(slot),
                help: "write `user/NAME`, `agency/NAME` or `identity-provider/NAME`")
            return nil
        }
        return address
    }

    private mutating func paths(_ slot: Slot) -> [String]? {
        guard var list = plainList(slot, { $0.path($1) }) else { return nil }
        refuseDuplicates(in: &list, slot) { $0 }
        guard !list.items.isEmpty else {
            if !list.isBroken {
                report(
                    "value.empty", "`\(path(slot))` names no path", at: keySpan(slot),
                    help: "write `[.]` for the whole repository")
            }
            return nil
        }
        return list.items
    }

    /// A path below the folder of `writ.yaml`, without `.` and `..` in it.
    mutating func path(_ slot: Slot) -> String? {
        guard let text = nonEmptyText(slot) else { return nil }
        var trimmed = text[...]
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
        if trimmed.hasPrefix("./"), trimmed.count > 2 { trimmed = trimmed.dropFirst(2) }
        let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { !["", ".", ".."].contains($0) } && !trimmed.contains("\\")
        guard trimmed == "." || isPlain else {
            report(
                "config.path", "`\(text)` is no path below the folder of `\(file)`", at: span(slot),
                help: "write a path such as `manifests`, or `.` for the whole repository")
            return nil
        }
        return String(trimmed)
    }
}

private func isTargetNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
}
