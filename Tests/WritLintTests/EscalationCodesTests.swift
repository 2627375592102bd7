import Testing
import WritModel
import WritPolicy

@testable import WritLint

@Suite struct EscalationCodesTests {
    @Test func everyMethodIsReportedByARule() {
        let codes = Set(ruleCatalogue.map(\.code))
        for dialect in Dialect.allCases {
            for method in dialect.escalationMethods {
                #expect(escalationCodes[method.id].map(codes.contains) == true, "\(dialect) \(method.id)")
            }
        }
    }

    @Test func noMethodIsUnknown() {
        let known = Set(Dialect.allCases.flatMap(\.escalationMethods).map(\.id))
        #expect(Set(escalationCodes.keys).subtracting(known).isEmpty)
    }
}
