import Foundation
import Testing
import WritModel

/// `writ policy fmt` and `writ policy redundant`.
@Suite("plain policy documents, printed")
struct PolicyFormTests {
    @Test("laid out as its author wrote it, with what the vendor would refuse")
    func layout() throws {
        let sandbox = try Sandbox()
        try sandbox.write(
            #"{"Statement":{"Sid":"A","effect":"Allow","Action":"s3:Get*"},"Version":"2012-10-17"}"#,
            to: "policy.json")
        let result = try sandbox.writ("policy", "fmt", "policy.json", "--dialect", "aws")
        #expect(result.code == 0)
        #expect(
            result.stdout == """
                {
                  "Statement": {
                    "Sid": "A",
                    "effect": "Allow",
                    "Action": "s3:Get*"
                  },
                  "Version": "2012-10-17"
                }

                """)
        #expect(result.stderr.contains("warning[render.problem]: the statement has no `Resource`"))
        #expect(result.stderr.contains("policy.json:1:14"))
    }

    @Test("in another vendor's language, or refused at each place")
    func forms() throws {
        let sandbox = try Sandbox()
        try sandbox.write(
            """
            {
              "Version": "1.1",
              "Statement": [
                {"Effect": "Allow", "Action": ["obs:*:*"],
                 "Condition": {"StringStartWith": {"g:UserName": ["ann"]}}}
              ]
            }
            """, to: "old.json")
        let newer = try sandbox.writ("policy", "fmt", "old.json", "--dialect", "huawei", "--to", "huawei-5.0")
        #expect(newer.code == 0 && newer.stderr == "", "\(newer.stderr)")
        let printed = try JSONValue(parsing: Array(newer.stdout.utf8))
        #expect(
            printed.compactText
                == #"{"Version":"5.0","Statement":[{"Effect":"Allow","Action":["obs:*:*"],"Condition":{"StringMatch":{"g:UserName":["ann*"]}}}]}"#
        )
        let refused = try sandbox.writ("policy", "fmt", "old.json", "--dialect", "huawei", "--to", "aws")
        #expect(refused.code == 1 && refused.stdout == "")
        #expect(refused.stderr.contains("error[render.action]"), "\(refused.stderr)")
        #expect(refused.stderr.contains("old.json:4:36") && refused.stderr.contains("1 error"))
        let unknown = try sandbox.writ("policy", "fmt", "old.json", "--dialect", "huawei", "--to", "huawei")
        #expect(unknown.code == 64)
    }

    @Test("equal policies are printed the same")
    func canonical() throws {
        let sandbox = try Sandbox()
        try sandbox.write(
            #"[{"Effect":"Allow","Action":["s3:GetObject","s3:Get*"],"Resource":"*"}]"#, to: "a.json")
        try sandbox.write(
            #"{"Version":"2012-10-17","Statement":[{"Sid":"x","Resource":["*"],"Action":"S3:get*","Effect":"Allow"}]}"#,
            to: "b.json")
        let texts = try ["a.json", "b.json"].map {
            try sandbox.writ("policy", "fmt", $0, "--dialect", "aws", "--canonical").stdout
        }
        #expect(texts[0] == texts[1] && texts[0].contains("s3:get*"))
        try sandbox.write(#"[{"Effect":"Allow","Resource":"*"}]"#, to: "broken.json")
        let broken = try sandbox.writ("policy", "fmt", "broken.json", "--dialect", "aws", "--canonical")
        #expect(broken.code == 1 && broken.stdout == "" && broken.stderr.contains("no `Action`"))
    }

    @Test("what could be left out")
    func redundant() throws {
        let sandbox = try Sandbox()
        try sandbox.write(
            #"[{"Sid":"Look","Effect":"Allow","Action":["s3:Get*","s3:GetObject"],"Resource":"*"},{"Effect":"Allow","Action":"s3:GetX","Resource":"*"},{"Effect":"Deny","Action":"kms:*","Resource":"*"}]"#,
            to: "a.json")
        try sandbox.write(#"[{"Effect":"Allow","Action":"s3:GetX","Resource":"*"}]"#, to: "b.json")
        try sandbox.write(#"[{"Effect":"Allow","Action":"s3:getx","Resource":"*"}]"#, to: "c.json")
        let found = try sandbox.writ(
            "policy", "redundant", "a.json", "b.json", "c.json", "--dialect", "aws", "--check")
        #expect(found.code == 4 && found.stderr == "")
        #expect(
            found.stdout == """
                a.json
                  statement 2 adds no access: other statements give all of it
                  statement 3 refuses nothing that this policy gives; it may guard against others
                  statement 1 `Look`: `s3:GetObject` lies in `s3:Get*`
                b.json adds nothing beside a.json
                c.json means the same as b.json

                """)
        let json = try JSONValue(
            parsing: Array(
                try sandbox.writ("policy", "redundant", "a.json", "--dialect", "aws", "--format", "json")
                    .stdout.utf8))
        #expect(json["policies"]?.array?.first?["entries"]?.array?.first?["path"] == "[0].Action[1]")
        let none = try sandbox.writ("policy", "redundant", "b.json", "--dialect", "aws", "--check")
        #expect(none.code == 0 && none.stdout == "nothing could be left out\n")
    }
}
