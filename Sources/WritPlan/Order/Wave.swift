internal import WritModel

/// A step of the plan's order. All changes of a wave are done, or known to have failed, before the next starts.
///
/// Together the waves keep four rules: what is named exists; a principal is granted before it is
/// revoked; a deny is there before the allow it narrows and leaves after it; nothing is deleted that
/// still has an edge.
package enum Wave: Int, CaseIterable, Comparable, Sendable {
    case adopt, rename, create, update
    /// Attachments of policies that deny, and memberships in groups that hold one.
    case denials
    case grants
    case revocations
    /// The same edges as ``denials``, going.
    case liftedDenials
    case delete, release
    /// Keys that were disabled are deleted: that makes room for new ones.
    case clearing
    case credentials

    /// The wave of an effect that carries no deny.
    ///
    /// An identity provider lets people into groups, which have to be there: it comes as a grant and goes as a revocation.
    init(of effect: Effect, on kind: Kind? = nil) {
        switch effect {
        case .create where kind == .identityProvider: self = .grants
        case .delete where kind == .identityProvider: self = .revocations
        case .adopt: self = .adopt
        case .rename: self = .rename
        case .create: self = .create
        case .update: self = .update
        case .join, .attach: self = .grants
        case .leave, .detach: self = .revocations
        case .issue, .enable, .disable: self = .credentials
        case .revoke: self = .clearing
        case .delete: self = .delete
        case .release: self = .release
        }
    }

    package static func < (a: Wave, b: Wave) -> Bool { a.rank < b.rank }

    /// The place in the order. The raw values are in saved plans and journals, and so are never given anew.
    private var rank: Int {
        switch self {
        case .adopt: 0
        case .rename: 1
        case .create: 2
        case .update: 3
        case .clearing: 4
        case .credentials: 5
        case .denials: 6
        case .grants: 7
        case .revocations: 8
        case .liftedDenials: 9
        case .delete: 10
        case .release: 11
        }
    }
}
