package import WritModel

extension YamlOutline {
    /// A field's value, as the schema's decoder reads it.
    package init(_ value: DesiredValue) {
        switch value {
        case .scalar(.text(let text)): self = .text(text)
        case .scalar(.integer(let number)): self = .word(String(number))
        case .scalar(.boolean(let flag)): self = .word(String(flag))
        case .scalar(.document(let document)): self = .init(document: document.json)
        case .scalar(.credential(let credential)):
            var entries = [Entry("generation", .word(String(credential.generation)))]
            if let recipient = credential.deliverTo {
                entries.append(Entry("deliverTo", .text(recipient.description)))
            }
            self = .compact(entries)
        case .scalar(.list(let items)): self = .list(items.map(YamlOutline.init))
        case .list(let list): self = .init(list.mode, list.items.map(YamlOutline.init))
        }
    }

    /// A `members` or `groups` list.
    package init(_ list: DesiredList<Reference>) {
        self.init(list.mode, list.items.map(YamlOutline.init))
    }

    /// A `policies` list.
    package init(_ list: DesiredList<DesiredAttachment>) {
        self.init(list.mode, list.items.map { YamlOutline($0, in: list.mode) })
    }

    private init(_ mode: ListMode, _ items: [YamlOutline]) {
        self = mode == .exactly ? .list(items) : .compact([Entry(mode.rawValue, .list(items))])
    }
}

// MARK: Items

extension YamlOutline {
    /// `alice`, or `{external: alice}`.
    package init(_ reference: Reference) {
        let name = YamlOutline.text(reference.name)
        self = reference.isExternal ? .pair("external", name) : name
    }

    /// An item of a `policies` list: a bare name where nothing else has to be said.
    package init(_ attachment: DesiredAttachment, in mode: ListMode) {
        let name = YamlOutline.text(attachment.policy.name)
        let scope = mode == .none || attachment.scope != .account ? attachment.scope : nil
        var entries: [Entry] =
            switch attachment.policy {
            case .system: [Entry("system", name)]
            case .custom: [Entry(attachment.isExternal ? "external" : "name", name)]
            }
        if let scope { entries.append(Entry("scope", YamlOutline(scope))) }
        if let expires = attachment.expires { entries.append(Entry("expires", .word(expires.description))) }
        self = entries.count == 1 && entries[0].key == "name" ? name : .compact(entries)
    }

    /// `allProjects`, or `{project: x}`.
    package init(_ scope: Scope) {
        self =
            scope.name.isEmpty
            ? .text(scope.word) : .pair(scope.word, .text(scope.name))
    }

    /// An item of a collection field.
    package init(_ item: Item) {
        switch item {
        case .word(let word): self = .text(word)
        case .trust(let principal):
            self = .pair(principal.sort.rawValue, .text(principal.name))
        case .accessKey(let key):
            let defaults = DeclaredAccessKey(name: key.name)
            var entries = [Entry("name", .text(key.name))]
            if key.status != defaults.status { entries.append(Entry("status", .text(key.status.rawValue))) }
            if key.generation != defaults.generation {
                entries.append(Entry("generation", .word(String(key.generation))))
            }
            if let confirmed = key.confirmed {
                entries.append(Entry("confirmed", .word(String(confirmed))))
            }
            if let recipient = key.deliverTo {
                entries.append(Entry("deliverTo", .text(recipient.description)))
            }
            self = .compact(entries)
        case .mapping(let mapping): self = .init(mapping)
        case .addresses(let addresses):
            let range = YamlOutline.text(addresses.range.description)
            self =
                addresses.note.map {
                    .compact([Entry("range", range), Entry("description", .text($0))])
                } ?? range
        }
    }
}

// MARK: Mappings

extension YamlOutline {
    /// `{name, when, user, groups}`.
    fileprivate init(_ mapping: FederationMapping) {
        var entries = [Entry("name", .text(mapping.name))]
        if !mapping.conditions.isEmpty {
            entries.append(Entry("when", .list(mapping.conditions.map(YamlOutline.init))))
        }
        if let user = mapping.user { entries.append(Entry("user", .text(user))) }
        if !mapping.groups.isEmpty {
            entries.append(Entry("groups", .list(mapping.groups.map(YamlOutline.init))))
        }
        self = .compact(entries)
    }

    /// `{attribute, anyOf | noneOf, regex}`.
    fileprivate init(_ condition: FederationCondition) {
        var entries = [Entry("attribute", .text(condition.attribute))]
        switch condition.test {
        case .present: break
        case .anyOf(let values): entries.append(Entry("anyOf", .list(values.map { .text($0) })))
        case .noneOf(let values): entries.append(Entry("noneOf", .list(values.map { .text($0) })))
        }
        if condition.isRegex { entries.append(Entry("regex", .word("true"))) }
        self = .compact(entries)
    }
}

// MARK: Documents

extension YamlOutline {
    /// A policy document as a mapping, in its author's order.
    package init(document json: JSONValue) {
        switch json {
        case .null: self = .word("null")
        case .boolean(let flag): self = .word(String(flag))
        // Another spelling of a number would be lost on a reader that takes it for one.
        case .number(let text): self = Int(text).map(String.init) == text ? .word(text) : .text(text)
        case .string(let text): self = .text(text)
        case .array(let items): self = .list(items.map(YamlOutline.init(document:)))
        case .object(let members):
            self = .block(members.map { Entry($0.name, YamlOutline(document: $0.value)) })
        }
    }
}
