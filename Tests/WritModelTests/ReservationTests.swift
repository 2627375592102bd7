import Testing
import WritModel

/// What vendors keep to themselves, told by name, fields and what their answers say besides.
struct ReservationTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var dialect = Dialect.huawei
        var address: Address
        var fields: FieldMap<Value> = [:]
        var marks = VendorMarks()
        var expected: Reservation?

        init(
            _ description: String, in dialect: Dialect = .huawei, _ kind: Kind, _ name: String,
            having fields: FieldMap<Value> = [:], marks: VendorMarks = VendorMarks(), _ expected: Reservation?
        ) {
            testDescription = description
            self.dialect = dialect
            self.address = Address(kind, name)
            self.fields = fields
            self.marks = marks
            self.expected = expected
        }
    }

    private static func trust(_ sort: TrustPrincipal.Sort, _ name: String) -> FieldMap<Value> {
        [.trust: .list(of: [.trust(TrustPrincipal(sort, name))])]
    }

    private static let rows = [
        Row("the root user", .user, "acme", marks: VendorMarks(isAccountOwner: true), .rootUser),
        Row("a user called root", .user, "root", nil),
        Row("a user called admin", .user, "admin", nil),
        Row("Huawei's built-in group", .group, "admin", .administratorsGroup),
        Row("a group of another case", .group, "Admin", nil),
        Row("a group whose name goes on", .group, "admins", nil),
        Row("a group of that name elsewhere", in: .volcengine, .group, "admin", nil),
        Row("a system policy", .policy, "Tenant Guest", .systemPolicy),
        Row("a policy of another case", .policy, "tenant guest", nil),
        Row("a system policy of another cloud", in: .jd, .policy, "Tenant Guest", nil),
        Row("JD Cloud's own", in: .jd, .policy, "JDCloudAdmin-New", .systemPolicy),
        Row("Volcengine's own", in: .volcengine, .policy, "AdministratorAccess", .systemPolicy),
        Row("a region", .project, "cn-north-4", .builtInProject),
        Row("a region with more digits", .project, "eu-west-101", .builtInProject),
        Row("object storage", .project, "MOS", .builtInProject),
        Row("a project in a region", .project, "cn-north-4_payments", nil),
        Row("a project that only looks so", .project, "cn-north-4x", nil),
        Row("a project with a long first part", .project, "prod-north-4", nil),
        Row("a project of four parts", .project, "cn-north-4-1", nil),
        Row("a project without a number", .project, "cn-north-a", nil),
        Row("object storage in small letters", .project, "mos", nil),
        Row("a region of a vendor without projects", in: .aws, .project, "us-east-1", nil),
        Row("a service-linked agency by name", .agency, "ServiceLinkedAgencyForCOC", .serviceLinked),
        Row(
            "a service-linked agency by path", .agency, "anything",
            marks: VendorMarks(path: "service-linked-agency/service.CBH/"), .serviceLinked),
        Row(
            "a path of its own", .agency, "anything", marks: VendorMarks(path: "my-service-linked-agency/"),
            nil),
        Row("a name that holds the word", .agency, "MyServiceLinkedAgencyForCOC", nil),
        Row(
            "an agency to a service's account", .agency, "cce", having: trust(.account, "op_svc_cce"),
            .serviceAgency),
        Row("an agency to a service", .agency, "cce", having: trust(.service, "op_svc_cce"), .serviceAgency),
        Row("an agency to a user of such a name", .agency, "cce", having: trust(.user, "op_svc_cce"), nil),
        Row("an agency to an account", .agency, "bank", having: trust(.account, "op_service"), nil),
        Row(
            "an agency of another cloud", in: .jd, .agency, "cce", having: trust(.account, "op_svc_cce"), nil),
        Row(
            "a linked agency that lets a service in", .agency, "ServiceLinkedAgencyForCOC",
            having: trust(.service, "op_svc_coc"), .serviceLinked),
        Row("JD Cloud's type 2", in: .jd, .agency, "r", marks: VendorMarks(roleType: 2), .serviceLinked),
        Row("JD Cloud's service role", in: .jd, .agency, "r", marks: VendorMarks(roleType: 3), nil),
        Row("a type of another cloud", in: .volcengine, .agency, "r", marks: VendorMarks(roleType: 2), nil),
        Row(
            "Volcengine's service-linked role", in: .volcengine, .agency, "r",
            marks: VendorMarks(isServiceLinked: true), .serviceLinked),
        Row("AWS's by name", in: .aws, .agency, "AWSServiceRoleForSupport", .serviceLinked),
        Row(
            "AWS's by path", in: .aws, .agency, "r",
            marks: VendorMarks(path: "/aws-service-role/x.amazonaws.com/"), .serviceLinked),
        Row("a role of AWS", in: .aws, .agency, "ServiceRoleForSupport", nil),
        Row("an identity provider", .identityProvider, "admin", nil),
    ]

    @Test("each sort, and what comes near", arguments: rows) func known(_ row: Row) {
        #expect(
            row.dialect.reservation(of: row.address, fields: row.fields, marks: row.marks) == row.expected)
    }

    @Test func `a state is marked where its store is a vendor's, and marks that are there stay`() {
        func object(_ address: Address, _ reserved: Reservation? = nil) -> ObservedObject {
            ObservedObject(address, id: "1", version: Version("1"), reserved: reserved)
        }
        var state = ObservedState(account: "acme")
        for object in [
            object(Address(.group, "admin")), object(Address(.user, "acme"), .rootUser),
            object(Address(.policy, "Tenant Guest")), object(Address(.project, "MOS"), .serviceLinked),
        ] { state.objects[object.address] = object }
        #expect(state.reserving(for: nil) == state)
        #expect(
            state.reserving(for: .huawei).reservedObjects { $0.kind == .project } == [
                ReservedObject(Address(.user, "acme"), .rootUser),
                ReservedObject(Address(.group, "admin"), .administratorsGroup),
            ])
        #expect(state.reserving(for: .huawei).objects[Address(.project, "MOS")]?.reserved == .serviceLinked)
    }

    @Test func `the vendor of a store is part of its capabilities`() throws {
        for capabilities in [Capabilities(), Capabilities(vendor: .volcengine)] {
            #expect(Capabilities(json: capabilities.json) == capabilities)
        }
        let wrong = JSONValue.object(
            (Capabilities().json.members ?? []) + [.init("vendor", "acme")])
        #expect(Capabilities(json: wrong) == nil)
    }
}
