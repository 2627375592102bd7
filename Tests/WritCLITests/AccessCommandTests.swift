import Foundation
import Testing
import WritTestKit

/// Questions about access and checks of it, as people ask them.
@Suite struct AccessCommandTests {
    private static let day = ["--worktree", "--at", "2026-11-22"]

    struct GoldenRow: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var arguments: [String]
        var code: Int32 = 0
    }

    @Test(arguments: [
        GoldenRow(
            testDescription: "can-through-a-group",
            arguments: ["can", "break-glass-east", "iam:users:createUser"]),
        GoldenRow(
            testDescription: "can-but-a-deny-waits",
            arguments: ["can", "user/rafael.costa", "iam:users:createUser"]),
        GoldenRow(
            testDescription: "cannot-for-a-deny",
            arguments: ["can", "user/rafael.costa", "iam:users:createUser", "--with", "g:MFAPresent=false"]),
        GoldenRow(
            testDescription: "cannot-for-a-resource",
            arguments: [
                "can", "user/li.na", "obs:object:PutObject", "--on", "obs:r:a:object:meridian-ledger/2026",
                "--in", "enterpriseProject=payments", "--with", "g:MFAPresent=true",
            ]),
        GoldenRow(
            testDescription: "cannot-assume",
            arguments: ["can", "break-glass-east", "obs:object:GetObject", "--as", "settlement-bank"]),
        GoldenRow(testDescription: "who-can-make-users", arguments: ["who-can", "iam:users:createUser"]),
        GoldenRow(
            testDescription: "who-can-correct-the-ledger",
            arguments: [
                "who-can", "obs:object:PutObject", "--on", "obs:r:a:object:meridian-ledger/corrections/1",
            ]),
        GoldenRow(testDescription: "explain-a-user", arguments: ["explain", "li.na"]),
        GoldenRow(testDescription: "explain-an-administrator", arguments: ["explain", "break-glass-east"]),
        GoldenRow(testDescription: "explain-an-agency", arguments: ["explain", "agency/audit-firm"]),
        GoldenRow(
            testDescription: "explain-an-action",
            arguments: ["explain", "user/li.na", "obs:object:DeleteObject"]),
        GoldenRow(testDescription: "checks-of-the-company", arguments: ["test"]),
    ])
    func `answers about the company`(_ row: GoldenRow) throws {
        let sandbox = try Sandbox(Example.company)
        let result = try sandbox.writ(row.arguments + Self.day)
        #expect(result.code == row.code, "\(result.stderr)")
        expectGolden(result.stdout, named: "access-" + row.testDescription)
    }

    @Test func `a failing check shows who and how, and exits with 4`() throws {
        let sandbox = try Sandbox(Example.company)
        try sandbox.replace(
            "except: [group/administrators, group/security]", by: "except: [group/administrators]",
            in: "account/access.yaml")
        let result = try sandbox.writ(["test", "invariant/who-makes-users"] + Self.day)
        #expect(result.code == 4)
        expectGolden(result.stdout, named: "access-failing-check")
        #expect(try sandbox.writ(["test", "invariant/who-make-users"] + Self.day).code == 64)
    }

    @Test func `a commit, a live store and a snapshot give one answer`() throws {
        let sandbox = try AppliedCompany.sandbox()
        let question = ["can", "break-glass-east", "iam:users:createUser", "--expect", "allowed"]
        #expect(try sandbox.writ("observe", "--out", "../snapshot.json").code == 0)
        for place in [[], ["--worktree"], ["--live"], ["--observed", "../snapshot.json"]] {
            let result = try sandbox.writ(question + place)
            #expect(result.code == 0, "\(place) \(result.stderr)")
            #expect(result.stdout.hasPrefix("allowed"), "\(place)")
        }
        #expect(try sandbox.writ(question).stdout.contains("account/administrators.yaml:14:7"))
        let checks = try sandbox.writ("test", "--live", "--at", "2026-11-22")
        #expect(checks.code == 0, "\(checks.stdout)\(checks.stderr)")
    }

    struct CodeRow: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var arguments: [String]
        var code: Int32
        var message: String?
    }

    @Test(arguments: [
        CodeRow(
            testDescription: "denied as expected",
            arguments: ["can", "li.na", "iam:users:createUser", "--expect", "denied"], code: 0),
        CodeRow(
            testDescription: "not as expected",
            arguments: ["can", "li.na", "iam:users:createUser", "--expect", "allowed"], code: 4),
        CodeRow(testDescription: "denied", arguments: ["can", "li.na", "iam:users:createUser"], code: 0),
        CodeRow(
            testDescription: "exactly these",
            arguments: [
                "who-can", "iam:users:createUser", "--expect",
                "break-glass-east,break-glass-west,ingrid.solberg,rafael.costa",
            ], code: 0),
        CodeRow(
            testDescription: "others than these",
            arguments: ["who-can", "iam:users:createUser", "--expect", "break-glass-east"], code: 4),
        CodeRow(
            testDescription: "a misspelled user", arguments: ["can", "li.no", "iam:users:createUser"],
            code: 1,
            message: "did you mean `user/li.na`?"),
        CodeRow(
            testDescription: "a group without its kind", arguments: ["explain", "administrators"], code: 1,
            message: "did you mean `group/administrators`?"),
        CodeRow(
            testDescription: "a policy", arguments: ["can", "policy/x", "iam:users:createUser"], code: 64,
            message: "name a user, a group, an agency or an identity provider"),
        CodeRow(
            testDescription: "a pattern", arguments: ["can", "li.na", "iam:*"], code: 64,
            message: "is a pattern"),
        CodeRow(
            testDescription: "half an action", arguments: ["who-can", "iam"], code: 64,
            message: "no action of huawei"),
        CodeRow(
            testDescription: "no value", arguments: ["can", "li.na", "a:b:c", "--with", "g:MFAPresent"],
            code: 64),
        CodeRow(
            testDescription: "no scope", arguments: ["can", "li.na", "a:b:c", "--in", "account=x"], code: 64),
    ])
    func `exit codes and what helps`(_ row: CodeRow) throws {
        let result = try Sandbox(Example.company).writ(row.arguments + Self.day)
        #expect(result.code == row.code, "\(result.stdout)\(result.stderr)")
        if let message = row.message { #expect(result.stderr.contains(message), "\(result.stderr)") }
    }

    @Test func `the outputs are as their schemas say`() throws {
        let sandbox = try Sandbox(Example.company)
        let json = Self.day + ["--format", "json"]
        var outputs = Outputs()
        for who in ["break-glass-east", "user/rafael.costa", "agency/audit-firm", "group/payments"] {
            try outputs.add(
                "can \(who)", "can", sandbox.writ(["can", who, "iam:users:createUser"] + json))
            try outputs.add("explain \(who)", "explain", sandbox.writ(["explain", who] + json))
        }
        try outputs.add(
            "assuming", "can", sandbox.writ(["can", "li.na", "a:b:c", "--as", "batch-servers"] + json))
        try outputs.add(
            "on a commit", "can",
            sandbox.writ("can", "li.na", "a:b:c", "--at", "2026-11-22", "--format", "json"))
        try outputs.add("who-can", "who-can", sandbox.writ(["who-can", "obs:object:getObject"] + json))
        try outputs.add("test", "test", sandbox.writ(["test"] + json))
        try sandbox.replace(
            "except: [group/administrators, group/security]", by: "except: [group/administrators]",
            in: "account/access.yaml")
        try outputs.add("failing", "test", sandbox.writ(["test"] + json))
        try outputs.expectAccepted()
    }

    @Test func `checks are no objects: a plan and an import know nothing of them`() throws {
        let sandbox = try AppliedCompany.sandbox()
        #expect(try sandbox.writ("plan", "--exit-code").code == 0)
        #expect(try sandbox.writ("plan", "--format", "json").stdout.contains("access-test") == false)
        #expect(try sandbox.writ("fmt", "--check").code == 0)
    }
}
