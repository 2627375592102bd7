import Testing
import WritModel
import WritPolicy

@Suite("policies that add nothing beside others")
struct OverlapTests {
    private func set(_ text: String) throws -> PolicySet {
        PolicySet([readPolicy(try JSONValue(parsing: Array(text.utf8)), dialect: .aws)])
    }

    @Test("equal ones, smaller ones, and what only looks so")
    func overlaps() throws {
        let policies = try [
            #"[{"Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":"*"}]"#,
            #"[{"Effect":"Allow","Action":"s3:List*","Resource":"*"},{"Effect":"Allow","Action":"S3:get*","Resource":"*"}]"#,
            #"[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]"#,
            #"[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"},{"Effect":"Deny","Action":"kms:*","Resource":"*"}]"#,
            #"[{"Effect":"Allow","Action":"s3:PutObject","Resource":"*"}]"#,
            #"[{"Effect":"Allow","NotAction":"kms:*","Resource":"*"}]"#,
            #"[]"#,
            #"[{"Effect":"Allow","Action":"s3:PutObject","Resource":"*","Condition":{"Odd":{"k":"v"}}}]"#,
        ].map(set)
        #expect(
            overlappingPolicies(policies) == [
                PolicyOverlap(inner: 0, outer: 5, isEqual: false),
                PolicyOverlap(inner: 1, outer: 0, isEqual: true),
                PolicyOverlap(inner: 2, outer: 0, isEqual: false),
                PolicyOverlap(inner: 4, outer: 5, isEqual: false),
                PolicyOverlap(inner: 7, outer: 4, isEqual: false),
            ])
    }

    @Test("equal means the same beside any other policy")
    func equality() throws {
        let plain = try set(#"[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]"#)
        let guarded = try set(
            #"[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Deny","Action":"kms:*","Resource":"*"}]"#
        )
        #expect(compare(old: plain, new: guarded).isEquivalent)
        #expect(!areEqual(plain, guarded) && areEqual(guarded, guarded))
    }
}
