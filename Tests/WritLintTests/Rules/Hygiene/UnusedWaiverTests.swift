import Testing
import WritDiagnostics
import WritLint
import WritModel

@Suite struct UnusedWaiverTests {
    @Test func `a waiver that covers nothing is told, with a fix that takes it out`() {
        let row = WaiverRow(
            """
                  - Effect: Allow
                    Action: ["ecs:servers:get"]  ⟦# writ: allow SEC001 -- build server⟧
            """)
        let findings = row.findings(of: "unused-waiver", beside: "full-admin")
        #expect(findings.map(row.subject.describe) == row.expected)
        #expect(findings.map(\.message) == ["the waiver of `SEC001` covers no finding"])
        #expect(row.fixed(findings)?.contains("writ:") == false)
        #expect(row.fixed(findings)?.hasSuffix("Action: [\"ecs:servers:get\"]") == true)
    }

    @Test func `one on a line of its own goes with its line`() {
        let row = WaiverRow(
            """
                  ⟦# writ: allow full-admin -- build server⟧
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
            """)
        let findings = row.findings(of: "unused-waiver", beside: "full-admin")
        #expect(findings.map(row.subject.describe) == row.expected)
        #expect(row.fixed(findings)?.contains("Statement:\n      - Effect: Allow") == true)
    }

    @Test(arguments: [
        "      # writ: allow SEC001 -- root\n      - Effect: Allow\n        Action: [\"*:*:*\"]\n",
        "      - Effect: Allow\n        Action: [\"*:*:*\"]  # writ: allow SEC -- root\n",
        "      - Effect: Allow\n        # writ: allow RED001, full-admin -- root\n        Action: [\"*:*:*\"]\n",
        "      - Effect: Allow\n        Action: [\"*:*:*\"]  # root # writ: allow SEC001\n",
    ]) func `one that covers a finding is used`(_ statement: String) {
        let row = WaiverRow(statement)
        #expect(row.findings(of: "unused-waiver", beside: "full-admin").isEmpty)
        #expect(row.findings(of: "full-admin", beside: "unused-waiver").allSatisfy { $0.waiver != nil })
    }

    @Test func `one below or beside the finding does not reach it`() {
        let row = WaiverRow(
            """
                  - Effect: Allow  ⟦# writ: allow SEC001 -- here⟧
                    Action: ["*:*:*"]
                  ⟦# writ: allow SEC001 -- there⟧
                  - Effect: Deny
                    Action: ["*:*:*"]
            """)
        #expect(
            row.findings(of: "unused-waiver", beside: "full-admin").map(row.subject.describe) == row.expected)
        #expect(row.findings(of: "full-admin", beside: "unused-waiver").allSatisfy { $0.waiver == nil })
    }
}
