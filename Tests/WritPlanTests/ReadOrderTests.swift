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
        let expected = plan.binding.reads.versions.sorted { $0.key < $1.key }.map { key, version in
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

    @Test("the digest is the hash of the file without its digests", arguments: Names.allCases)
    func digest(names: Names) throws {
        let (plan, _) = world(names, seed: 4).plan(DesiredState(users(3)))
        let members = try #require(plan.json.members)
        let bound = members.filter { $0.name != "digest" && $0.name != "effectDigest" }
        #expect(bound.count == members.count - 2)
        #expect(plan.digest == Digest(of: JSONValue.object(bound).compactText))
    }
}
