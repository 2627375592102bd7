internal import WritModel
internal import WritPlan

/// What a change may do to access, the worst first: the order in which reviewers read.
///
/// Judged by what the change says alone, so it errs to the worse side: a statement that is reworded counts as
/// one taken and one given.
enum Danger: Int, CaseIterable {
    /// Gone for good: ids and keys do not come back.
    case deletes
    /// A denial ends, so what it forbade is allowed.
    case liftsDenial
    /// An edge goes that Writ did not make: nobody reviewed it when it came.
    case cutsForeign
    /// Somebody may do more than before, or is checked less.
    case widens
    /// Somebody may do less than before.
    case narrows
    /// Names, texts, and what has no bearing on access.
    case other
    /// New objects, which may do nothing until something is attached.
    case creates
    /// Only what Writ remembers changes.
    case remembers

    /// A heading, text of our own.
    var title: String { "\(mark) \(words)" }

    /// `🔴 2 deleted`, for the summary.
    func counted(_ count: Int) -> String { "\(mark) \(count) \(summary)" }

    /// Whether it is shown unfolded.
    var isOpen: Bool { rawValue <= Danger.narrows.rawValue }

    /// By danger for access, never by sign: a grant is red although it only adds.
    private var mark: String {
        switch self {
        case .deletes, .liftsDenial, .cutsForeign, .widens: "🔴"
        case .narrows: "🟠"
        case .other: "🟡"
        case .creates, .remembers: "⚪"
        }
    }

    private var words: String {
        switch self {
        case .deletes: "Deleted"
        case .liftsDenial: "Denials lifted"
        case .cutsForeign: "Cut, and not made by Writ"
        case .widens: "Access that may widen"
        case .narrows: "Access taken away"
        case .other: "Other changes"
        case .creates: "Created"
        case .remembers: "Adopted or released, unchanged in the store"
        }
    }

    private var summary: String {
        switch self {
        case .deletes: "deleted"
        case .liftsDenial: "lifting a denial"
        case .cutsForeign: "cut that Writ did not make"
        case .widens: "may widen access"
        case .narrows: "taking access away"
        case .other: "other"
        case .creates: "created"
        case .remembers: "adopted or released"
        }
    }
}

extension Change {
    /// What the change may do to access.
    var danger: Danger {
        switch effect {
        case .delete: return .deletes
        case .leave, .detach:
            if wave == .liftedDenials { return .liftsDenial }
            return isForeign ? .cutsForeign : .narrows
        case .disable, .revoke: return isForeign ? .cutsForeign : .narrows
        case .join, .attach(_, _, nil), .issue, .enable: return .widens
        case .attach(_, let expires, let replaced?): return dangerOfEnd(replaced.expires, expires)
        case .create(let fields):
            let letsIn =
                address.kind == .identityProvider
                || fields.contains { $0.field == .trust || $0.field == .trustPolicy }
            return letsIn ? .widens : .creates
        case .update(let changes):
            return changes.map { dangerOf($0.field, from: $0.before, to: $0.after) }
                .min { $0.rawValue < $1.rawValue } ?? .other
        case .rename: return .other
        case .adopt, .release: return .remembers
        }
    }
}

/// What it does to access that an attachment ends at another time.
func dangerOfEnd(_ before: Expiry?, _ after: Expiry?) -> Danger {
    guard let after else { return .widens }
    guard let before else { return .narrows }
    return after > before ? .widens : .narrows
}
