import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct OperatorNamesTests {
    @Test(arguments: Dialect.allCases) func everyNameIsKnown(_ dialect: Dialect) {
        for name in dialect.operatorNames {
            #expect(dialect.conditionOperator(named: name) != nil, "\(name)")
        }
    }

    @Test func namesOfOtherVendors() {
        #expect(Dialect.huawei.ownName(ofOperator: "StringLike") == "StringMatch")
        #expect(Dialect.aws.ownName(ofOperator: "numberlessthan") == "NumericLessThan")
        #expect(Dialect.aws.ownName(ofOperator: "TrnNotLike") == "ArnNotLike")
        #expect(Dialect.huawei.ownName(ofOperator: "DateEquals") == nil)
        #expect(Dialect.huawei.ownName(ofOperator: "StringMatch") == nil)
    }

    @Test func partsOfAName() {
        let name = OperatorName("foranyvalue:StringLikeIfExists")
        #expect(name.qualifier == "foranyvalue:")
        #expect(name.base == "StringLike")
        #expect(name.suffix == "IfExists")
        #expect(name.text == "foranyvalue:StringLikeIfExists")
    }
}
