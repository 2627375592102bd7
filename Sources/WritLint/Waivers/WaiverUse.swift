package import WritModel

/// A waiver with what came of it in a run: what the rules about waivers look at.
package struct WaiverUse: Sendable {
    /// The waiver.
    package let waiver: Waiver
    /// Whether it covers a finding; `nil` where not every rule ran over everything, so that nobody can tell.
    package let isUsed: Bool?
    /// When it was judged.
    package let moment: Instant
    /// Every rule there is, for telling a misspelled name from one that found nothing.
    package let known: [Rule]
}
