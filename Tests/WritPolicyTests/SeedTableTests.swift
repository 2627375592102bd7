import Testing
import WritModel
import WritPolicy

@Suite("the seed tables")
struct SeedTableTests {
    @Test("FullAccess allows what it says")
    func skeleton() {
        let set = PolicySet([readPolicy(SystemPolicies.all["Tenant Administrator"]!.json, dialect: .huawei)])
        #expect(set.decide(Request(action: "iam:users:createUser")).verdict == .implicitDeny)
        #expect(set.decide(Request(action: "ecs:servers:get")).verdict == .allowed)
    }
}
