internal import WritModel

/// The changes in the order they are to be made: by wave, then by address, then by what they do.
///
/// The order is total, so that equal sets of changes give equal plans.
package func ordered(_ changes: [Change]) -> [Change] {
    changes.map { (change: $0, key: $0.effect.json.compactText) }
        .sorted { a, b in
            (a.change.wave, a.change.address, a.key) < (b.change.wave, b.change.address, b.key)
        }
        .map(\.change)
}
