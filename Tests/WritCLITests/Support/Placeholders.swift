import Foundation

extension String {
    /// The text with what differs from run to run replaced: digests, ids of commits, and times.
    var withPlaceholders: String {
        replacing(#/sha256:[0-9a-f]{64}/#, with: "sha256:DIGEST")
            .replacing(#/\b[0-9a-f]{40}\b/#, with: "COMMIT")
            .replacing(#/(@|applied from )[0-9a-f]{7}\b/#) { "\($0.1)COMMIT" }
    }
}
