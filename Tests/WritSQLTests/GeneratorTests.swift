import Testing
import WritModel
import WritPlan
import WritStore
import WritTestKit

@testable import WritSQL

@Suite struct GeneratorTests {
    static let asOf = Instant(epochSeconds: 1_800_000_000)

    func generator(_ seed: UInt64) -> StateGenerator { StateGenerator(seed: seed, asOf: Self.asOf) }

    @Test func `a seed gives one sequence of states`() {
        var a = generator(7)
        var b = generator(7)
        var c = generator(8)
        let first = a.state()
        #expect(first == b.state())
        #expect(a.mutated(from: first) == b.mutated(from: first))
        #expect(first != c.state())
    }

    @Test func `states have the sizes asked for, and every kind`() {
        var generator = StateGenerator(
            seed: 1, sizes: .init(users: 20, groups: 3, policies: 5, agencies: 2), asOf: Self.asOf)
        let kinds = generator.state().objects.keys.map(\.kind)
        #expect(kinds.count { $0 == .user } == 20)
        #expect(kinds.count { $0 == .group } == 3)
        #expect(kinds.count { $0 == .policy } == 5)
        #expect(kinds.count { $0 == .agency } == 2)
    }

    @Test(arguments: 0..<50)
    func `states and their neighbours are what a decoder could have made`(_ seed: UInt64) {
        var generator = generator(seed)
        var state = generator.state()
        for _ in 0..<4 {
            expectValid(state)
            let next = generator.mutated(from: state)
            for (address, object) in next.objects {
                for name in object.formerly {
                    #expect(state.objects[Address(address.kind, name)] != nil, "renamed from \(name)")
                    #expect(next.objects[Address(address.kind, name)] == nil, "\(name) is free")
                    #expect(state.objects[address] == nil, "\(address) is a new name")
                }
            }
            state = next
        }
        expectValid(state)
    }

    @Test func `neighbours have every sort of difference`() {
        var seen: Set<String> = []
        var generator = generator(3)
        for _ in 0..<60 {
            let state = generator.state()
            let next = generator.mutated(from: state)
            for (address, object) in next.objects {
                guard let before = state.objects[address] else {
                    seen.insert(object.formerly.isEmpty ? "added" : "renamed")
                    continue
                }
                if before.fields.fields.contains(where: { object.fields[$0] == nil }) {
                    seen.insert("dropped")
                }
                if object.fields.contains(where: { before.fields[$0.field] != $0.value }) {
                    seen.insert("changed")
                }
                if before.members?.mode != object.members?.mode { seen.insert("members' mode") }
                if before.groups?.items != object.groups?.items { seen.insert("groups") }
                if before.policies != object.policies { seen.insert("policies") }
            }
            let kept = Set(next.objects.keys).union(
                next.objects.values.flatMap { object in
                    object.formerly.map { Address(object.address.kind, $0) }
                })
            if !kept.isSuperset(of: state.objects.keys) { seen.insert("removed") }
        }
        #expect(
            seen == [
                "added", "renamed", "removed", "dropped", "changed", "members' mode", "groups", "policies",
            ])
    }

    @Test(arguments: 0..<10)
    func `the store reads every generated value as it was written`(_ seed: UInt64) async throws {
        let fixture = try Fixture()
        let (account, token) = try await fixture.begun()
        var generator = StateGenerator(seed: seed, capabilities: .sqlite, asOf: Self.asOf)
        var expected: [Address: FieldMap<Value>] = [:]
        for (index, object) in generator.state().objects.values.sorted(by: { $0.address < $1.address })
            .enumerated()
        {
            let fields = object.fields.compactMap { _, value in
                value.resolved(against: nil) == .list([]) ? nil : value.resolved(against: nil)
            }
            expected[object.address] = fields
            _ = try await account.execute(
                fixture.step(index, object.address, .create(fields), given: .absent), at: fixture.now,
                token: token)
        }
        #expect(
            try await account.state().awaiting(asOf: fixture.now).objects.mapValues(\.fields) == expected)
    }

    private func expectValid(_ state: DesiredState) {
        let asked = state.memberships
        for (address, object) in state.objects {
            #expect(address == object.address)
            for schema in object.fields { #expect(KindSchema.of(address.kind)[schema.field] != nil) }
            #expect(object.fields[.trust] == nil || object.fields[.trustPolicy] == nil)
            for reference in object.members?.items ?? [] {
                #expect(state.objects[Address(.user, reference.name)] != nil)
            }
            for reference in object.groups?.items ?? [] {
                #expect(state.objects[Address(.group, reference.name)] != nil)
            }
            for item in object.policies?.items ?? [] {
                if case .custom(let name) = item.policy {
                    #expect(state.objects[Address(.policy, name)] != nil)
                }
                #expect(item.expires.map { $0.end > Self.asOf } ?? true)
                #expect(item.scope != nil || object.policies?.mode == ListMode.none)
            }
            expectAgreement(object, asked)
        }
    }

    /// What another list asks for, an exact list holds and a forbidding list does not.
    private func expectAgreement(_ object: DesiredObject, _ asked: Set<Membership>) {
        let name = object.address.name
        if object.address.kind == .group, let list = object.members {
            let users = Set(asked.filter { $0.group == name }.map(\.user))
            let items = Set(list.items.map(\.name))
            if list.mode == .exactly { #expect(items == users) }
            if list.mode == .none { #expect(items.isDisjoint(with: users)) }
        }
        if object.address.kind == .user, let list = object.groups {
            let groups = Set(asked.filter { $0.user == name }.map(\.group))
            let items = Set(list.items.map(\.name))
            if list.mode == .exactly { #expect(items == groups) }
            if list.mode == .none { #expect(items.isDisjoint(with: groups)) }
        }
    }
}
