import Testing
import WritModel
import WritPolicy

@Suite("the seed tables")
struct SeedTableTests {
    /// One cell of the tables.
    private struct Cell: Hashable {
        var operation: String
        var permission: String
    }

    /// What the tables say and the published documents do not: `iam:*:list*` of the document is about the action too.
    private static let exception = Cell(operation: "Querying quotas", permission: "IAM ReadOnlyAccess")

    @Test("183 of 184 cells follow from the documents as published; the other is the known exception")
    func cells() throws {
        let sets = try SeedRow.columns.map { name in
            PolicySet([readPolicy(try #require(SystemPolicies.all[name]).json, dialect: .huawei)])
        }
        var cellCount = 0
        var differing: [Cell] = []
        for row in SeedRow.all {
            for (index, set) in sets.enumerated() {
                cellCount += 1
                let verdicts = row.actions.map { set.decide(Request(action: $0)).verdict }
                #expect(!verdicts.contains(.uncertain))
                let isAllowed = verdicts.allSatisfy { $0 == .allowed }
                if isAllowed != row.isSupported[index] {
                    differing.append(Cell(operation: row.operation, permission: SeedRow.columns[index]))
                }
            }
        }
        #expect(cellCount == 184)
        #expect(SeedRow.all.count { $0.table == 2 } == 42)
        #expect(SeedRow.all.count { $0.table == 3 } == 4)
        #expect(differing == [Self.exception])
    }

    @Test("in the exception the table says no and the document says yes")
    func exception() throws {
        let row = try #require(SeedRow.all.first { $0.operation == Self.exception.operation })
        #expect(row.isSupported == [true, false, true, false])
        #expect(row.actions == ["iam:quotas:listQuotas"])
        let document = try #require(SystemPolicies.all[Self.exception.permission])
        let set = PolicySet([readPolicy(document.json, dialect: .huawei)])
        let decision = set.decide(Request(action: "iam:quotas:listQuotas"))
        #expect(decision.verdict == .allowed)
        #expect(
            decision.deciding.flatMap { set.statements[$0].actions.included ?? [] }.map(\.text).contains(
                "iam:*:list*"))
    }

    @Test(
        "Tenant Guest and Tenant Administrator support no row",
        arguments: ["Tenant Guest", "Tenant Administrator"])
    func tenants(_ name: String) throws {
        let set = PolicySet([readPolicy(try #require(SystemPolicies.all[name]).json, dialect: .huawei)])
        for row in SeedRow.all {
            #expect(!row.actions.contains { set.decide(Request(action: $0)).verdict == .allowed }, "\(row)")
        }
        #expect(set.decide(Request(action: "ecs:servers:get")).verdict == .allowed)
    }
}
