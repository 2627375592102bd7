/// Counts that may only fall, compared with the recorded numbers: above is a violation, and so is below, until
/// the number is lowered and can never be reached again.
func checkRatchets(_ ratchets: [Ratchet], sources: [SourceFile]) -> [Violation] {
    ratchets.flatMap { ratchet -> [Violation] in
        let places = ratchet.counted.places(in: sources)
        if ratchet.count == 0 {
            return places.map { place in
                Violation(
                    place.path, place.line, "\(ratchet.counted.name), and Sources is to hold none",
                    mend: ratchet.counted.mend)
            }
        }
        guard places.count != ratchet.count else { return [] }
        let counts = "\(ratchet.counted.name): \(places.count) in Sources, \(ratchet.count) recorded"
        return [
            places.count > ratchet.count
                ? Violation(
                    ratchetsPath, ratchet.line, counts,
                    mend:
                        "\(ratchet.counted.mend); `writ-dev check layout --list \(ratchet.counted.rawValue)` shows where"
                )
                : Violation(ratchetsPath, ratchet.line, counts, mend: "lower the number in Ratchets.swift")
        ]
    }
}
