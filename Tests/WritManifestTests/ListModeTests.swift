import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// Absent, null, empty, exact, at least and none for every collection of every kind.
@Suite struct ListModeTests {
    /// A collection field or an edge list, what one item looks like, and how its mode and size are read.
    struct Row: CustomTestStringConvertible {
        var kind: Kind
        var path: String
        var item: String
        var read: @Sendable (DesiredObject) -> (mode: ListMode, count: Int)?

        var testDescription: String { "\(kind.manifestName).\(path)" }
    }

    static let rows = Kind.allCases.flatMap { fields(of: $0) + edges(of: $0) }

    private static func fields(of kind: Kind) -> [Row] {
        KindSchema.of(kind).fields.filter(\.type.isCollection).map { schema in
            Row(kind: kind, path: schema.field.rawValue, item: schema.type.item.spelled) { object in
                guard case .list(let list)? = object.fields[schema.field] else { return nil }
                return (list.mode, list.items.count)
            }
        }
    }

    private static func edges(of kind: Kind) -> [Row] {
        KindSchema.of(kind).edgeLists.map { list in
            let item = list == .policies ? "{system: FullAccess}" : "{external: a}"
            return Row(kind: kind, path: list.rawValue, item: item) { object in
                switch list {
                case .members: object.members.map { ($0.mode, $0.items.count) }
                case .groups: object.groups.map { ($0.mode, $0.items.count) }
                case .policies: object.policies.map { ($0.mode, $0.items.count) }
                }
            }
        }
    }

    /// The object read from a manifest in which the collection has that value; absent for `nil`.
    private func read(_ row: Row, _ value: String?) throws -> (mode: ListMode, count: Int)? {
        let field = Field(rawValue: row.path)
        let path = row.path.split(separator: ".")
        let lines = path.enumerated().map { String(repeating: "  ", count: $0) + $1 + ":" }
        let stated = value.map { lines.joined(separator: "\n") + " \($0)\n" } ?? ""
        // An agency without `trust` has to have a `trustPolicy`.
        let isTrust = row.kind == .agency && field == .trust
        let filler =
            isTrust && value == nil
            ? "trustPolicy: {Statement: {Effect: Deny}}"
            : FieldTests.Row.filler(row.kind, besides: value == nil ? nil : field)
        let decoding = decode(["m.yaml": manifest(row.kind, stated + filler)])
        #expect(decoding.diagnostics == [])
        return row.read(try #require(decoding.state.objects.values.first))
    }

    @Test(arguments: rows) func `an absent collection is unmanaged`(_ row: Row) throws {
        #expect(try read(row, nil) == nil)
    }

    @Test(
        arguments: rows,
        [
            ("[]", ListMode.exactly, 0), ("[#]", .exactly, 1), ("{atLeast: []}", .atLeast, 0),
            ("{atLeast: [#]}", .atLeast, 1), ("{none: []}", .none, 0), ("{none: [#]}", .none, 1),
        ]) func `a list has its mode and its items`(_ row: Row, _ form: (String, ListMode, Int)) throws
    {
        // A list that has to say something says it with an item.
        if form.0 == "[]", let field = Field(rawValue: row.path),
            case .texts(_, _, let count)? = KindSchema.of(row.kind)[field]?.type, count.lowerBound > 0
        {
            return
        }
        let found = try #require(try read(row, form.0.replacing("#", with: row.item)))
        #expect(found == (form.1, form.2))
    }

    @Test func `a missing scope is the account, and every scope in what is forbidden`() throws {
        let policies = "[{system: A}, {external: B, scope: allProjects}, {system: C, scope: {project: p}}]"
        for (value, missing) in [(policies, Scope.account), ("{none: \(policies)}", nil)] {
            let files = ["m.yaml": group("policies: \(value)")]
            let object = try #require(decode(files).state.objects[Address(.group, "x")])
            #expect(
                object.policies?.items == [
                    DesiredAttachment(.system("A"), scope: missing),
                    DesiredAttachment(.custom("B"), isExternal: true, scope: .allProjects),
                    DesiredAttachment(.system("C"), scope: .project("p")),
                ])
        }
    }

    @Test func `every item of an edge list has its place`() throws {
        let marked = MarkedText(
            group("⟦members⟧:\n  - ⟦{external: a}⟧\n  - ⟦\"alice\"⟧") + "---\n" + named("alice"))
        let decoding = decode(["m.yaml": marked.bytes])
        #expect(decoding.diagnostics == [])
        let source = try #require(decoding.sources[Address(.group, "x")])
        #expect(source.lists[.members] == marked.spans[0])
        #expect(source.items[.members] == Array(marked.spans[1...]))
    }
}
