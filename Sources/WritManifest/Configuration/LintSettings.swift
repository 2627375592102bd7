package import WritDiagnostics
package import WritModel

/// What `lint` in `writ.yaml` says. Codes and options are checked where the rules are known.
package struct LintSettings: Hashable, Sendable {
    /// Findings of this weight and above fail the command; `nil` for the standard.
    package var failOn: LintSeverity?
    /// By what they name: a rule's code or name, or a family's letters.
    package var levels: [String: Level] = [:]
    /// By a rule's code or name.
    package var options: [String: [String: Option]] = [:]
    /// Settings of some files, later ones first in force.
    package var paths: [PathSettings] = []
    /// Waivers of findings in files that cannot hold comments.
    package var waivers: [WaiverEntry] = []
    /// Where each name of ``levels`` and ``options`` stands.
    package var places: [String: SourceSpan] = [:]

    /// Nothing is set.
    package init() {}

    /// What a rule's findings weigh.
    package enum Level: Hashable, Sendable {
        case off
        case on
        case severity(LintSeverity)
    }

    /// A value of an option, and where it stands.
    package struct Option: Hashable, Sendable {
        /// As it is written.
        package var value: JSONValue
        /// Where.
        package var span: SourceSpan
        /// Where its name stands.
        package var keySpan: SourceSpan

        /// A value at that place.
        package init(_ value: JSONValue, at span: SourceSpan, key keySpan: SourceSpan) {
            self.value = value
            self.span = span
            self.keySpan = keySpan
        }
    }

    /// Levels of the files in a folder.
    package struct PathSettings: Hashable, Sendable {
        /// A folder or file, relative to the folder of `writ.yaml`.
        package var path: String
        /// By what they name.
        package var levels: [String: Level]
        /// Where each name stands.
        package var places: [String: SourceSpan]

        /// Levels of the files in a folder.
        package init(path: String, levels: [String: Level], places: [String: SourceSpan]) {
            self.path = path
            self.levels = levels
            self.places = places
        }
    }

    /// A waiver in `writ.yaml`.
    package struct WaiverEntry: Hashable, Sendable {
        /// A rule's code or name.
        package var rule: String
        /// A folder or file, relative to the folder of `writ.yaml`.
        package var path: String
        /// The last moment it holds; `nil` for no end.
        package var until: Expiry?
        /// Why.
        package var reason: String
        /// Where it stands.
        package var span: SourceSpan

        /// A waiver of a rule's findings in a file.
        package init(rule: String, path: String, until: Expiry?, reason: String, span: SourceSpan) {
            self.rule = rule
            self.path = path
            self.until = until
            self.reason = reason
            self.span = span
        }
    }
}
