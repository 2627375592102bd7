import Testing
import WritModel
import WritPolicy

/// Chains of methods, and what cuts them.
@Suite("paths of escalation")
struct EscalationPathTests {
    /// An administrator, a lead who can attach policies to the group it is in, a help desk that resets the lead's password.
    private func chain() -> SmallAccount {
        var account = SmallAccount()
        account.attach("user/boss", "all", allow("*:*:*"))
        account.join("lead", "leads")
        account.attach("group/leads", "grants", allow("iam:permissions:grantRoleToGroup*"))
        account.join("help", "desk")
        account.join("desmond", "desk")
        account.attach("group/desk", "resets", allow("iam:users:resetUserPassword", on: [lead]))
        account.join("nobody", "readers")
        account.attach("group/readers", "reads", allow("ecs:*:get*"))
        return account
    }

    private let lead = "iam:*:*:user:lead"

    private func paths(_ account: SmallAccount, _ principal: String) -> [EscalationPath] {
        var search = EscalationSearch(account.access, at: SmallAccount.now)
        let paths = search.paths(of: address(principal))
        for path in paths where path.reasons.isEmpty { #expect(replays(path, account.access), "\(path.id)") }
        return paths
    }

    private func ids(_ account: SmallAccount, _ principal: String) -> [[String]] {
        paths(account, principal).filter(\.reasons.isEmpty).map { $0.steps.map(\.method.id) }
    }

    @Test("two steps, the same for everybody of a group, and nothing for others")
    func twoSteps() throws {
        let account = chain()
        #expect(
            ids(account, "user/lead") == [
                ["grant-role-to-own-group"], ["grant-role-to-own-group-in-project"],
            ])
        for user in ["user/help", "user/desmond"] {
            #expect(ids(account, user) == [["reset-password", "grant-role-to-own-group"]])
        }
        let path = try #require(paths(account, "user/desmond").first)
        #expect(path.steps.map(\.actor) == [address("user/desmond"), address("user/lead")])
        #expect(path.steps.map(\.target) == [address("user/lead"), nil])
        #expect(path.steps[0].requests[0].question.resource == "iam::acme:user:lead")
        guard case .policy(let terms, let routes) = path.steps[0].requests[0].grounds[0].document else {
            Issue.record("no policy")
            return
        }
        #expect(terms.policy == .custom("resets"))
        #expect(routes.first?.membership == Membership(user: "desmond", group: "desk"))
        #expect(ids(account, "user/nobody").isEmpty)
        #expect(paths(account, "user/boss").map(\.id) == ["administrator"])
    }

    @Test("three steps: into an agency, a key of the help desk, the lead")
    func threeSteps() throws {
        var account = chain()
        account.facts.agencies["robot"] = .list([TrustPrincipal(.account, "acme")])
        account.attach(
            "agency/robot", "keys", allow("iam:credentials:createCredential", on: ["iam:*:*:user:help"]))
        account.attach("user/dev", "assume", allow("iam:tokens:assume"))
        #expect(
            ids(account, "user/dev") == [
                ["assume-agency", "create-credential", "reset-password", "grant-role-to-own-group"]
            ])
        #expect(ids(account, "agency/robot").map(\.count) == [3])
        account.facts.agencies["robot"] = .list([TrustPrincipal(.account, "elsewhere")])
        #expect(ids(account, "user/dev").isEmpty)
    }

    @Test("a group that is joined counts with what one has already, and may lead to the next")
    func groups() throws {
        var account = SmallAccount()
        account.attach(
            "user/dev", "join", allow("iam:permissions:addUserToGroup", on: ["iam:*:*:group:first"]))
        account.attach(
            "group/first", "more", allow("iam:permissions:addUserToGroup", on: ["iam:*:*:group:second"]))
        account.attach("group/second", "passes", allow("iam:agencies:pass"))
        account.attach("user/dev", "servers", allow("ecs:cloudServers:create"))
        account.facts.agencies["batch"] = .list([TrustPrincipal(.service, "op_svc_ecs")])
        account.attach("agency/batch", "all", allow("*:*:*"))
        let path = try #require(paths(account, "user/dev").first)
        #expect(path.steps.map(\.method.id) == ["join-group", "join-group", "pass-agency-to-server"])
        #expect(path.steps.map(\.joined) == [[], ["first"], ["first", "second"]])
        account.attach("group/second", "no-passing", deny("iam:agencies:pass"))
        #expect(ids(account, "user/dev").isEmpty)
    }

    @Test("the group of the administrators, joined, is the end")
    func administrators() {
        var account = chain()
        account.attach("group/bosses", "all")
        account.attach("user/dev", "join", allow("iam:permissions:addUserToGroup"))
        #expect(ids(account, "user/dev").first == ["join-group"])
        #expect(paths(account, "user/dev").first?.steps.first?.target == address("group/bosses"))
    }

    struct Cut: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var apply: @Sendable (inout SmallAccount) -> Void
        var isOpen = false
    }

    static let cuts: [Cut] = [
        Cut(testDescription: "a Deny on the user") { $0.attach("user/help", "no", deny("iam:users:*")) },
        Cut(testDescription: "a Deny on this lead, through the group") {
            $0.attach("group/desk", "no", deny("*:*:*", on: ["iam:*:*:user:lead"]))
        },
        Cut(testDescription: "an attachment that has ended") {
            $0.facts.attachments = $0.facts.attachments.filter { $0.key.policy != .custom("resets") }
            $0.attach("group/desk", "resets", until: "2026-01-31")
        },
        Cut(testDescription: "a condition that others meet") {
            $0.attach(
                "group/desk", "resets",
                allow("iam:users:resetUserPassword", condition: ["StringEquals": ["g:UserName": ["desmond"]]])
            )
        },
        Cut(testDescription: "a condition that nothing meets") {
            $0.attach(
                "group/desk", "resets",
                allow(
                    "iam:users:resetUserPassword",
                    condition: ["NumberLessThan": ["g:MFAAge": [5]], "NumberGreaterThan": ["g:MFAAge": [9]]]))
        },
        Cut(testDescription: "only its own password") {
            $0.attach(
                "group/desk", "resets",
                allow("iam:users:resetUserPassword", on: ["iam:*:*:user:${g:UserName}"]))
        },
        Cut(testDescription: "a lead who is disabled") { $0.facts.users["lead"] = false },
        Cut(testDescription: "a lead who can do no more") {
            $0.attach("group/leads", "no", deny("iam:permissions:*"))
        },
        Cut(testDescription: "a help desk that is disabled") { $0.facts.users["help"] = false },
        Cut(
            testDescription: "a word that the vendor may not read as a wildcard",
            apply: {
                $0.attach(
                    "group/desk", "resets", allow("iam:users:resetUserPasswor?", on: ["iam:*:*:user:lead"]))
            }, isOpen: true),
        Cut(
            testDescription: "an operator that nobody documents",
            apply: {
                $0.attach(
                    "group/desk", "resets",
                    allow(
                        "iam:users:resetUserPassword", condition: ["StringNearly": ["g:UserName": ["help"]]]))
            }, isOpen: true),
    ]

    @Test("what cuts a path", arguments: cuts)
    func cut(_ cut: Cut) {
        var account = chain()
        #expect(!ids(account, "user/help").isEmpty)
        cut.apply(&account)
        #expect(ids(account, "user/help").isEmpty)
        let open = paths(account, "user/help").filter { !$0.reasons.isEmpty }
        #expect(open.isEmpty != cut.isOpen)
    }

    @Test("what a condition asks for stands in the witness")
    func conditions() throws {
        var account = chain()
        account.attach(
            "group/desk", "resets",
            allow("iam:users:resetUserPassword", condition: ["Bool": ["g:MFAPresent": ["true"]]]))
        let path = try #require(paths(account, "user/help").first)
        #expect(path.steps[0].requests[0].question.context == ["g:MFAPresent": ["true"]])
        // Where the scope of an attachment is a project, the request is made in it.
        account.facts.attachments = account.facts.attachments.filter { $0.key.policy != .custom("resets") }
        account.attach("group/desk", "resets", scope: .project("north"))
        let second = try #require(paths(account, "user/help").first)
        #expect(second.steps[0].requests[0].question.context["writ:Project"] == ["north"])
    }

    @Test("own permission and trust have to agree on one request")
    func trust() throws {
        var account = SmallAccount()
        account.attach("agency/root", "all", allow("*:*:*"))
        func trusting(_ condition: JSONValue) -> AgencyTrust {
            .document(
                PolicyDocument([
                    "Version": "5.0",
                    "Statement": [
                        [
                            "Effect": "Allow", "Principal": ["IAM": ["acme"]],
                            "Action": ["sts:agencies:assume"],
                            "Condition": condition,
                        ]
                    ],
                ]))
        }
        account.facts.agencies["root"] = trusting(["Bool": ["g:MFAPresent": ["true"]]])
        account.attach(
            "user/dev", "assume",
            allow("sts:agencies:assume", condition: ["StringEquals": ["g:SourceVpc": ["vpc-1"]]]))
        let path = try #require(paths(account, "user/dev").first)
        #expect(
            path.steps[0].requests[0].question.context == [
                "g:MFAPresent": ["true"], "g:SourceVpc": ["vpc-1"],
            ])
        account.facts.agencies["root"] = trusting(["StringEquals": ["g:SourceVpc": ["vpc-2"]]])
        #expect(ids(account, "user/dev").isEmpty)
        account.facts.agencies["root"] = .unknown
        #expect(ids(account, "user/dev").isEmpty)
        #expect(
            paths(account, "user/dev").map(\.reasons) == [[.unknownPolicy("the trust of agency/root")]])
    }

    @Test("attaching only harmless policies raises nobody")
    func harmless() {
        var account = SmallAccount(.aws)
        func attaching(_ condition: JSONValue?) -> JSONValue {
            allow("iam:AttachUserPolicy", on: ["arn:aws:iam::acme:user/dev"], condition: condition)
        }
        account.attach(
            "user/dev", "attach",
            attaching(["ArnLike": ["iam:PolicyARN": ["arn:aws:iam::aws:policy/*ReadOnlyAccess"]]]))
        #expect(ids(account, "user/dev").isEmpty)
        account.attach(
            "user/dev", "attach", attaching(["ArnLike": ["iam:PolicyARN": ["arn:aws:iam::aws:policy/*"]]]))
        #expect(ids(account, "user/dev") == [["attach-user-policy"]])
        // A policy of the account's own will do as well, if it makes an administrator.
        account.attach(
            "user/dev", "attach", attaching(["ArnLike": ["iam:PolicyARN": ["arn:aws:iam::acme:policy/*"]]]))
        #expect(ids(account, "user/dev").isEmpty)
        account.attach("user/boss", "all", allow("*"))
        #expect(ids(account, "user/dev") == [["attach-user-policy"]])
    }

    @Test("passing a role to one service is not passing it to another")
    func services() {
        var account = SmallAccount(.aws)
        account.attach("agency/root", "all", allow("*"))
        account.facts.agencies["root"] = .list([TrustPrincipal(.service, "lambda.amazonaws.com")])
        account.attach(
            "user/dev", "pass",
            allow("iam:PassRole", condition: ["StringEquals": ["iam:PassedToService": ["ec2.amazonaws.com"]]])
        )
        account.attach("user/dev", "make", allow("lambda:*", "ec2:*"))
        #expect(
            !ids(account, "user/dev").contains {
                $0[0].hasPrefix("pass-existing") || $0[0].hasPrefix("create-ec2")
            })
        account.facts.agencies["root"] = .list([TrustPrincipal(.service, "ec2.amazonaws.com")])
        #expect(ids(account, "user/dev").contains(["create-ec2-with-existing-ip"]))
    }
}
