import WritModel

/// The actions that matter for raising oneself, numbered, and which of them each method needs.
struct EscalationActions {
    let methods: [EscalationMethod]
    /// As the vendor writes them, by number.
    let names: [String]
    /// By method, then by need: any of these.
    private let needs: [[ActionMask]]
    /// Whoever may do all of one of these may be an administrator.
    private let administration: [ActionMask]
    private let numbers: [String: Int]
    private let folded: [[UInt8]]

    init(_ dialect: Dialect) {
        methods = dialect.escalationMethods
        let listed = methods.flatMap { $0.needs.flatMap { $0.oneOf.map(\.name) } }
        let names = Set(listed + dialect.administration.joined()).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        func mask(_ actions: [String]) -> ActionMask {
            var mask = ActionMask()
            for action in actions { if let number = numbers[action] { mask.insert(number) } }
            return mask
        }
        needs = methods.map { method in
            // A trust may let somebody in who holds nothing, so that the step into an agency rules nothing out.
            method.needs.filter { dialect != .aws || $0.subject != .entry }.map {
                mask($0.oneOf.map(\.name))
            }
        }
        administration = dialect.administration.map(mask)
        folded = names.map { foldedCase(Array($0.utf8)) }
        self.names = names
        self.numbers = numbers
    }

    /// The number of an action.
    func number(of action: String) -> Int? { numbers[action] }

    /// The actions that a document may allow on something to somebody.
    func possible(in reading: PolicyReading) -> ActionMask {
        // What could not be read could say anything.
        if reading.unreadableCount > 0 { return .everything }
        var mask = ActionMask()
        for statement in reading.statements where statement.effect == .allow {
            for (number, action) in folded.enumerated() where !mask.contains(number) {
                if statement.actions.included?.contains(where: { $0.glob.matches(action) }) ?? true,
                    !statement.actions.excluded.contains(where: { $0.glob.matches(action) })
                {
                    mask.insert(number)
                }
            }
        }
        return mask
    }

    /// Whether a document says anything about one of the actions, by an Allow or a Deny.
    func isAbout(_ reading: PolicyReading) -> Bool {
        reading.unreadableCount > 0
            || reading.statements.contains { statement in
                folded.contains { action in
                    statement.actions.included?.contains { $0.glob.matches(action) } ?? true
                }
            }
    }

    /// Whether somebody who may do no more than these may go a way.
    func isPossible(_ method: Int, with possible: ActionMask) -> Bool {
        needs[method].allSatisfy { !$0.isDisjoint(with: possible) }
    }

    /// Whether somebody who may do no more than these may be an administrator.
    func mayAdminister(with possible: ActionMask) -> Bool {
        administration.contains { $0.isSubset(of: possible) }
    }
}

/// A set of action numbers.
struct ActionMask: Hashable {
    private var bits: UInt128 = 0
    private var more: UInt128 = 0

    static let everything: ActionMask = {
        var mask = ActionMask()
        mask.bits = .max
        mask.more = .max
        return mask
    }()

    var isEmpty: Bool { bits == 0 && more == 0 }

    mutating func insert(_ number: Int) {
        precondition(number < 256, "more actions than a mask has room for")
        if number < 128 { bits |= 1 << UInt128(number) } else { more |= 1 << UInt128(number - 128) }
    }

    mutating func formUnion(_ other: ActionMask) {
        bits |= other.bits
        more |= other.more
    }

    func contains(_ number: Int) -> Bool {
        (number < 128 ? bits >> UInt128(number) : more >> UInt128(number - 128)) & 1 == 1
    }

    func isDisjoint(with other: ActionMask) -> Bool { bits & other.bits == 0 && more & other.more == 0 }

    func isSubset(of other: ActionMask) -> Bool {
        bits & ~other.bits == 0 && more & ~other.more == 0
    }
}
