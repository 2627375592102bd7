import Testing
import WritModel
import WritPolicy
import WritTestKit

@Suite("statements without which a policy allows the same")
struct RedundancyTests {
    /// Statements of one policy, and the places of those that could be left out.
    struct Row: Sendable, CustomTestStringConvertible {
        let statements: [String]
        let redundant: [Int]
        var testDescription: String { statements.joined(separator: " ") }

        init(_ statements: [String], _ redundant: [Int]) {
            self.statements = statements
            self.redundant = redundant
        }
    }

    static let rows: [Row] = [
        // Two together cover what none covers alone.
        Row([allow("a:x*", "*"), allow("a:xy*", "1"), allow("a:x*", "2"), allow("a:xy", "1")], [1, 2, 3]),
        // An entry with a wildcard is needed though its neighbours take much of it.
        Row([allow("a:*", "*"), allow("*:get", "*")], []),
        // What another statement excludes it does not give, by resource and by action.
        Row([#""Action":"a:*","NotResource":"b*""#, allow("a:x", "*")], []),
        Row([#""Action":"a:*","NotResource":"b*""#, allow("a:x", "c*")], [1]),
        Row([#""NotAction":"a:x","Resource":"*""#, allow("a:*", "*")], []),
        Row([#""NotAction":"a:x","Resource":"*""#, allow("a:y", "*")], [1]),
        // A condition whose key may be absent, or have another value.
        Row([allow("a:x", "*", "StringEquals", "k", "1"), allow("a:x", "*")], [0]),
        Row([allow("a:x", "*", "StringEquals", "k", "1"), allow("a:x", "*", "StringEquals", "k", "2")], []),
        Row([allow("a:x", "*", "StringEquals", "k", "1"), allow("a:x", "*", "StringLike", "k", "*")], [0]),
        Row(
            [
                allow("a:x", "*", "StringEquals", "k", "1"),
                allow("a:x", "*", "StringEqualsIfExists", "k", "1"),
            ], [0]),
        Row([allow("a:x", "*", "StringEquals", "j", "1"), allow("a:x", "*", "StringEquals", "k", "2")], []),
        Row(
            [
                allow("a:x", "*", "StringEquals", "j", "1"),
                allow("a:x", "*", "StringEqualsIfExists", "k", "2"),
            ], []),
        Row(
            [
                allow("a:x", "*", "StringEquals", "j", "1"), allow("a:x", "*", "StringNotEquals", "k", "2"),
                allow("a:x", "*", "StringEquals", "k", "2"),
            ], [0]),
        Row(
            [
                allow("a:x", "*", "StringEquals", "k", "A"),
                allow("a:x", "*", "StringEqualsIgnoreCase", "k", "a"),
            ], [0]),
        Row([allow("a:x", "*", "Null", "k", "true"), allow("a:x", "*", "StringEquals", "k", "1")], []),
        Row([allow("a:x", "*", "Null", "k", "true"), allow("a:x", "*", "StringNotEquals", "k", "1")], [0]),
        // Numbers, addresses and booleans, and a Deny that asks whether a key is there.
        Row(
            [
                allow("a:x", "*", "NumericLessThan", "k", "5"),
                allow("a:x", "*", "NumericLessThan", "k", "7"),
            ], [0]),
        Row(
            [
                allow("a:x", "*", "NumericLessThan", "k", "5"),
                allow("a:x", "*", "NumericGreaterThanEquals", "k", "5"),
            ], []),
        Row(
            [
                allow("a:x", "*", "IpAddress", "k", "10.0.0.0/8"),
                allow("a:x", "*", "NotIpAddress", "k", "10.0.0.0/8"),
            ], []),
        Row([allow("a:x", "*", "Bool", "k", "true"), allow("a:x", "*", "Bool", "k", "false")], []),
        Row([allow("a:x", "*", "StringEquals", "j", "1"), deny("a:*", "*", "Null", "k", "false")], []),
        Row([allow("a:x", "*", "StringEquals", "k", "1"), deny("a:*", "*", "Null", "k", "false")], [0]),
        // With two values the key meets the second one alone.
        Row(
            [
                allow("a:x", "*", "ForAllValues:StringEquals", "k", "1"),
                allow("a:x", "*", "StringEquals", "k", "1"),
            ], []),
        // A key has values of one sort: no text beside a boolean.
        Row([allow("a:x", "*", "StringEquals", "k", "x"), allow("a:x", "*", "Bool", "k", "true")], [0]),
        // One key twice: nothing meets both.
        Row(
            [
                #""Action":"a:x","Resource":"*","Condition":{"StringEquals":{"k":"1"},"StringLike":{"k":"2*"}}"#
            ], [0]),
        // Variables: two keys may have one value, and each its own.
        Row([allow("a:x", "u/${p}"), allow("a:x", "u/${q}")], []),
        Row([allow("a:x", "u/${p}"), allow("a:x", "u/*")], [0]),
        Row([allow("a:x", "u/${p}", "StringNotEquals", "p", ""), allow("a:x", "u/*")], [0]),
        Row([allow("a:x", "u/${p}", "StringEquals", "p", "q"), allow("a:x", "u/q")], [0]),
        Row([allow("a:x", "u/${p}", "StringNotEquals", "p", "q"), allow("a:x", "u/q")], []),
        Row(
            [allow("a:x", "*", "StringEquals", "p", "${q}"), allow("a:x", "*", "StringEquals", "q", "${p}")],
            [0, 1]),
        Row(
            [allow("a:x", "*", "StringEquals", "p", "${q}"), allow("a:x", "*", "StringEquals", "p", "${r}")],
            []),
        // `?` is one character, and a run none or several.
        Row([allow("a:x?", "*"), allow("a:x*", "*")], [0]),
        Row([allow("a:x*", "*"), allow("a:x?*", "*")], [1]),
        Row([allow("a:x*", "*"), allow("a:x?*", "*"), allow("a:x", "*")], [0, 1, 2]),
        // A Deny takes a part, or all.
        Row([allow("a:x*", "*"), deny("a:xy", "*"), allow("a:xy*", "*")], [2]),
        Row([allow("a:x", "*"), deny("a:*", "*")], [0]),
        Row([allow("a:x", "*"), deny("a:*", "*", "StringEquals", "k", "1")], []),
        Row([allow("a:x", "*", "StringEquals", "k", "1"), deny("a:*", "*", "StringEquals", "k", "1")], [0]),
    ]

    @Test("plain requests and entries say what a comparison says", arguments: rows)
    func redundant(_ row: Row) throws {
        let set = try set(row.statements)
        let found = redundantStatements(in: set).filter { set.statements[$0.statement].effect == .allow }
        #expect(found.map(\.statement) == row.redundant)
        #expect(found.map(\.statement) == set.statements.indices.filter { isRedundant($0, in: set) })
    }

    @Test("the statements of managed policies, as a comparison finds them")
    func managed() throws {
        for (offset, (name, document)) in try managedPolicies().enumerated()
        where isFullRun || offset % 10 == 0 {
            let set = PolicySet([readPolicy(document, dialect: .aws)])
            guard (2...6).contains(set.statements.count) else { continue }
            let found = redundantStatements(in: set).map(\.statement).filter {
                set.statements[$0].effect == .allow
            }
            #expect(found == set.statements.indices.filter { isRedundant($0, in: set) }, "\(name)")
        }
    }

    @Test("a Deny that excludes all of an Allow does not meet it")
    func meeting() throws {
        let set = try set([
            allow("a:x*", "r1"), allow("b:x", "r2"), deny("a:*", "*"),
            #""Effect":"Deny","NotAction":["a:*","b:y"],"Resource":"*""#,
            #""Effect":"Deny","Action":"*","NotResource":"r1*""#,
        ])
        #expect(set.denialsMeeting == [[2], [3, 4], [], [], []])
    }

    private func isRedundant(_ id: Int, in set: PolicySet) -> Bool {
        set.statements[id].effect == .allow
            && gained(old: set.keeping { $0 != id }, new: set).verdict == false
    }

    private func set(_ statements: [String]) throws -> PolicySet {
        let texts = statements.map { $0.contains("Effect") ? "{\($0)}" : "{\"Effect\":\"Allow\",\($0)}" }
        let text = #"{"Version":"2012-10-17","Statement":["# + texts.joined(separator: ",") + "]}"
        let json = try JSONValue(parsing: Array(text.utf8))
        return PolicySet([readPolicy(json, dialect: .aws, options: ReadingOptions(flat: true))])
    }

    private static func allow(_ action: String, _ resource: String) -> String {
        #""Action":"\#(action)","Resource":"\#(resource)""#
    }

    private static func allow(
        _ action: String, _ resource: String, _ test: String, _ key: String, _ value: String
    ) -> String {
        allow(action, resource) + #","Condition":{"\#(test)":{"\#(key)":"\#(value)"}}"#
    }

    private static func deny(_ action: String, _ resource: String) -> String {
        #""Effect":"Deny","# + allow(action, resource)
    }

    private static func deny(
        _ action: String, _ resource: String, _ test: String, _ key: String, _ value: String
    ) -> String {
        #""Effect":"Deny","# + allow(action, resource, test, key, value)
    }

    private func allow(_ action: String, _ resource: String) -> String { Self.allow(action, resource) }
    private func deny(_ action: String, _ resource: String) -> String { Self.deny(action, resource) }
}
