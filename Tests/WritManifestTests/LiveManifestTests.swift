import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// What an import makes of single live states.
@Suite struct LiveManifestTests {
    private let asOf = Instant(epochSeconds: 1_795_348_800)

    /// Users alice and bob, both in ops; a policy that ops and alice have.
    private var account: ObservedState {
        var state = ObservedState(account: "acme", systemPolicies: SystemPolicies.all)
        for address in [Address(.user, "alice"), Address(.user, "bob"), Address(.group, "ops")] {
            add(address, to: &state)
        }
        add(Address(.policy, "read"), [.document: .document(allow)], to: &state)
        for user in ["alice", "bob"] {
            state.memberships[Membership(user: user, group: "ops")] = Version("1")
        }
        for principal in [Address(.group, "ops"), Address(.user, "alice")] {
            attach(.custom("read"), principal, to: &state)
        }
        return state
    }

    private let allow = PolicyDocument(["Statement": [["Effect": "Allow", "Action": ["a:b:c"]]]])

    private func add(_ address: Address, _ fields: FieldMap<Value> = [:], to state: inout ObservedState) {
        state.objects[address] = ObservedObject(
            address, id: address.description, version: Version("1"), fields: fields)
    }

    private func attach(
        _ policy: PolicyReference, _ principal: Address, scope: Scope = .account,
        until expires: Expiry? = nil,
        to state: inout ObservedState
    ) {
        state.attachments[AttachmentKey(principal: principal, policy: policy, scope: scope)] =
            ObservedAttachment(expires: expires, version: Version("1"))
    }

    private func live(
        _ state: ObservedState, beside existing: String = "", _ selection: ImportSelection = .init(),
        _ capabilities: Capabilities = Capabilities()
    ) -> LiveManifests {
        let there = decode(existing.isEmpty ? [:] : ["there.yaml": existing])
        return liveManifests(
            of: state, beside: there.state, at: there.sources, selection: selection,
            capabilities: capabilities, asOf: asOf)
    }

    private func text(_ live: LiveManifests, _ address: Address) -> String? {
        live.objects.first { $0.address == address }.map { spec(manifestText(of: $0)) }
    }

    private func spec(_ text: String) -> String {
        text.split(separator: "spec:\n", maxSplits: 1).dropFirst().joined()
    }

    @Test func `a membership is stated once, on the group`() {
        let live = live(account)
        #expect(
            live.objects.map(\.address.description) == ["user/alice", "user/bob", "group/ops", "policy/read"])
        #expect(text(live, Address(.group, "ops")) == "  members: [alice, bob]\n  policies: [read]\n")
        #expect(text(live, Address(.user, "alice")) == "  policies: [read]\n")
        #expect(text(live, Address(.user, "bob")) == "  policies: []\n")
        #expect(live.warnings == [])
    }

    @Test func `what the filters leave out is external`() {
        let groups = live(account, .init(kinds: [.group]))
        #expect(
            text(groups, Address(.group, "ops"))
                == """
                  members: [{external: alice}, {external: bob}]
                  policies:
                    - {external: read}

                """)
        let users = live(account, .init(kinds: [.user], names: [NamePattern("b*")]))
        #expect(users.objects.map(\.address.name) == ["bob"])
        #expect(text(users, Address(.user, "bob")) == "  groups: [{external: ops}]\n  policies: []\n")
    }

    @Test func `what is declared is left alone, and named by its bare name`() {
        let live = live(
            account,
            beside: manifest(.user, "", name: "alice") + "---\n"
                + policy("document: {Statement: [{Effect: Allow}]}"))
        #expect(live.declared == [Address(.user, "alice")])
        #expect(text(live, Address(.group, "ops")) == "  members: [alice, bob]\n  policies: [read]\n")
    }

    @Test func `what is not the account's own is left out, and named as external`() {
        var state = account
        state.objects[Address(.user, "bob")]?.reserved = .rootUser
        add(Address(.group, "admin"), to: &state)
        state.memberships[Membership(user: "alice", group: "admin")] = Version("1")
        let live = live(state, beside: "", .init(), Capabilities(vendor: .huawei))
        #expect(live.objects.map(\.address.description) == ["user/alice", "group/ops", "policy/read"])
        #expect(
            live.reserved == [
                ReservedObject(Address(.user, "bob"), .rootUser),
                ReservedObject(Address(.group, "admin"), .administratorsGroup),
            ])
        #expect(live.leftOut == 0)
        #expect(live.warnings == [])
        #expect(
            text(live, Address(.group, "ops")) == "  members: [alice, {external: bob}]\n  policies: [read]\n")
        #expect(
            text(live, Address(.user, "alice"))
                == "  groups: {atLeast: [{external: admin}]}\n  policies: [read]\n")
    }

    struct Existing: CustomTestStringConvertible {
        let testDescription: String
        let manifest: String
        let leftOut: String
        let code: String
    }

    @Test(arguments: [
        Existing(
            testDescription: "named as external",
            manifest: group("members: [{external: alice}]"), leftOut: "user/alice", code: "import.external"),
        Existing(
            testDescription: "a former name",
            manifest: "apiVersion: writ/v1\nkind: User\nmetadata: {name: ann, formerly: [alice]}\n",
            leftOut: "user/alice", code: "import.renamed"),
        Existing(
            testDescription: "another case", manifest: manifest(.user, "", name: "Alice"),
            leftOut: "user/alice",
            code: "import.undeclarable"),
    ])
    func `what would contradict the manifests that are there is left out`(_ row: Existing) {
        let live = live(account, beside: row.manifest)
        #expect(live.warnings.map(\.code) == [row.code])
        #expect(live.warnings.first?.message.contains("`\(row.leftOut)`") == true)
        #expect(!live.objects.contains { $0.address.description == row.leftOut })
        #expect(live.leftOut == 1)
    }

    @Test func `an edge that a manifest rules out is not stated`() {
        let live = live(account, beside: manifest(.user, "groups: []", name: "alice"))
        #expect(text(live, Address(.group, "ops")) == "  members: [bob]\n  policies: [read]\n")
        #expect(live.warnings.map(\.code) == ["import.ruled-out"])
    }

    @Test func `an expired attachment stays, and its list is not exact`() {
        var state = account
        attach(.system("FullAccess"), Address(.user, "bob"), until: Expiry(end: asOf), to: &state)
        attach(.custom("read"), Address(.user, "bob"), until: Expiry(end: asOf.advanced(by: 1)), to: &state)
        let live = live(state)
        #expect(
            text(live, Address(.user, "bob"))
                == """
                  policies:
                    atLeast:
                      - {name: read, expires: \(asOf.advanced(by: 1))}

                """)
        #expect(live.warnings.map(\.code) == ["import.expired"])
    }

    @Test func `what no manifest can hold is named and left`() {
        var state = account
        add(Address(.user, "böb"), to: &state)
        add(Address(.policy, "none"), to: &state)
        add(
            Address(.user, "eve"),
            [.displayName: .text("a\u{7}"), .email: .text("eve"), .enabled: .boolean(true)], to: &state)
        state.memberships[Membership(user: "böb", group: "ops")] = Version("1")
        let live = live(state)
        #expect(text(live, Address(.user, "eve")) == "  enabled: true\n  policies: []\n")
        #expect(
            text(live, Address(.group, "ops"))
                == "  members: [alice, bob, {external: böb}]\n  policies: [read]\n")
        #expect(
            Set(live.warnings.map(\.message)) == [
                "`user/böb` cannot be declared: the name holds `ö` (U+00F6)",
                "`displayName` of `user/eve` cannot be declared: the text holds the control character U+0007 (BEL)",
                "`email` of `user/eve` cannot be declared: `email` takes an e-mail address, `name@domain`",
                "`policy/none` cannot be declared: `Policy` has no `document` and no `documentFile`",
            ])
        #expect(live.leftOut == 2)
    }

    @Test func `a secret is not written, and not shown`() {
        let secret = "AKIA" + "ABCDEFGHIJKLMNOP"
        var state = account
        add(Address(.user, "eve"), [.description: .text("key \(secret)")], to: &state)
        let live = live(state)
        #expect(text(live, Address(.user, "eve")) == "  policies: []\n")
        #expect(live.warnings.count == 1)
        #expect(!"\(live)".contains(secret))
    }

    @Test func `fields that the store cannot show are not stated`() {
        var state = account
        add(Address(.user, "eve"), [.email: .text("e@x.example"), .phone: .text("+86 10 5555")], to: &state)
        let live = live(
            state, .init(names: [NamePattern("eve")]),
            Capabilities(exceptions: [.user: [.email: .writeOnly, .phone: .observable]]))
        #expect(text(live, Address(.user, "eve")) == "  phone: \"+86 10 5555\"\n  policies: []\n")
    }

    @Test func `an agency says that it trusts nobody`() {
        var state = account
        add(Address(.agency, "idle"), to: &state)
        #expect(text(live(state), Address(.agency, "idle")) == "  trust: []\n  policies: []\n")
    }

    @Test(arguments: [
        ("team-*", "team-a", true), ("team-*", "a-team-b", false), ("*", "", true), ("a?c", "abc", true),
        ("a?c", "ac", false), ("*-ci-*", "x-ci-y", true), ("*a*b", "aab", true), ("*a*b", "aba", false),
        ("A", "a", false), ("[a]", "[a]", true), ("a**", "a", true), ("", "a", false),
    ])
    func `names match patterns`(_ pattern: String, _ name: String, _ matches: Bool) {
        #expect(NamePattern(pattern).matches(name) == matches)
    }

    @Test func `every object has a file that any file system takes`() {
        var paths = ManifestPaths(in: "iam", besides: ["iam/users/Alice.yaml", "iam/groups"])
        let names = ["alice", "ALICE", "..", ".git", "-rf", "con", "Com1.x", "a b", "a-b", "x@y+z=1,2"]
        #expect(
            names.map { paths.path(for: Address(.user, $0)) } == [
                "iam/users/alice-2.yaml", "iam/users/ALICE-3.yaml", "iam/users/_...yaml",
                "iam/users/_.git.yaml",
                "iam/users/_-rf.yaml", "iam/users/_con.yaml", "iam/users/_Com1.x.yaml", "iam/users/a-b.yaml",
                "iam/users/a-b-2.yaml", "iam/users/x@y+z=1,2.yaml",
            ])
        #expect(paths.path(for: Address(.passwordPolicy, "default")) == "iam/password-policy.yaml")
        var top = ManifestPaths(in: ".", besides: [])
        #expect(top.path(for: Address(.agency, "a")) == "agencies/a.yaml")
    }
}
