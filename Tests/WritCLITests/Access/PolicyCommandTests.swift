import Foundation
import Testing
import WritModel

/// `writ policy`, on files and on lines.
@Suite("plain policy documents")
struct PolicyCommandTests {
    private let narrow =
        #"{"Version":"2012-10-17","Statement":[{"Sid":"Look","Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}"#
    private let wide =
        #"{"Version":"2012-10-17","Statement":[{"Sid":"Do","Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#

    private func folder() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(narrow, to: "narrow.json")
        try sandbox.write(wide, to: "wide.json")
        return sandbox
    }

    @Test("two files: what is gained, what is lost, and what is the same")
    func files() throws {
        let sandbox = try folder()
        let gained = try sandbox.writ("policy", "diff", "narrow.json", "wide.json", "--dialect", "aws")
        #expect(gained.code == 0 && gained.stderr == "")
        #expect(gained.stdout.contains("+ s3:* on *  (`Do`)"), "\(gained.stdout)")
        #expect(gained.stdout.contains("lost: nothing, proved"))
        let same = try sandbox.writ("policy", "diff", "wide.json", "wide.json", "--dialect", "aws")
        #expect(same.stdout == "no access changes: both allow the same requests, proved\n")
    }

    @Test("no-new-access tells by its exit code")
    func noNewAccess() throws {
        let sandbox = try folder()
        #expect(
            try sandbox.writ("policy", "no-new-access", "narrow.json", "wide.json", "--dialect", "aws").code
                == 4)
        #expect(
            try sandbox.writ("policy", "no-new-access", "wide.json", "narrow.json", "--dialect", "aws").code
                == 0)
        try sandbox.write(
            #"[{"Effect":"Allow","Action":"s3:Get*","Resource":"*","Condition":{"Odd":{"k":"v"}}}]"#,
            to: "odd.json")
        #expect(
            try sandbox.writ("policy", "no-new-access", "odd.json", "narrow.json", "--dialect", "aws").code
                == 7)
    }

    @Test("can names the statement, or says that nothing allows it")
    func can() throws {
        let sandbox = try folder()
        let allowed = try sandbox.writ(
            "policy", "can", "narrow.json", "--dialect", "aws", "--action", "s3:GetObject", "--on",
            "arn:aws:s3:::b/k")
        #expect(allowed.stdout == "allowed\n  Allow in narrow.json, statement 1 `Look`\n")
        let denied = try sandbox.writ(
            "policy", "can", "narrow.json", "--dialect", "aws", "--action", "s3:PutObject")
        #expect(denied.stdout == "denied: no statement allows it\n")
    }

    @Test("lines are answered in order, wrong ones too")
    func lines() throws {
        let sandbox = try folder()
        let input = [
            #"{"id":1,"old":\#(narrow),"new":\#(wide)}"#, "nonsense", #"{"id":"x","old":[]}"#, "",
            #"{"id":{"k":2},"old":[\#(wide)],"new":\#(narrow)}"#,
        ].joined(separator: "\n")
        try sandbox.write(input, to: "cases.jsonl")
        let result = try runProcess(
            "/bin/sh", ["-c", "\"$0\" policy diff --jsonl --dialect aws < cases.jsonl", WritProgram.path],
            in: sandbox.path, environment: sandbox.environment, seconds: 60)
        #expect(result.code == 1)
        let answers = try result.stdout.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        #expect(answers.count == 4)
        #expect(answers[0]["id"]?.integer == 1 && answers[0]["gained"] == true && answers[0]["lost"] == false)
        #expect(answers[0]["gainedWitness"]?["action"]?.string?.hasPrefix("s3:") == true)
        #expect(answers[1]["error"]?.string?.hasPrefix("not JSON") == true)
        #expect(answers[2]["id"]?.string == "x" && answers[2]["error"] != nil)
        #expect(answers[3]["id"]?["k"]?.integer == 2 && answers[3]["lost"] == true)
        #expect(answers[3]["gainedWitness"] == .null)
    }

    @Test("resource and trust policies, other accounts and boundaries have their say")
    func questions() throws {
        let sandbox = try folder()
        let resource =
            #"{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111:user/ann"},"Action":"s3:GetObject","Resource":"*"}]}"#
        let me =
            #""principal":"arn:aws:iam::111:user/ann","action":"s3:GetObject","resource":"arn:aws:s3:::b/k""#
        let cases = [
            #"{"id":"same account, resource alone",\#(me),"resourcePolicy":\#(resource),"policies":[]}"#,
            #"{"id":"other account, resource alone",\#(me),"resourcePolicy":\#(resource),"policies":[],"resourceAccount":"222"}"#,
            #"{"id":"other account, both",\#(me),"resourcePolicy":\#(resource),"policies":[\#(narrow)],"resourceAccount":"222"}"#,
            #"{"id":"boundary",\#(me),"policies":[\#(narrow)],"boundaries":[[]]}"#,
            #"{"id":"no caller","action":"s3:GetObject","resourcePolicy":\#(resource)}"#,
        ].joined(separator: "\n")
        try sandbox.write(cases, to: "cases.jsonl")
        let result = try runProcess(
            "/bin/sh", ["-c", "\"$0\" policy can --jsonl --dialect aws < cases.jsonl", WritProgram.path],
            in: sandbox.path, environment: sandbox.environment, seconds: 60)
        let answers = try result.stdout.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        #expect(
            answers.map { $0["decision"]?.string ?? "error" } == [
                "allowed", "implicitDeny", "allowed", "implicitDeny", "error",
            ])
        #expect(answers.first?["by"]?.array?.first?["part"]?.string == "resourcePolicy")
    }

    @Test("usage")
    func usage() throws {
        let sandbox = try folder()
        #expect(try sandbox.writ("policy", "diff", "narrow.json", "--dialect", "aws").code == 64)
        #expect(try sandbox.writ("policy", "diff", "narrow.json", "wide.json").code == 64)
        #expect(
            try sandbox.writ("policy", "diff", "narrow.json", "wide.json", "--dialect", "azure").code == 64)
        let missing = try sandbox.writ("policy", "diff", "narrow.json", "none.json", "--dialect", "aws")
        #expect(missing.code == 1 && missing.stderr.contains("none.json"))
    }
}
