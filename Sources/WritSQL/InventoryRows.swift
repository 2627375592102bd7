internal import WritModel
internal import WritPlan
internal import WritStore

/// The inventory's rows: what Writ owns. Call it in a transaction.
struct InventoryRows {
    let database: Database

    /// Writes down what the inventory learns.
    ///
    /// - Parameter answeredID: the id that the store answered to the change, for an object owned
    ///   without one; where there is none either, the id known before stays.
    func apply(_ changes: [InventoryChange], answeredID: String?) throws(StoreError) {
        for change in changes {
            switch change {
            case .own(let object): try own(object, answeredID)
            case .ownCredential(let address, let order): try own(order, of: address)
            case .disown(let address): try disown(address)
            case .rename(let old, let new): try rename(old, new)
            case .ownMembership(let edge, let provenance): try own(edge, provenance)
            case .disownMembership(let edge):
                try database.run(
                    "DELETE FROM inventory_memberships WHERE user_name = ? AND group_name = ?",
                    [.text(edge.user), .text(edge.group)])
            case .ownAttachment(let key, let applied): try own(key, applied)
            case .disownAttachment(let key):
                try database.run(
                    """
                    DELETE FROM inventory_attachments WHERE principal_kind = ? AND principal_name = ?
                    AND is_system = ? AND policy_name = ? AND scope = ? AND scope_name = ?
                    """, bindings(key))
            }
        }
    }

    private func own(_ object: AppliedObject, _ answeredID: String?) throws(StoreError) {
        var id = object.id
        if id.isEmpty, let answeredID { id = answeredID }
        if id.isEmpty { id = try knownID(of: object.address) ?? "" }
        try database.run(
            """
            INSERT OR REPLACE INTO inventory_objects
                (kind, name, id, fields, lists, protect, commit_id, file, line)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            bindings(object.address) + [
                .text(id), .text(object.fields.json.compactText),
                .text(object.lists.json.compactText), .optional(object.protect),
            ] + bindings(object.provenance))
    }

    /// Remembers a credential that was made, beside what else is known of the user.
    private func own(_ order: CredentialOrder, of address: Address) throws(StoreError) {
        let stored = try database.first(
            "SELECT fields FROM inventory_objects WHERE kind = ? AND name = ?", bindings(address)
        ) { row in row.requiredText(0) }
        guard let stored,
            let fields = storedJSON(stored).flatMap({ FieldMap<DesiredValue>(json: $0, kind: address.kind) })
        else { return }
        try database.run(
            "UPDATE inventory_objects SET fields = ? WHERE kind = ? AND name = ?",
            [.text(fields.remembering(order).json.compactText)] + bindings(address))
    }

    private func own(_ edge: Membership, _ provenance: Provenance) throws(StoreError) {
        try database.run(
            """
            INSERT OR REPLACE INTO inventory_memberships (user_name, group_name, commit_id, file, line)
            VALUES (?, ?, ?, ?, ?)
            """, [.text(edge.user), .text(edge.group)] + bindings(provenance))
    }

    private func own(_ key: AttachmentKey, _ applied: AppliedAttachment) throws(StoreError) {
        try database.run(
            """
            INSERT OR REPLACE INTO inventory_attachments
                (principal_kind, principal_name, is_system, policy_name, scope, scope_name, expires_at,
                 commit_id, file, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            bindings(key) + [.optional(applied.expires?.end.epochSeconds)] + bindings(applied.provenance))
    }

    private func disown(_ address: Address) throws(StoreError) {
        try database.run(
            "DELETE FROM inventory_objects WHERE kind = ? AND name = ?", bindings(address))
        for end in EdgeEnd.naming(address.kind) {
            try database.run(
                "DELETE FROM \(end.table) WHERE \(end.condition) AND \(end.column) = ?",
                [.text(address.name)])
        }
    }

    private func rename(_ old: Address, _ new: Address) throws(StoreError) {
        try database.run(
            "UPDATE OR REPLACE inventory_objects SET name = ? WHERE kind = ? AND name = ?",
            [.text(new.name)] + bindings(old))
        for end in EdgeEnd.naming(old.kind) {
            try database.run(
                """
                UPDATE OR REPLACE \(end.table) SET \(end.column) = ?
                WHERE \(end.condition) AND \(end.column) = ?
                """, [.text(new.name), .text(old.name)])
        }
        try renameForbidden(old, new)
        if old.kind == .group { try renameMapped(old, new) }
    }

    /// Gives a group its new name in the mappings of identity providers.
    private func renameMapped(_ old: Address, _ new: Address) throws(StoreError) {
        let kind = Kind.identityProvider
        var renamed: [(name: String, fields: String)] = []
        try database.each(
            "SELECT name, fields FROM inventory_objects WHERE kind = ?", [.text(kind.rawValue)]
        ) { row in
            guard var fields = FieldMap<DesiredValue>(parsing: Array(row.requiredText(1).utf8), kind: kind),
                let mappings = fields[.mappings]
            else { return }
            let changed = mappings.renaming(group: old.name, to: new.name)
            guard changed != mappings else { return }
            fields[.mappings] = changed
            renamed.append((row.requiredText(0), fields.json.compactText))
        }
        for row in renamed {
            try database.run(
                "UPDATE inventory_objects SET fields = ? WHERE kind = ? AND name = ?",
                [.text(row.fields), .text(kind.rawValue), .text(row.name)])
        }
    }

    /// Gives `old` its new name in the `none` lists of other objects.
    private func renameForbidden(_ old: Address, _ new: Address) throws(StoreError) {
        var renamed: [(kind: String, name: String, lists: String)] = []
        try database.each(
            "SELECT kind, name, lists FROM inventory_objects WHERE instr(lists, '{\"none\"') > 0"
        ) { row in
            guard let lists = storedJSON(row.requiredText(2)).flatMap([EdgeList: AppliedList].init(json:))
            else { return }
            var changed = lists
            for (list, value) in lists { changed[list] = value.renaming(old, to: new, in: list) }
            guard changed != lists else { return }
            renamed.append((row.requiredText(0), row.requiredText(1), changed.json.compactText))
        }
        for row in renamed {
            try database.run(
                "UPDATE inventory_objects SET lists = ? WHERE kind = ? AND name = ?",
                [.text(row.lists), .text(row.kind), .text(row.name)])
        }
    }

    private func knownID(of address: Address) throws(StoreError) -> String? {
        try database.first(
            "SELECT id FROM inventory_objects WHERE kind = ? AND name = ?", bindings(address)
        ) { row in row.requiredText(0) }
    }
}

/// A column of an inventory table whose rows name an object at one end of an edge.
private struct EdgeEnd {
    var table: String
    var column: String
    /// Which rows' column names objects of the kind.
    var condition = "TRUE"

    /// Every column that names objects of `kind`.
    static func naming(_ kind: Kind) -> [EdgeEnd] {
        let principal = EdgeEnd(
            table: "inventory_attachments", column: "principal_name",
            condition: "principal_kind = '\(kind.rawValue)'")
        switch kind {
        case .user: return [EdgeEnd(table: "inventory_memberships", column: "user_name"), principal]
        case .group: return [EdgeEnd(table: "inventory_memberships", column: "group_name"), principal]
        case .agency: return [principal]
        case .policy:
            return [
                EdgeEnd(
                    table: "inventory_attachments", column: "policy_name", condition: "is_system = 0")
            ]
        case .passwordPolicy, .securitySettings, .project, .identityProvider: return []
        }
    }
}

private func bindings(_ address: Address) -> [Binding] {
    [.text(address.kind.rawValue), .text(address.name)]
}

private func bindings(_ provenance: Provenance) -> [Binding] {
    [.text(provenance.commit), .text(provenance.file), .integer(Int64(provenance.line))]
}

private func bindings(_ key: AttachmentKey) -> [Binding] {
    let isSystem = if case .system = key.policy { true } else { false }
    return [
        .text(key.principal.kind.rawValue), .text(key.principal.name), .integer(isSystem ? 1 : 0),
        .text(key.policy.name), .text(key.scope.word), .text(key.scope.name),
    ]
}
