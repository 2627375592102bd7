import FoundationEssentials
import Testing
import WritModel
import WritPolicy

/// Every method of every dialect, found and cut.
@Suite("methods of escalation")
struct EscalationMethodTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var dialect: Dialect
        var method: EscalationMethod
        var testDescription: String { "\(dialect) \(method.id)" }
    }

    static let rows = Dialect.allCases.flatMap { dialect in
        dialect.escalationMethods.map { Row(dialect: dialect, method: $0) }
    }

    @Test("who has what it needs can go it, and every request replays", arguments: rows)
    func found(_ row: Row) {
        let account = MethodAccount(dialect: row.dialect, method: row.method)
        var search = EscalationSearch(account.access, at: SmallAccount.now)
        #expect(search.methods(of: MethodAccount.user).contains(row.method.id))
        let paths = search.paths(of: MethodAccount.user)
        #expect(!paths.isEmpty && paths.allSatisfy(\.reasons.isEmpty))
        for path in paths {
            #expect(!path.steps.isEmpty && replays(path, account.access), "\(path.id)")
        }
    }

    @Test("a Deny on any one need cuts it", arguments: rows)
    func cut(_ row: Row) {
        for need in row.method.needs {
            var account = MethodAccount(dialect: row.dialect, method: row.method)
            account.denied = account.allActions(of: need)
            let search = EscalationSearch(account.access, at: SmallAccount.now)
            #expect(!search.methods(of: MethodAccount.user).contains(row.method.id), "\(account.denied)")
        }
    }

    @Test("ids are unlike each other, in lower case with hyphens", arguments: Dialect.allCases)
    func identifiers(_ dialect: Dialect) {
        let ids = dialect.escalationMethods.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids {
            #expect(id.allSatisfy { $0 == "-" || $0.isLowercase || $0.isNumber }, "\(id)")
        }
        for method in dialect.escalationMethods { #expect(!method.needs.isEmpty, "\(method.id)") }
    }

    @Test("every set of cloudsplaining is a method with the same actions")
    func published() throws {
        let file = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
            .joined(separator: "/")
        let contents = try #require(
            FileManager.default.contents(atPath: file + "/Corpus/privesc-aws.json"))
        let sets = try #require(try JSONValue(parsing: Array(contents))["methods"]?.members)
        #expect(sets.count == 59)
        let methods = Dictionary(
            uniqueKeysWithValues: Dialect.aws.escalationMethods.map { ($0.id, $0) })
        for set in sets {
            let wanted = (set.value.array ?? []).compactMap(\.string)
            let method = try #require(methods[hyphenated(set.name)], "\(set.name)")
            let found = method.needs.flatMap(\.oneOf).map { $0.name.lowercased() }
            #expect(found.sorted() == wanted.sorted(), "\(set.name)")
            #expect(method.needs.allSatisfy { $0.oneOf.count == 1 })
        }
    }

    /// `CreateEC2WithExistingIP` as `create-ec2-with-existing-ip`.
    private func hyphenated(_ name: String) -> String {
        let characters = Array(name)
        var result = ""
        for (index, character) in characters.enumerated() {
            if character.isUppercase, index > 0 {
                let before = characters[index - 1]
                let after = index + 1 < characters.count ? characters[index + 1] : "A"
                if !before.isUppercase || after.isLowercase { result += "-" }
            }
            result += character.lowercased()
        }
        return result
    }

    @Test("names that no page confirms are told so")
    func unconfirmed() throws {
        let method = try #require(
            Dialect.jd.escalationMethods.first { $0.id == "pass-role-to-server" })
        let account = MethodAccount(dialect: .jd, method: method)
        var search = EscalationSearch(account.access, at: SmallAccount.now)
        let path = try #require(search.paths(of: MethodAccount.user).first)
        #expect(path.steps[0].requests.map(\.isConfirmed) == [false, false])
        #expect(path.steps[0].requests[0].question.action == "iam:passRole")
    }
}
