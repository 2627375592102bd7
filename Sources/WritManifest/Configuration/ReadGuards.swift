internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// The guards of a target; what is not stated keeps its default.
    mutating func guards(_ slot: Slot) -> GuardSettings {
        var settings = GuardSettings()
        for entry in mapping(slot) ?? [] {
            let inner = Slot(name: "\(slot.name).\(entry.name)", key: entry.key, node: entry.node)
            switch entry.name {
            case "removedObjects": readLimit(inner, into: &settings.removedObjects)
            case "removedEdges": readLimit(inner, into: &settings.removedEdges)
            case "updatedObjects": readLimit(inner, into: &settings.updatedObjects)
            default:
                unknown(entry, among: ["removedObjects", "removedEdges", "updatedObjects"], of: "`guards`")
            }
        }
        return settings
    }

    private mutating func readLimit(_ slot: Slot, into limit: inout Limit) {
        for entry in mapping(slot) ?? [] {
            let inner = Slot(name: "\(slot.name).\(entry.name)", key: entry.key, node: entry.node)
            switch entry.name {
            case "floor": limit.floor = integer(inner, in: 0...1_000_000) ?? limit.floor
            case "percent": limit.percent = integer(inner, in: 0...100) ?? limit.percent
            case "ceiling": limit.ceiling = integer(inner, in: 0...1_000_000) ?? limit.ceiling
            default: unknown(entry, among: ["floor", "percent", "ceiling"], of: "a limit")
            }
        }
    }
}
