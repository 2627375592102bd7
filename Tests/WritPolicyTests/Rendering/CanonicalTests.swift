import Testing
import WritModel
import WritPolicy
import WritTestKit

@Suite("canonical documents")
struct CanonicalTests {
    struct Row: CustomTestStringConvertible {
        var name: String
        var dialect = Dialect.aws
        var document: String
        var printed: String
        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(
            name: "lists in order, names without meaning gone",
            document:
                #"{"statement":{"Sid":"x","Action":["S3:b","s3:a","s3:a"],"effect":"Allow","Resource":"*"},"Id":"i"}"#,
            printed:
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:a","s3:b"],"Resource":["*"]}]}"#
        ),
        Row(
            name: "covered entries are gone, across statements too",
            document:
                #"[{"Effect":"Allow","Action":["s3:get*","s3:getX"],"Resource":"*"},{"Effect":"Allow","Action":["s3:getY","s3:put"],"Resource":"arn:aws:s3:::b"},{"Effect":"Allow","Action":"s3:getZ","Resource":"*","Condition":{"Bool":{"k":true}}}]"#,
            printed:
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:get*"],"Resource":["*"]},{"Effect":"Allow","Action":["s3:put"],"Resource":["arn:aws:s3:::b"]}]}"#
        ),
        Row(
            name: "statements that differ in one list are one",
            document:
                #"[{"Effect":"Allow","Action":"s3:a","Resource":"arn:aws:s3:::x"},{"Effect":"Allow","Action":"s3:a","Resource":"arn:aws:s3:::y"},{"Effect":"Allow","Action":"s3:b","Resource":["arn:aws:s3:::y","arn:aws:s3:::x"]}]"#,
            printed:
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:a","s3:b"],"Resource":["arn:aws:s3:::x","arn:aws:s3:::y"]}]}"#
        ),
        Row(
            name: "a Deny that refuses nothing here stays, an Allow that it takes away goes",
            document:
                #"[{"Effect":"Allow","Action":"s3:a","Resource":"*"},{"Effect":"Allow","Action":"kms:b","Resource":"*"},{"Effect":"Deny","Action":["kms:*","ec2:x"],"Resource":"*"}]"#,
            printed:
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:a"],"Resource":["*"]},{"Effect":"Deny","Action":["ec2:x","kms:*"],"Resource":["*"]}]}"#
        ),
        Row(
            name: "operators and values in one spelling",
            document:
                #"[{"Effect":"Allow","Action":"*:*","Resource":"*","Condition":{"stringequals":{"AWS:username":["b","a","b"]},"NumericLessThan":{"n":"05.0"},"bool":{"b":"TRUE"},"DateLessThan":{"t":"2024-01-01"}}}]"#,
            printed:
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["*:*"],"Resource":["*"],"Condition":{"Bool":{"b":["true"]},"DateLessThan":{"t":["2024-01-01T00:00:00Z"]},"NumericLessThan":{"n":["5"]},"StringEquals":{"aws:username":["a","b"]}}}]}"#
        ),
        Row(
            name: "an old version matters where there are variables",
            document:
                #"{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Action":"s3:a","Resource":"arn:aws:s3:::${aws:username}"}]}"#,
            printed:
                #"{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Action":["s3:a"],"Resource":["arn:aws:s3:::${aws:username}"]}]}"#
        ),
        Row(
            name: "Huawei: every resource need not be said", dialect: .huawei,
            document:
                #"{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["obs:*:*","obs:bucket:get","iam:users"],"Resource":["*:*:*:*:*","obs:*:*:bucket:x"]}]}"#,
            printed: #"{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["obs:*:*"]}]}"#),
        Row(
            name: "Huawei does not say what a `?` takes", dialect: .huawei,
            document:
                #"{"Version":"5.0","Statement":[{"Effect":"Allow","Action":["iam:users:ge?","iam:users:get","obs:*:list*","obs:b:listAll"]}]}"#,
            printed:
                #"{"Version":"5.0","Statement":[{"Effect":"Allow","Action":["iam:users:ge?","iam:users:get","obs:*:list*"]}]}"#
        ),
        Row(
            name: "Volcengine: what is subtracted stays beside it", dialect: .volcengine,
            document:
                #"{"Statement":[{"Effect":"Allow","NotAction":["vpc:Del*","vpc:DelX"],"Action":["vpc:*"]}]}"#,
            printed: #"{"Statement":[{"Effect":"Allow","NotAction":["vpc:del*"],"Action":["vpc:*"]}]}"#),
    ]

    @Test("printed in one way", arguments: rows)
    func row(_ row: Row) throws {
        let document = try JSONValue(parsing: Array(row.document.utf8))
        let canonical = canonicalPolicy(document, dialect: row.dialect)
        #expect(canonical.document?.compactText == row.printed)
    }

    @Test("what cannot be read has none")
    func unreadable() throws {
        let document = try JSONValue(parsing: Array(#"[{"Effect":"Allow","Resource":"*"}]"#.utf8))
        let canonical = canonicalPolicy(document, dialect: .aws)
        #expect(canonical.document == nil && canonical.problems.map(\.code) == ["render.problem"])
    }

    @Test(
        "of random documents: the same meaning, the same again, the same after edits",
        arguments: Dialect.allCases)
    func random(_ dialect: Dialect) throws {
        for seed in 0..<UInt64(isFullRun ? 2000 : 60) {
            var random = SplitMix64(seed: seed &+ 5)
            var pairs = PolicyPairGenerator(dialect, isFlat: false, random: SplitMix64(seed: random.next()))
            let document = pairs.document(pairs.statements())
            guard let canonical = canonicalPolicy(document, dialect: dialect).document else { continue }
            #expect(
                canonicalPolicy(canonical, dialect: dialect).document == canonical,
                "seed \(seed): \(canonical.compactText)")
            let edited = Self.edited(document, &random)
            #expect(
                canonicalPolicy(edited, dialect: dialect).document?.compactText == canonical.compactText,
                "seed \(seed): \(document.compactText) and \(edited.compactText)")
            for (old, new) in [(document, canonical), (canonical, document)] {
                for read in [{ $0 }, Self.denials] {
                    let difference = slowGained(
                        old: [read(old)], new: [read(new)], dialect: dialect, search: .cells)
                    #expect(difference?.certain == nil, "seed \(seed): \(document.compactText)")
                }
            }
        }
    }

    /// The same document as another hand would write it.
    private static func edited(_ document: JSONValue, _ random: inout SplitMix64) -> JSONValue {
        var statements = document["Statement"]?.array ?? []
        if let index = statements.indices.last, random.chance(50) {
            // One statement as two, each with some of the actions.
            let actions = statements[index]["Action"]?.array ?? []
            if actions.count > 1 {
                statements.append(
                    replacing("Action", in: statements[index], .array(Array(actions.dropFirst()))))
                statements[index] = replacing("Action", in: statements[index], actions[0])
            }
        }
        if random.chance(50), let first = statements.first { statements.append(first) }
        statements.reverse()
        statements = statements.map { statement in
            var statement = statement
            for name in ["Action", "Resource", "NotAction"] {
                guard let list = statement[name]?.array, !list.isEmpty else { continue }
                statement = replacing(name, in: statement, .array(list.reversed() + [list[0]]))
            }
            return .object((statement.members ?? []).reversed() + [.init("Sid", "x")])
        }
        return replacing("Statement", in: document, .array(statements))
    }

    private static func replacing(_ name: String, in json: JSONValue, _ value: JSONValue) -> JSONValue {
        .object((json.members ?? []).map { $0.name == name ? .init(name, value) : $0 })
    }

    /// What a document denies, as one that allows it.
    private static func denials(_ document: JSONValue) -> JSONValue {
        let denies = (document["Statement"]?.array ?? []).filter { $0["Effect"] == "Deny" }
        return replacing(
            "Statement", in: document, .array(denies.map { replacing("Effect", in: $0, "Allow") }))
    }
}
