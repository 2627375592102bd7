internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// The guards of a target; what is not stated keeps its default.
    mutating func guards(_ slot: Slot) -> GuardSettings {
        var settings = GuardSettings()
        for entry in mapping(slot) ?? [] {
            switch entry.name {
            case "removedObjects": readLimit(entry, into: &settings.removedObjects)
            case "removedEdges": readLimit(entry, into: &settings.removedEdges)
            case "updatedObjects": readLimit(entry, into: &settings.updatedObjects)
            case "maxSensitiveGrants":
                settings.maxSensitiveGrants = integer(entry, in: 0...1_000_000) ?? settings.maxSensitiveGrants
            default:
                unknown(
                    entry, among: ["removedObjects", "removedEdges", "updatedObjects", "maxSensitiveGrants"],
                    of: "`guards`")
            }
        }
        return settings
    }

    private mutating func readLimit(_ slot: Slot, into limit: inout Limit) {
        for entry in mapping(slot) ?? [] {
            switch entry.name {
            case "floor": limit.floor = integer(entry, in: 0...1_000_000) ?? limit.floor
            case "percent": limit.percent = integer(entry, in: 0...100) ?? limit.percent
            case "ceiling": limit.ceiling = integer(entry, in: 0...1_000_000) ?? limit.ceiling
            default: unknown(entry, among: ["floor", "percent", "ceiling"], of: "a limit")
            }
        }
    }
}
