import Testing
import WritDigest
import WritModel
import WritPlan
import WritTestKit

/// What a plan read stands in its file in the order of its keys, and is hashed as it stands there.
struct ReadOrderTests {
    enum Names: String, CaseIterable, Sendable {
        case ascii, anyCharacters

        func make(_ random: inout SplitMix64) -> String {
            let letters =
                self == .ascii ? ["a", "b", " ", "~", "-"] : ["a", "é", "e\u{301}", "中", "\u{1F600}"]
            return (0...random.below(20)).map { _ in random.pick(letters) }.joined()
        }
    }

    private func world(_ names: Names, seed: UInt64) -> World {
        var random = SplitMix64(seed: seed)
        var world = World()
        for _ in 0..<60 {
            let address = Address(random.pick(Kind.allCases), names.make(&random))
            world.add(address)
            let user = names.make(&random)
            let group = names.make(&random)
            world.add(Address(.user, user))
            world.observed.memberships[Membership(user: user, group: group)] = Version("1")
            let name = names.make(&random)
            world.attach(
                AttachmentKey(
                    principal: Address(.user, user),
                    policy: random.chance(50) ? .system(name) : .custom(name),
                    scope: random.chance(50) ? .account : .project(names.make(&random))))
        }
        for address in world.observed.objects.keys { world.own(DesiredObject(address)) }
        return world
    }

    @Test("the keys are in order", arguments: Names.allCases, [1, 2, 3] as [UInt64])
    func order(names: Names, seed: UInt64) throws {
        let (plan, _) = world(names, seed: seed).plan(DesiredState())
        let read = try #require(plan.json["binding"]?["reads"]?.array)
        let expected = plan.binding.reads.versions.sorted { inBytes($0.key, $1.key) }.map { key, version in
            let subject: JSONValue.Member =
                switch key {
                case .object(let address): .init("object", .string(address.description))
                case .membership(let edge): .init("membership", edge.json)
                case .attachment(let key): .init("attachment", key.json)
                }
            return JSONValue.object([subject, .init("version", .string(version.description))])
        }
        #expect(read.count > 150)
        #expect(read == expected)
    }

    /// Whether `a` comes first, part by part in the order of UTF-8: two spellings of one letter have no other.
    private func inBytes(_ a: ReadKey, _ b: ReadKey) -> Bool {
        let (a, b) = (parts(a), parts(b))
        let difference = zip(a, b).first { $0.0 != $0.1 }
        return difference.map { $0.0.lexicographicallyPrecedes($0.1) } ?? (a.count < b.count)
    }

    private func parts(_ key: ReadKey) -> [[UInt8]] {
        func kind(_ address: Address) -> [UInt8] { [UInt8(Kind.allCases.firstIndex(of: address.kind) ?? 0)] }
        switch key {
        case .object(let address): return [[0], kind(address), Array(address.name.utf8)]
        case .membership(let edge): return [[1], Array(edge.group.utf8), Array(edge.user.utf8)]
        case .attachment(let key):
            let sort: [UInt8] = if case .custom = key.policy { [0] } else { [1] }
            return [
                [2], kind(key.principal), Array(key.principal.name.utf8), sort, Array(key.policy.name.utf8),
                Array(key.scope.word.utf8), Array(key.scope.name.utf8),
            ]
        }
    }

    @Test("a name that ends is before one that goes on, whatever it goes on with")
    func ends() throws {
        var world = World()
        for name in ["a\u{0}", "a", "a\u{1}", "a\u{2}", "a\u{0}b"] { world.add(Address(.user, name)) }
        for address in world.observed.objects.keys { world.own(DesiredObject(address)) }
        let (plan, _) = world.plan(DesiredState())
        let read = try #require(plan.json["binding"]?["reads"]?.array)
        #expect(
            read.map { $0["object"]?.string }
                == ["user/a", "user/a\u{0}", "user/a\u{0}b", "user/a\u{1}", "user/a\u{2}"])
    }

    @Test("the digest is the hash of the file without its digests", arguments: Names.allCases)
    func digest(names: Names) throws {
        let (plan, _) = world(names, seed: 4).plan(DesiredState(users(3)))
        let members = try #require(plan.json.members)
        let bound = members.filter { $0.name != "digest" && $0.name != "effectDigest" }
        #expect(bound.count == members.count - 2)
        #expect(plan.digest == Digest(of: JSONValue.object(bound).compactText))
    }
}
