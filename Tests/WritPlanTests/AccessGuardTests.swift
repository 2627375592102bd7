import Testing
import WritModel
import WritPlan
import WritPolicy

/// The guards that ask the evaluator, and the way between the ends.
@Suite("access guards")
struct AccessGuardTests {
    private func user(_ name: String, groups: [String] = [], enabled: Bool = true) -> DesiredObject {
        DesiredObject(
            Address(.user, name), fields: [.enabled: .scalar(.boolean(enabled))],
            groups: DesiredList(.exactly, groups.map { Reference($0) }),
            policies: DesiredList(.exactly, []))
    }

    private func admins(_ policies: [DesiredAttachment] = [DesiredAttachment(.system("FullAccess"))])
        -> DesiredObject
    {
        DesiredObject(Address(.group, "admins"), policies: DesiredList(.exactly, policies))
    }

    private func policy(_ name: String, _ statements: JSONValue) -> DesiredObject {
        DesiredObject(
            Address(.policy, name),
            fields: [
                .document: .scalar(.document(PolicyDocument(["Version": "1.1", "Statement": statements])))
            ])
    }

    /// What the guards say, with the access effect that `makePlan` gives them.
    private func refusals(_ world: World, _ state: DesiredState) -> [Refusal] {
        let (difference, context) = planned(world, state)
        return WritPlan.refusals(of: difference.changes, context)
    }

    private func planned(_ world: World, _ state: DesiredState) -> (Difference, GuardContext) {
        let difference = world.difference(state)
        var context = world.context(state, difference)
        context.access = accessEffect(
            of: difference.changes, on: world.observed, target: world.target, at: noon)
        return (difference, context)
    }

    private func effect(_ world: World, _ state: DesiredState) throws -> AccessEffect {
        try #require(planned(world, state).1.access)
    }

    private func rules(_ refusals: [Refusal]) -> Set<GuardRule> { Set(refusals.map(\.rule)) }

    @Test("the second administrator may not go, the third may")
    func administrators() {
        for (count, isRefused) in [(2, true), (3, false)] {
            let names = (0..<count).map { "a\($0)" }
            let before = DesiredState([admins()] + names.map { user($0, groups: ["admins"]) })
            let after = DesiredState(
                [admins(), user("a0")] + names.dropFirst().map { user($0, groups: ["admins"]) })
            let found = refusals(World(applied: before), after)
            #expect(rules(found).contains(.administrators) == isRefused, "\(count) administrators")
            if isRefused {
                let refusal = found.first { $0.rule == .administrators }
                #expect(refusal?.count == 1 && refusal?.limit == 2)
                #expect(refusal?.message.contains("user/a0") == true, "\(refusal?.message ?? "")")
            }
        }
    }

    @Test("an administrator goes by being disabled, by a Deny, or by another document")
    func waysToLoseAdministrators() {
        let deny = policy("no-iam", [["Effect": "Deny", "Action": ["iam:*:*"]]])
        let before = DesiredState([
            admins([DesiredAttachment(.custom("all"))]),
            policy("all", [["Effect": "Allow", "Action": ["*:*:*"]]]), deny,
            user("a", groups: ["admins"]), user("b", groups: ["admins"]),
        ])
        let world = World(applied: before)
        var disabled = before
        disabled.objects[Address(.user, "a")]?.fields[.enabled] = .scalar(.boolean(false))
        #expect(rules(refusals(world, disabled)).contains(.administrators))
        var denied = before
        denied.objects[Address(.user, "a")]?.policies = DesiredList(
            .exactly, [DesiredAttachment(.custom("no-iam"))])
        #expect(rules(refusals(world, denied)).contains(.administrators))
        var narrowed = before
        narrowed.objects[Address(.policy, "all")] = policy(
            "all", [["Effect": "Allow", "Action": ["ecs:*:*"]]])
        #expect(rules(refusals(world, narrowed)).contains(.administrators))
        var renamed = before
        renamed.objects[Address(.policy, "all")] = policy("all", [["Effect": "Allow", "Action": ["*"]]])
        #expect(!rules(refusals(world, renamed)).contains(.administrators))
    }

    @Test("administrators who are exchanged are there at every moment, since grants come first")
    func exchanged() throws {
        let before = DesiredState([
            admins(), user("a", groups: ["admins"]), user("b", groups: ["admins"]), user("c"), user("d"),
        ])
        let after = DesiredState([
            admins(), user("a"), user("b"), user("c", groups: ["admins"]), user("d", groups: ["admins"]),
        ])
        let world = World(applied: before)
        #expect(!rules(refusals(world, after)).contains(.administrators))
        #expect(try effect(world, after).administratorsLowest == 2)
    }

    @Test("sensitive grants are counted where a limit is set")
    func sensitiveGrants() {
        let before = DesiredState([admins(), user("a"), user("b"), user("c")])
        let after = DesiredState([admins()] + ["a", "b", "c"].map { user($0, groups: ["admins"]) })
        var world = World(applied: before)
        #expect(!rules(refusals(world, after)).contains(.sensitiveGrants))
        world.target.guards.maxSensitiveGrants = 2
        let refusal = refusals(world, after).first { $0.rule == .sensitiveGrants }
        #expect(refusal?.count == 3 && refusal?.limit == 2)
        world.target.guards.maxSensitiveGrants = 3
        #expect(!rules(refusals(world, after)).contains(.sensitiveGrants))
    }

    @Test("a limit on sensitive grants that is taken away is a loosened guard")
    func loosened() {
        let state = DesiredState([user("a")])
        var world = World(applied: state)
        world.applied.revision?.guards.maxSensitiveGrants = 1
        #expect(rules(refusals(world, state)).contains(.loosenedGuards))
        world.target.guards.maxSensitiveGrants = 1
        #expect(!rules(refusals(world, state)).contains(.loosenedGuards))
    }

    @Test("two policies that exchange what they allow take it away between the changes")
    func window() throws {
        let get: JSONValue = [["Effect": "Allow", "Action": ["ecs:servers:get"]]]
        let list: JSONValue = [["Effect": "Allow", "Action": ["ecs:servers:list"]]]
        let holder = DesiredObject(
            Address(.user, "u"),
            policies: DesiredList(
                .exactly, [DesiredAttachment(.custom("a")), DesiredAttachment(.custom("b"))]))
        let before = DesiredState([holder, policy("a", get), policy("b", list)])
        let after = DesiredState([holder, policy("a", list), policy("b", get)])
        let effect = try effect(World(applied: before), after)
        #expect(effect.comparison.isUnchanged)
        // Between them the one that changed second is all there is; what it does not allow yet is missing, what it allows twice is not.
        #expect(effect.windows.map(\.sort) == [.narrower])
        #expect(effect.windows.first?.principals == [Address(.user, "u")])
        #expect(effect.windows.first?.after == 0)
    }

    @Test("a plan that only grants, or only revokes, has no window")
    func noWindow() throws {
        let none = DesiredState([admins(), user("a"), user("b")])
        let all = DesiredState([admins(), user("a", groups: ["admins"]), user("b", groups: ["admins"])])
        #expect(try effect(World(applied: none), all).windows.isEmpty)
        #expect(try effect(World(applied: all), none).windows.isEmpty)
    }
}
