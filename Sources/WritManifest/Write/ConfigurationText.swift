package import WritModel

/// A `writ.yaml` that names `target`, with the guards as they are by default.
package func configurationText(of target: Target) -> String {
    var entries: [YamlOutline.Entry] = [
        .init("account", .text(target.account)), .init("store", .text(target.store.rawValue)),
    ]
    if target.dialect != .huawei { entries.append(.init("dialect", .text(target.dialect.rawValue))) }
    entries.append(.init("paths", .list(target.paths.map(YamlOutline.text))))
    let document: [YamlOutline.Entry] = [
        .init("apiVersion", .text(supportedVersion)), .init("kind", .text("Configuration")),
        .init("targets", .block([.init(target.name, .block(entries))])),
    ]
    return document.map { $0.lines() }.joined()
}
