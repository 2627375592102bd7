package import WritModel

/// The manifest that declares `object`: its lines, the last with its line end.
///
/// Fields stand in the order of the kind's schema, edge lists behind them. What the manifest's grammar
/// refuses is written all the same, so that reading it back says what is wrong.
package func manifestText(of object: DesiredObject) -> String {
    var layout = YamlLayout()
    for entry in manifestEntries(of: object) { layout.add(entry, indent: 0) }
    return layout.text
}

/// The manifests of several objects as one file.
package func manifestText(of objects: some Sequence<DesiredObject>) -> String {
    objects.map { manifestText(of: $0) }.joined(separator: "---\n")
}

private func manifestEntries(of object: DesiredObject) -> [YamlOutline.Entry] {
    var entries = [
        YamlOutline.Entry("apiVersion", .text(supportedVersion)),
        YamlOutline.Entry("kind", .text(object.address.kind.manifestName)),
        YamlOutline.Entry("metadata", .block(metadataEntries(of: object))),
    ]
    let spec = specEntries(of: object)
    if !spec.isEmpty { entries.append(.init("spec", .block(spec))) }
    return entries
}

private func metadataEntries(of object: DesiredObject) -> [YamlOutline.Entry] {
    var entries = [YamlOutline.Entry("name", .text(object.address.name))]
    if !object.formerly.isEmpty {
        entries.append(.init("formerly", .list(object.formerly.map(YamlOutline.text))))
    }
    if !object.labels.isEmpty {
        let labels = object.labels.sorted { $0.key < $1.key }
        entries.append(.init("labels", .compact(labels.map { .init($0.key, .text($0.value)) })))
    }
    if let reason = object.protect { entries.append(.init("protect", .text(reason))) }
    if object.adopt { entries.append(.init("adopt", .word("true"))) }
    return entries
}

/// The entries of `spec`; fields with a dot in their name stand together under its first part.
private func specEntries(of object: DesiredObject) -> [YamlOutline.Entry] {
    var entries: [YamlOutline.Entry] = []
    for (field, value) in object.fields {
        let path = field.rawValue.split(separator: ".", maxSplits: 1).map(String.init)
        let outline = YamlOutline(value)
        guard path.count == 2 else {
            entries.append(.init(path[0], outline))
            continue
        }
        let inner = YamlOutline.Entry(path[1], outline)
        if let index = entries.firstIndex(where: { $0.key == path[0] }),
            case .compact(let others) = entries[index].value
        {
            entries[index].value = .compact(others + [inner])
        } else {
            entries.append(.init(path[0], .compact([inner])))
        }
    }
    for list in KindSchema.of(object.address.kind).edgeLists {
        switch list {
        case .members: if let items = object.members { entries.append(.init(list.rawValue, .init(items))) }
        case .groups: if let items = object.groups { entries.append(.init(list.rawValue, .init(items))) }
        case .policies: if let items = object.policies { entries.append(.init(list.rawValue, .init(items))) }
        }
    }
    return entries
}
