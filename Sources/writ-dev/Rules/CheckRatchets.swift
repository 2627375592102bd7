/// Counts that may only fall, compared with the recorded numbers.
///
/// Above is a violation, and so is below, until the number is lowered and cannot be reached again.
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
        let whereToLook = "`writ-dev check layout --list \(ratchet.counted.rawValue)` shows where"
        let mend =
            places.count > ratchet.count
            ? "\(ratchet.counted.mend); \(whereToLook)" : "lower the number in Ratchets.swift"
        return [Violation(ratchetsPath, ratchet.line, counts, mend: mend)]
    }
}
