import Testing
import WritDiagnostics
import WritModel
import WritPlan

/// A collection of some kind: a field, or a list of edges. The table below holds for every one of them.
struct Collection: CustomTestStringConvertible, Sendable {
    let kind: Kind
    let field: Field?
    let list: EdgeList?

    static let all: [Collection] = Kind.allCases.flatMap { kind in
        let schema = KindSchema.of(kind)
        // Access keys are made and go step by step: KeyRotationTests has their table.
        return schema.fields.filter { $0.type.isCollection && !$0.field.isCredential }.map {
            Collection(kind: kind, field: $0.field, list: nil)
        }
            + schema.edgeLists.map { Collection(kind: kind, field: nil, list: $0) }
    }

    var testDescription: String { "\(kind.manifestName).\(field?.rawValue ?? list?.rawValue ?? "")" }

    var address: Address { Address(kind, kind.isSingleton ? "default" : "subject") }

    /// The state with the collection stated so; `nil` leaves it absent.
    func declared(_ mode: ListMode?, _ items: [Int]) -> DesiredState {
        var object = DesiredObject(address)
        if let mode {
            if let field {
                object.fields[field] = .list(DesiredList(mode, items.map(item)))
            } else if list == .policies {
                object.policies = DesiredList(mode, items.map { DesiredAttachment(.custom("end-\($0)")) })
            } else if list == .members {
                object.members = DesiredList(mode, items.map { Reference("end-\($0)") })
            } else {
                object.groups = DesiredList(mode, items.map { Reference("end-\($0)") })
            }
        }
        return DesiredState([object] + ends)
    }

    /// What the collection of the store holds after `changes`.
    func items(of observed: ObservedState, after changes: [Change]) -> Set<Int> {
        var present = Set((0..<3).filter { isPresent($0, in: observed) })
        for change in changes {
            switch change.effect {
            case .update(let fields):
                for field in fields where field.field == self.field {
                    guard case .list(let after) = field.after else { continue }
                    present = Set((0..<3).filter { after.contains(item($0)) })
                }
            case .join, .attach: present.formUnion(ends(of: change))
            case .leave, .detach: present.subtract(ends(of: change))
            default: continue
            }
        }
        return present
    }

    /// Puts an item into the store, as the console would.
    func put(_ number: Int, into world: inout World) {
        switch (field, list) {
        case (let field?, _):
            let before: [Item] =
                if case .list(let items)? = world.observed.objects[address]?.fields[field] { items } else {
                    []
                }
            world.observed.objects[address]?.fields[field] = .list(of: before + [item(number)])
        case (_, .policies): world.attach(attachment(number))
        default: world.observed.memberships[membership(number)] = Version("1")
        }
    }

    private func isPresent(_ number: Int, in observed: ObservedState) -> Bool {
        switch (field, list) {
        case (let field?, _):
            if case .list(let items)? = observed.objects[address]?.fields[field] {
                return items.contains(item(number))
            }
            return false
        case (_, .policies): return observed.attachments[attachment(number)] != nil
        default: return observed.memberships[membership(number)] != nil
        }
    }

    private var endKind: Kind {
        switch list {
        case .members: .user
        case .groups: .group
        default: .policy
        }
    }

    /// The other ends of the edges, declared so that they can be named.
    private var ends: [DesiredObject] {
        guard list != nil else { return [] }
        return (0..<3).map {
            endKind == .policy ? policy("end-\($0)") : DesiredObject(Address(endKind, "end-\($0)"))
        }
    }

    private func ends(of change: Change) -> Set<Int> {
        Set((0..<3).filter { change.endpoints.contains(Address(endKind, "end-\($0)")) })
    }

    private func attachment(_ number: Int) -> AttachmentKey {
        AttachmentKey(principal: address, policy: .custom("end-\(number)"))
    }

    private func membership(_ number: Int) -> Membership {
        list == .members
            ? Membership(user: "end-\(number)", group: address.name)
            : Membership(user: address.name, group: "end-\(number)")
    }

    private func item(_ number: Int) -> Item {
        guard let field, let type = KindSchema.of(kind)[field]?.type else { return .word("") }
        switch type {
        case .words(let words): return .word(words[number])
        case .trust: return .trust(TrustPrincipal(.account, "account-\(number)"))
        default: return .accessKey(DeclaredAccessKey(name: "key-\(number)"))
        }
    }
}

/// The table of absent, empty, exactly, atLeast, none and foreign, over every collection of every kind.
struct CollectionTableTests {
    /// Applies `before`, puts `live` into the store by hand, then plans `after`.
    private func changes(
        _ collection: Collection, before: (ListMode?, [Int]), live: [Int] = [], after: (ListMode?, [Int])
    ) -> (changes: [Change], left: Set<Int>, refusals: [Refusal]) {
        var world = World(applied: collection.declared(before.0, before.1))
        for number in live { collection.put(number, into: &world) }
        let state = collection.declared(after.0, after.1)
        let difference = world.difference(state)
        #expect(difference.diagnostics.allSatisfy { $0.severity != .error })
        return (
            difference.changes, collection.items(of: world.observed, after: difference.changes),
            world.refusals(state)
        )
    }

    @Test("absent is unmanaged: what is live stays", arguments: Collection.all)
    func absentIsUnmanaged(collection: Collection) {
        let result = changes(collection, before: (nil, []), live: [0, 1], after: (nil, []))
        #expect(result.changes.isEmpty)
        #expect(result.left == [0, 1])
    }

    @Test("a list that leaves the manifest is released: what is live stays", arguments: Collection.all)
    func leavingListsAreReleased(collection: Collection) {
        let result = changes(collection, before: (.exactly, [0, 1]), after: (nil, []))
        #expect(Set(result.changes.map(\.action)) == [.release])
        #expect(result.left == [0, 1])
        #expect(result.refusals == [])
    }

    @Test("empty is owned and empty, and a guard asks", arguments: Collection.all)
    func emptyRemovesAll(collection: Collection) {
        let result = changes(collection, before: (.exactly, [0, 1]), after: (.exactly, []))
        #expect(result.left == [])
        #expect(result.refusals.map(\.rule).contains(.emptiedList))
    }

    @Test("exactly removes what it does not name and adds what it does", arguments: Collection.all)
    func exactlyIsExact(collection: Collection) {
        let result = changes(collection, before: (.exactly, [0, 1]), after: (.exactly, [1, 2]))
        #expect(result.left == [1, 2])
        #expect(result.changes.allSatisfy { !$0.isForeign && $0.cause == .commit })
    }

    @Test("exactly cuts what somebody else added, as drift", arguments: Collection.all)
    func exactlyCutsForeignItems(collection: Collection) {
        let result = changes(collection, before: (.exactly, [0]), live: [1], after: (.exactly, [0]))
        #expect(result.left == [0])
        #expect(result.changes.map(\.cause) == [.drift])
        #expect(result.changes.map(\.isForeign) == [collection.list != nil])
        #expect(!result.refusals.map(\.rule).contains(.foreignEdges))
    }

    @Test(
        "a list that is stated for the first time cuts foreign edges only with approval",
        arguments: Collection.all)
    func newListsAskBeforeCutting(collection: Collection) {
        let result = changes(collection, before: (nil, []), live: [1], after: (.exactly, [0]))
        #expect(result.left == [0])
        #expect(result.refusals.map(\.rule).contains(.foreignEdges) == (collection.list != nil))
    }

    @Test("atLeast adds and never removes", arguments: Collection.all)
    func atLeastNeverRemoves(collection: Collection) {
        let result = changes(collection, before: (.atLeast, [0]), live: [1], after: (.atLeast, [0, 2]))
        #expect(result.left == [0, 1, 2])
    }

    @Test("atLeast keeps what it no longer names", arguments: Collection.all)
    func atLeastKeepsWhatItNoLongerNames(collection: Collection) {
        let result = changes(collection, before: (.atLeast, [0, 1]), after: (.atLeast, [0]))
        #expect(result.left == [0, 1])
        let isLedgerOnly = result.changes.allSatisfy { $0.effect.isLedgerOnly }
        #expect(isLedgerOnly)
    }

    @Test("none removes what it names and nothing else, and never adds", arguments: Collection.all)
    func noneForbids(collection: Collection) {
        let result = changes(
            collection, before: (ListMode.none, [0]), live: [0, 1], after: (ListMode.none, [0, 2]))
        #expect(result.left == [1])
    }

    @Test("what is as declared changes nothing", arguments: Collection.all, ListMode.allCases)
    func satisfiedListsChangeNothing(collection: Collection, mode: ListMode) {
        let items = mode == .none ? [] : [0, 1]
        let result = changes(collection, before: (mode, items), after: (mode, items))
        #expect(result.changes.isEmpty)
    }
}
