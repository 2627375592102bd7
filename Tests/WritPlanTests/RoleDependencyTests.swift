import Testing
import WritDiagnostics
import WritModel
import WritPlan

/// Roles of Huawei's first model that need others beside them.
struct RoleDependencyTests {
    private let net = Address(.group, "net")

    private static func role(_ needs: String..., version: String = "1.0") -> PolicyDocument {
        PolicyDocument([
            "Version": .string(version),
            "Statement": [["Effect": "Allow", "Action": ["vpc:*:*"]]],
            "Depends": .array(needs.map { ["catalog": "BASE", "display_name": .string($0)] }),
        ])
    }

    /// A store that shows roles: `vpc` needs `guest`, `server` needs `vpc` and `guest`, `ghostly` a role that nobody knows,
    /// and `a` and `b` each other.
    private var world: World {
        var world = World()
        world.observed.systemPolicies = [
            "guest": Self.role(), "vpc": Self.role("guest"), "server": Self.role("vpc", "guest"),
            "ghostly": Self.role("ghost"), "a": Self.role("b"), "b": Self.role("a"),
            "self": Self.role("self"),
            "modern": Self.role("guest", version: "5.0"),
        ]
        return world
    }

    private func item(
        _ name: String, _ scope: Scope = .account, until expires: Expiry? = nil
    ) -> DesiredAttachment { DesiredAttachment(.system(name), scope: scope, expires: expires) }

    private func declared(_ items: DesiredAttachment..., mode: ListMode = .exactly) -> DesiredState {
        state(group("net", policies: DesiredList(mode, items)))
    }

    private func found(_ difference: Difference) -> [String] {
        difference.diagnostics.filter { $0.code.hasPrefix("role.") }.map {
            "\($0.severity.rawValue) \($0.message)"
        }
    }

    private func missing(_ role: String, _ what: String, _ scope: String = "in the account") -> String {
        "warning the role `\(role)` has no effect for `group/net` \(scope) without \(what)"
    }

    @Test("a role without what it needs is a warning at its line")
    func alone() throws {
        let difference = world.difference(declared(item("vpc")))
        #expect(found(difference) == [missing("vpc", "`guest`")])
        let warning = try #require(difference.diagnostics.first)
        #expect(warning.code == "role.dependency")
        #expect(
            warning.help == "attach `guest` to `group/net` too, with the same scope, or take the role off")
        #expect(warning.span != nil)
        #expect(found(world.difference(declared(item("vpc"), item("guest")))) == [])
    }

    @Test("scope and principal have to be the same")
    func places() {
        let project = Scope.project("cn-north-4")
        #expect(
            found(world.difference(declared(item("vpc", project), item("guest")))) == [
                missing("vpc", "`guest`", "in project cn-north-4")
            ])
        #expect(found(world.difference(declared(item("vpc", project), item("guest", project)))) == [])
        let other = state(
            group("net", policies: DesiredList(.exactly, [item("vpc")])),
            group("guests", policies: DesiredList(.exactly, [item("guest")])),
            user("ann", groups: exactly("net", "guests")))
        #expect(found(world.difference(other)) == [missing("vpc", "`guest`")])
    }

    @Test("what a missing role needs in turn is named too, each once")
    func chains() {
        #expect(found(world.difference(declared(item("server")))) == [missing("server", "`guest` and `vpc`")])
        #expect(
            found(world.difference(declared(item("server"), item("guest")))) == [missing("server", "`vpc`")])
        #expect(
            Set(found(world.difference(declared(item("server"), item("vpc"))))) == [
                missing("server", "`guest`"), missing("vpc", "`guest`"),
            ])
    }

    @Test("roles that need each other end")
    func cycles() {
        #expect(found(world.difference(declared(item("a")))) == [missing("a", "`b`")])
        #expect(found(world.difference(declared(item("a"), item("b")))) == [])
        #expect(found(world.difference(declared(item("self")))) == [])
    }

    @Test("a role that nobody knows is a note")
    func unknown() {
        let difference = world.difference(declared(item("ghostly")))
        #expect(
            found(difference) == [
                "note the role `ghostly` of `group/net` needs `ghost` (catalogue `BASE`) in the account, of which the store "
                    + "shows nothing"
            ])
        #expect(difference.diagnostics.map(\.code) == ["role.unknown-dependency"])
    }

    @Test("what is live and not declared counts")
    func live() {
        var world = world
        world.add(net)
        world.attach(AttachmentKey(principal: net, policy: .system("guest")))
        #expect(found(world.difference(declared(item("vpc"), mode: .atLeast))) == [])
        // An exact list takes it away.
        #expect(
            found(world.difference(declared(item("vpc")))) == [
                missing("vpc", "`guest`") + ", which this plan takes away"
            ])
    }

    @Test("a row that takes away what another role needs is said where it stands")
    func taken() throws {
        var world = world
        world.add(net)
        for name in ["vpc", "guest"] { world.attach(AttachmentKey(principal: net, policy: .system(name))) }
        let forbidden = declared(item("guest"), mode: .none)
        let difference = world.difference(forbidden)
        #expect(found(difference) == [missing("vpc", "`guest`") + ", which this plan takes away"])
        #expect(difference.diagnostics.first { $0.code == "role.dependency" }?.span != nil)
        // A role that was incomplete before, of a group that nobody declared, is nobody's news.
        world.observed.attachments[AttachmentKey(principal: net, policy: .system("guest"))] = nil
        #expect(found(world.difference(state())) == [])
        #expect(found(world.difference(forbidden)) == [])
    }

    @Test("a dependency that has ended is missing")
    func expired() {
        var world = world
        world.add(net)
        let past = Expiry(end: noon.advanced(by: -60))
        world.attach(AttachmentKey(principal: net, policy: .system("guest")), expires: past)
        #expect(
            found(world.difference(declared(item("vpc"), item("guest", until: past)))) == [
                missing("vpc", "`guest`") + ", which this plan takes away"
            ])
    }

    @Test("roles of the account count like the vendor's")
    func ownRoles() {
        let own = DesiredObject(
            Address(.policy, "own"), fields: [.document: .scalar(.document(Self.role("guest")))])
        func wanted(_ items: DesiredAttachment...) -> DesiredState {
            state(own, group("net", policies: DesiredList(.exactly, items)))
        }
        let attached = DesiredAttachment(.custom("own"))
        #expect(found(world.difference(wanted(attached))) == [missing("own", "`guest`")])
        #expect(found(world.difference(wanted(attached, item("guest")))) == [])
    }

    @Test("policies of the newer model, and of other clouds, need nothing")
    func others() {
        #expect(found(world.difference(declared(item("modern")))) == [])
        var world = world
        world.target.dialect = .aws
        #expect(found(world.difference(declared(item("vpc")))) == [])
    }
}
