import Testing
import WritModel
import WritPolicy

@Suite("agencies that are assumed")
struct AssumingTests {
    /// The action that leads into an agency with a trust policy.
    private static let assuming: [Dialect: String] = [
        .aws: "sts:AssumeRole", .huawei: "sts:agencies:assume", .jd: "sts:assumeRole",
        .volcengine: "sts:AssumeRole",
    ]

    private func account(_ dialect: Dialect, mayAssume: Bool = true, trusts name: String = "alice") throws
        -> SmallAccount
    {
        var account = SmallAccount(dialect)
        let action = try #require(Self.assuming[dialect])
        account.attach("agency/ops", "run", allow("ecs:*", on: ["*"]))
        account.attach("user/alice", "own", allow(mayAssume ? action : "obs:none:none", on: ["*"]))
        let own = dialect.name(of: .user, name, account: "acme")
        account.facts.agencies["ops"] = .document(
            PolicyDocument([
                "Statement": [
                    [
                        "Effect": "Allow", "Action": [.string(action)],
                        "Principal": .object([.init(dialect.accountSort, [.string(own)])]),
                    ]
                ]
            ]))
        return account
    }

    @Test("in an agency only what the agency holds counts", arguments: Dialect.allCases)
    func replaces(_ dialect: Dialect) throws {
        let account = try account(dialect)
        #expect(account.decide("user/alice", "ecs:start").verdict == .implicitDeny)
        let answer = account.decide("user/alice", "ecs:start", via: ["ops"])
        #expect(answer.verdict == .allowed)
        #expect(answer.steps.map(\.agency) == ["ops", nil])
        #expect(answer.steps.map(\.principal) == [Address(.user, "alice"), Address(.agency, "ops")])
        #expect(
            account.decide("user/alice", try #require(Self.assuming[dialect]), via: ["ops"]).verdict
                == .implicitDeny)
    }

    @Test(
        "both sides must allow; under AWS a trust that names the user itself suffices",
        arguments: Dialect.allCases)
    func bothSides(_ dialect: Dialect) throws {
        let withoutIdentity = try account(dialect, mayAssume: false)
            .decide("user/alice", "ecs:start", via: ["ops"])
        #expect(withoutIdentity.verdict == (dialect == .aws ? .allowed : .implicitDeny))
        let withoutTrust = try account(dialect, trusts: "bob").decide("user/alice", "ecs:start", via: ["ops"])
        #expect(withoutTrust.verdict == .implicitDeny)
        #expect(withoutTrust.steps.last?.missing == [.trustPolicy])
    }

    @Test("an agency of Huawei's older model is entered by either action, also by its path")
    func olderModel() {
        for (action, resource) in [
            ("iam:tokens:assume", nil), ("iam:agencies:assume", nil),
            ("iam:agencies:assume", ["uri": ["/iam/agencies/ops"]] as JSONValue),
        ] {
            var account = SmallAccount()
            account.attach("agency/ops", "run", allow("ecs:*:*"))
            var statement = allow(action)
            if let resource, case .object(let members) = statement {
                statement = .object(members + [.init("Resource", resource)])
            }
            account.attach("user/alice", "own", statement)
            account.facts.agencies["ops"] = .list([TrustPrincipal(.account, "acme")])
            #expect(account.decide("user/alice", "ecs:a:b", via: ["ops"]).verdict == .allowed, "\(action)")
            account.facts.agencies["ops"] = .list([TrustPrincipal(.account, "other")])
            #expect(account.decide("user/alice", "ecs:a:b", via: ["ops"]).verdict == .implicitDeny)
            account.facts.agencies["ops"] = .list([TrustPrincipal(.user, "alice")])
            #expect(account.decide("user/alice", "ecs:a:b", via: ["ops"]).verdict == .allowed)
            account.facts.agencies["ops"] = .unknown
            #expect(account.decide("user/alice", "ecs:a:b", via: ["ops"]).verdict == .uncertain)
        }
    }

    @Test("holders: themselves, under conditions, and through chains, the shortest way")
    func holders() {
        var account = SmallAccount()
        account.attach("agency/far", "run", allow("ecs:*:*"))
        account.attach("agency/near", "step", allow("iam:agencies:assume"))
        account.facts.agencies["far"] = .list([
            TrustPrincipal(.account, "acme"), TrustPrincipal(.service, "op_svc_x"),
        ])
        account.facts.agencies["near"] = .list([TrustPrincipal(.user, "bob")])
        // `bob` alone is trusted by `near`; `far` trusts whoever of the account may assume it.
        account.attach("user/bob", "step-near", allow("iam:agencies:assume", on: ["iam:*:*:agencies:near"]))
        account.attach("user/alice", "run", nil)
        account.attach("user/carol", "here", allow("ecs:servers:delete", on: ["ecs:*:*:servers:one"]))
        account.attach("user/dora", "mfa", allow("ecs:*:*", condition: ["Bool": ["g:MFAPresent": ["true"]]]))
        let holders = account.access.holders(of: "ecs:servers:delete", on: nil, at: SmallAccount.now)
        let rows = holders.map { "\($0.principal) \($0.standing.rawValue) \($0.via)" }
        #expect(
            rows == [
                "user/alice allowed []", "user/bob allowed [\"near\", \"far\"]", "user/carol conditional []",
                "user/dora conditional []", "agency/far allowed []", "agency/near allowed [\"far\"]",
            ])
        let onTwo = account.access.holders(
            of: "ecs:servers:delete", on: "ecs:r:a:servers:two", at: SmallAccount.now)
        #expect(!onTwo.map(\.principal.name).contains("carol"))
        #expect(account.access.outsiders(of: "far") == ["service op_svc_x"])
        // Every way that is told is one that decides.
        for holder in holders where holder.standing == .allowed {
            let question = AccessQuestion(
                holder.principal, via: holder.via, action: "ecs:servers:delete", at: SmallAccount.now)
            #expect(account.access.decide(question).verdict == .allowed)
        }
    }
}
