import Testing
import WritModel
import WritPolicy

@Suite("comparisons")
struct ComparisonTests {
    struct Row: CustomTestStringConvertible {
        var name: String
        var dialect: Dialect = .aws
        var old: String
        var new: String
        var gained: Bool?
        var lost: Bool?
        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(
            name: "the same in another order",
            old: #"[{"Effect":"Allow","Action":["a:x","a:y"],"Resource":"*"}]"#,
            new:
                #"[{"Effect":"Allow","Action":"a:y","Resource":"*"},{"Effect":"Allow","Action":"A:X","Resource":"*"}]"#,
            gained: false, lost: false),
        Row(
            name: "a wildcard is widened",
            old: #"[{"Effect":"Allow","Action":"a:get*","Resource":"*"}]"#,
            new: #"[{"Effect":"Allow","Action":"a:*","Resource":"*"}]"#, gained: true, lost: false),
        Row(
            name: "a Deny is removed",
            old:
                #"[{"Effect":"Allow","Action":"a:*","Resource":"*"},{"Effect":"Deny","Action":"a:del*","Resource":"*"}]"#,
            new: #"[{"Effect":"Allow","Action":"a:*","Resource":"*"}]"#, gained: true, lost: false),
        Row(
            name: "a Deny that refuses nothing is removed",
            old:
                #"[{"Effect":"Allow","Action":"a:*","Resource":"*"},{"Effect":"Deny","Action":"b:*","Resource":"*"}]"#,
            new: #"[{"Effect":"Allow","Action":"a:*","Resource":"*"}]"#, gained: false, lost: false),
        Row(
            name: "no action of this vendor has three segments",
            old: #"[{"Effect":"Allow","Action":"a:x","Resource":"*"}]"#,
            new: #"[{"Effect":"Allow","Action":["a:x","a:*:get","a:*:*"],"Resource":"*"}]"#, gained: false,
            lost: false),
        Row(
            name: "a Deny of no action that there is",
            old:
                #"[{"Effect":"Allow","Action":"a:*","Resource":"*"},{"Effect":"Deny","Action":"a:*:del","Resource":"*"}]"#,
            new: #"[{"Effect":"Allow","Action":"a:*","Resource":"*"}]"#, gained: false, lost: false),
        Row(
            name: "Huawei's actions have three segments, no fewer and no more", dialect: .huawei,
            old: #"[{"Effect":"Allow","Action":["iam:users:get"]}]"#,
            new: #"[{"Effect":"Allow","Action":["iam:users:get","iam:users","iam:users:get:x"]}]"#,
            gained: false, lost: false),
        Row(
            name: "of which the middle one may be empty", dialect: .huawei,
            old: #"[{"Effect":"Allow","Action":["sts:x:*"]}]"#,
            new: #"[{"Effect":"Allow","Action":["sts:x:*","sts::setSourceIdentity"]}]"#,
            gained: true, lost: false),
        Row(
            name: "NotAction is spelled out",
            old: #"[{"Effect":"Allow","NotAction":"a:*","Resource":"*"}]"#,
            new:
                #"[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"a:*","Resource":"*"}]"#,
            gained: false, lost: false),
        Row(
            name: "two number conditions cover every number",
            old: #"[{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"Null":{"n":"false"}}}]"#,
            new: #"""
                [{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"NumericLessThan":{"n":"5"}}},
                {"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"NumericGreaterThanEquals":{"n":"5"}}}]
                """#, gained: false, lost: false),
        Row(
            name: "a hole between number conditions is found",
            old: #"[{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"Null":{"n":"false"}}}]"#,
            new: #"""
                [{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"NumericLessThan":{"n":"5"}}},
                {"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"NumericGreaterThan":{"n":"5"}}}]
                """#, gained: false, lost: true),
        Row(
            name: "an absent key satisfies a negated operator",
            old:
                #"[{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"StringEquals":{"t":["x"]}}},{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"StringNotEquals":{"t":["x"]}}}]"#,
            new: #"[{"Effect":"Allow","Action":"a:x","Resource":"*"}]"#, gained: false, lost: false),
        Row(
            name: "networks are split",
            old:
                #"[{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}]"#,
            new:
                #"[{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":["10.0.0.0/9","10.128.0.0/9"]}}}]"#,
            gained: false, lost: false),
        Row(
            name: "a variable and the names it can have",
            old: #"[{"Effect":"Allow","Action":"a:x","Resource":"arn:aws:a:::u/${aws:username}"}]"#,
            new: #"[{"Effect":"Allow","Action":"a:x","Resource":"arn:aws:a:::u/*"}]"#, gained: true,
            lost: false),
        Row(
            name: "the same variable",
            old: #"[{"Effect":"Allow","Action":"a:*","Resource":"arn:aws:a:::u/${aws:username}/*"}]"#,
            new: #"[{"Effect":"Allow","Action":["a:x","a:*"],"Resource":"arn:aws:a:::u/${aws:username}/*"}]"#,
            gained: false, lost: false),
        Row(
            name: "a Deny on a variable hides a named resource",
            old:
                #"[{"Effect":"Allow","Action":"a:x","Resource":"arn:aws:a:::u/bob"},{"Effect":"Deny","Action":"a:x","Resource":"arn:aws:a:::u/${aws:username}"}]"#,
            new: #"[{"Effect":"Allow","Action":"a:x","Resource":"arn:aws:a:::u/bob"}]"#, gained: true,
            lost: false),
        Row(
            name: "the service of an action decides g:ServiceName", dialect: .huawei,
            old:
                #"[{"Effect":"Allow","Action":["*:*:get*"],"Condition":{"StringNotEqualsIgnoreCase":{"g:ServiceName":["iam"]}}}]"#,
            new: #"[{"Effect":"Allow","Action":["*:*:get*"]},{"Effect":"Deny","Action":["iam:*:*"]}]"#,
            gained: false,
            lost: false),
        Row(
            name: "a role of one service beside the rule of all", dialect: .huawei,
            old:
                #"[{"Effect":"Allow","Action":["*:*:*"],"Condition":{"StringNotEquals":{"g:ServiceName":["iam"]}}}]"#,
            new: #"[{"Effect":"Allow","Action":["*:*:*"]}]"#, gained: true, lost: false),
        Row(
            name: "an undocumented operator on one side alone", dialect: .huawei,
            old: #"[{"Effect":"Allow","Action":["a:b:c"],"Condition":{"StringLooksLike":{"k":["x"]}}}]"#,
            new: #"[{"Effect":"Allow","Action":["a:b:c"]}]"#, gained: nil, lost: false),
        Row(
            name: "an undocumented operator on both sides", dialect: .huawei,
            old: #"[{"Effect":"Allow","Action":["a:b:c"],"Condition":{"StringLooksLike":{"k":["x"]}}}]"#,
            new:
                #"[{"Effect":"Allow","Action":["a:b:c","a:b:d"],"Condition":{"StringLooksLike":{"k":["x"]}}}]"#,
            gained: nil, lost: false),
        Row(
            name: "a key that a qualifier names elsewhere may have several values", dialect: .aws,
            old:
                #"[{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"StringNotEquals":{"k":"b"}}},{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"StringNotEquals":{"k":"c"}}},{"Effect":"Allow","Action":"a:y","Resource":"*","Condition":{"ForAnyValue:StringEquals":{"k":"z"}}}]"#,
            new:
                #"[{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"StringNotEquals":{"k":"b"}}},{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"StringNotEquals":{"k":"c"}}},{"Effect":"Allow","Action":"a:y","Resource":"*","Condition":{"ForAnyValue:StringEquals":{"k":"z"}}},{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"StringEquals":{"k":"b"}}}]"#,
            gained: true, lost: false),
        Row(
            name: "NotAction under Volcengine subtracts", dialect: .volcengine,
            old: #"[{"Effect":"Allow","Action":["a:*"],"NotAction":["a:Delete*"],"Resource":["*"]}]"#,
            new:
                #"[{"Effect":"Allow","Action":["a:*"],"Resource":["*"]},{"Effect":"Deny","Action":["a:Delete*"],"Resource":["*"]}]"#,
            gained: false, lost: false),
    ]

    @Test("both directions, and every witness replays", arguments: rows)
    func verdicts(row: Row) throws {
        let old = PolicySet([readPolicy(try json(row.old), dialect: row.dialect)])
        let new = PolicySet([readPolicy(try json(row.new), dialect: row.dialect)])
        let comparison = compare(old: old, new: new, extent: .findings)
        #expect(comparison.gained.verdict == row.gained, "\(comparison.gained)")
        #expect(comparison.lost.verdict == row.lost, "\(comparison.lost)")
        for finding in comparison.gained.findings {
            #expect(new.decide(finding.witness).verdict == .allowed)
            #expect([.implicitDeny, .explicitDeny].contains(old.decide(finding.witness).verdict))
        }
        for finding in comparison.lost.findings {
            #expect(old.decide(finding.witness).verdict == .allowed)
            #expect([.implicitDeny, .explicitDeny].contains(new.decide(finding.witness).verdict))
        }
    }

    @Test("a finding names a statement that allows its witness itself")
    func statements() throws {
        // What the first excludes another Allow without conditions gives.
        for excluding in [
            #""Action":"s3:*","NotResource":"arn:aws:s3:::a""#, #""NotAction":"s3:a","Resource":"*""#,
        ] {
            let given =
                excluding.contains("NotAction")
                ? #""Action":"s3:a","Resource":"*""# : #""Action":"s3:*","Resource":"arn:aws:s3:::a""#
            let new = PolicySet([
                readPolicy(
                    try json(#"[{"Effect":"Allow",\#(excluding)},{"Effect":"Allow",\#(given)}]"#),
                    dialect: .aws)
            ])
            let findings = gained(old: PolicySet([]), new: new, extent: .findings).findings
            #expect(findings.map(\.statement) == [0, 1])
            for finding in findings {
                #expect(new.fit(finding.statement, finding.witness).isMatch, "\(finding.witness)")
            }
        }
    }

    @Test("requests before the first moment do not count")
    func moments() throws {
        let ended =
            #"[{"Effect":"Allow","Action":"a:x","Resource":"*","Condition":{"DateLessThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"}}}]"#
        let old = PolicySet([readPolicy(try json(ended), dialect: .aws)])
        let none = PolicySet([readPolicy(try json("[]"), dialect: .aws)])
        let now = try #require(Instant(rfc3339: "2026-11-22T00:00:00Z"))
        let bounds = RequestBounds(time: .init(key: "aws:CurrentTime", first: now))
        #expect(compare(old: old, new: none, bounds: bounds).lost.verdict == false)
        #expect(compare(old: old, new: none).lost.verdict == true)
    }

    @Test("statements that add nothing, and why")
    func redundancy() throws {
        let text = #"""
            [{"Effect":"Allow","Action":"a:*","Resource":"*"},
            {"Effect":"Allow","Action":"a:x","Resource":"*"},
            {"Effect":"Allow","Action":"b:x","Resource":"*"},
            {"Effect":"Deny","Action":"b:*","Resource":"*"},
            {"Effect":"Deny","Action":"c:*","Resource":"*"},
            {"Effect":"Deny","Action":"a:del*","Resource":"*"}]
            """#
        let set = PolicySet([readPolicy(try json(text), dialect: .aws)])
        #expect(
            redundantStatements(in: set) == [
                Redundancy(statement: 1, ground: .covered), Redundancy(statement: 2, ground: .shadowed),
                Redundancy(statement: 4, ground: .withoutEffect),
            ])
    }

    private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }
}
