import Testing
import WritDiagnostics
import WritModel

struct AddressTests {
    @Test("an address reads back", arguments: Kind.allCases)
    func roundTrip(kind: Kind) {
        let address = Address(kind, "a/b c")
        #expect(Address(parsing: address.description) == address)
    }

    @Test("what is no address is not read", arguments: ["", "user", "user/", "users/a", "/a", "User/a"])
    func malformed(text: String) {
        #expect(Address(parsing: text) == nil)
    }

    @Test("every kind goes by its manifest name", arguments: Kind.allCases)
    func manifestNames(kind: Kind) {
        #expect(Kind(manifestName: kind.manifestName) == kind)
    }
}

struct SchemaTests {
    @Test("every field belongs to a kind, and once", arguments: Field.allCases)
    func everyFieldIsUsed(field: Field) {
        let kinds = Kind.allCases.filter { KindSchema.of($0)[field] != nil }
        #expect(!kinds.isEmpty)
        for kind in kinds { #expect(KindSchema.of(kind).fields.count { $0.field == field } == 1) }
    }
}

struct LimitTests {
    @Test(
        "a limit is max(floor, min(ceiling, percent))",
        arguments: [(0, 1), (9, 1), (10, 1), (19, 1), (20, 2), (100, 10), (101, 10), (5000, 10)])
    func allowed(count: Int, allowed: Int) {
        #expect(Limit(floor: 1, percent: 10, ceiling: 10).allowed(of: count) == allowed)
    }

    @Test("tightening takes the stricter of each part")
    func tightened() {
        let a = Limit(floor: 1, percent: 50, ceiling: nil)
        let b = Limit(floor: 5, percent: 10, ceiling: 10)
        #expect(a.tightened(by: b) == Limit(floor: 1, percent: 10, ceiling: 10))
        #expect(b.tightened(by: a) == a.tightened(by: b))
    }
}

struct TargetTests {
    @Test(
        "a path contains itself and what lies in it",
        arguments: [
            ("iam", "iam/a.yaml", true), ("iam", "iam", true), ("iam", "iamx/a.yaml", false),
            (".", "a", true),
            ("iam/a.yaml", "iam/a.yaml", true), ("iam/a.yaml", "iam/a.yaml.bak", false),
            ("iam", "x/iam/a", false),
        ])
    func contains(target: String, file: String, isIn: Bool) {
        #expect(Target(name: "t", account: "a", paths: [target]).contains(file) == isIn)
    }
}

struct ListTests {
    private let live = Value.list(of: [.accessKey(DeclaredAccessKey(name: "a", generation: 1))])

    @Test("an item replaces the one of its identity")
    func identity() {
        let newer = Item.accessKey(DeclaredAccessKey(name: "a", generation: 2))
        let desired = DesiredValue.list(DesiredList(.atLeast, [newer]))
        #expect(desired.resolved(against: live) == .list([newer]))
        #expect(!desired.isSatisfied(by: live))
    }

    @Test("an absent collection is an empty one")
    func absent() {
        #expect(DesiredValue.list(DesiredList(.exactly, [])).isSatisfied(by: nil))
        #expect(!DesiredValue.scalar(.text("")).isSatisfied(by: nil))
    }
}

struct NearestNameTests {
    @Test(
        "a misspelt name finds the one that is meant, and no other",
        arguments: [
            ("memebers", "members"), ("Members", "members"), ("grops", "groups"), ("policys", "policies"),
            ("x", nil), ("entirely-else", nil), ("", nil),
        ])
    func nearest(name: String, expected: String?) {
        #expect(nearestName(to: name, among: ["policies", "members", "groups", "description"]) == expected)
    }
}

struct DiagnosticOrderTests {
    @Test("diagnostics come by file and place, each once")
    func order() {
        func at(_ file: String, _ line: Int) -> SourceSpan {
            let place = SourcePosition(line: line, column: 1)
            return SourceSpan(file: file, start: place, end: place)
        }
        let a = Diagnostic("x", "one", at: at("a", 2))
        let b = Diagnostic("x", "two", at: at("a", 10))
        let c = Diagnostic("x", "three", at: at("b", 1))
        let d = Diagnostic("x", "nowhere")
        #expect([c, b, a, d, b].ordered() == [d, a, b, c])
    }
}
