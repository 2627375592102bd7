/// Who made a commit, when, and what for. Everything but the id is the author's text: hostile until escaped.
package struct Authorship: Hashable, Sendable {
    /// The full commit id.
    package var commit: String
    /// The author's name, as the commit says.
    package var name: String
    /// The author's e-mail address without its angle brackets.
    package var email: String
    /// When the author says it was written.
    package var date: Instant
    /// The first paragraph of the message, as one line.
    package var subject: String

    /// What a commit says of its author; nothing is escaped yet.
    package init(commit: String, name: String, email: String, date: Instant, subject: String) {
        self.commit = commit
        self.name = name
        self.email = email
        self.date = date
        self.subject = subject
    }
}

/// A line of a file, from 1.
package struct FileLine: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The path in the commit.
    package var file: String
    /// From 1.
    package var line: Int

    /// A line that need not exist.
    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    /// `file:line`.
    package var description: String { "\(file):\(line)" }

    package static func < (a: FileLine, b: FileLine) -> Bool { (a.file, a.line) < (b.file, b.line) }
}

/// Where a value comes from: the commit that wrote its line, or took it away.
package struct Origin: Hashable, Sendable {
    /// What is known of the commit.
    package enum Standing: String, CaseIterable, Sendable {
        /// It wrote the line.
        case wrote
        /// It removed the line.
        case removed
        /// It has the line, and a shallow clone goes no further back: it or an older one wrote it.
        case boundary
        /// It has the line, and the search ended there: it or an older one wrote it.
        case older
        /// The line was last applied from it; who removed it since is not known.
        case applied
        /// There is none yet: the line is in the working tree alone, or is removed there.
        case uncommitted
    }

    /// What is known of the commit.
    package var standing: Standing
    /// The full commit id; `nil` for what is not committed.
    package var commit: String?
    /// Its author; `nil` where there is no commit or it is not at hand.
    package var author: Authorship?
    /// Where the line is in the revision that was asked about; of a removed line, where it was last.
    package var place: FileLine
    /// Where that commit has the line: files move.
    package var written: FileLine

    /// - Parameter written: the same as `place` where it is left out.
    package init(
        _ standing: Standing, commit: String?, author: Authorship? = nil, at place: FileLine,
        writtenAt written: FileLine? = nil
    ) {
        self.standing = standing
        self.commit = commit
        self.author = author
        self.place = place
        self.written = written ?? place
    }
}

/// What an origin belongs to: an object, one of its fields, or an edge.
package enum OriginKey: Hashable, Sendable {
    case object(Address)
    case field(Address, Field)
    case membership(Membership)
    case attachment(AttachmentKey)
}

/// Where the values of a plan or a drift report come from, as far as it is known.
///
/// No part of a plan: equal plans may have different origins.
package struct Origins: Hashable, Sendable {
    /// The known ones.
    package var known: [OriginKey: Origin]
    /// Why others are not known, as sentences for the reader.
    package var notes: [String]

    /// Nothing is known unless it is given.
    package init(known: [OriginKey: Origin] = [:], notes: [String] = []) {
        self.known = known
        self.notes = notes
    }

    /// The origin of an object, a field or an edge.
    package subscript(key: OriginKey) -> Origin? { known[key] }
}
