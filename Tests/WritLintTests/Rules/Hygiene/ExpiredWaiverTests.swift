import Testing
import WritDiagnostics
import WritLint
import WritModel

@Suite struct ExpiredWaiverTests {
    @Test func `it holds through its last day and not after`() {
        let day = "2026-11-22"
        let row = WaiverRow(
            """
                  - Effect: Allow
                    Action: ["*:*:*"]  ⟦# writ: allow SEC001 until \(day) -- build server⟧
            """)
        let inside = row.findings(of: "full-admin", beside: "expired-waiver", at: "2026-11-22T23:59:59Z")
        #expect(inside.map(\.waiver) == ["build server"])
        #expect(row.findings(of: "expired-waiver", beside: "full-admin", at: "2026-11-22T23:59:59Z").isEmpty)
        let after = row.findings(of: "full-admin", beside: "expired-waiver", at: "2026-11-23T00:00:00Z")
        #expect(after.map(\.waiver) == [nil])
        let told = row.findings(of: "expired-waiver", beside: "full-admin", at: "2026-11-23T00:00:00Z")
        #expect(told.map(row.subject.describe) == row.expected)
        #expect(told.map(\.message) == ["the waiver ended with 2026-11-22"])
    }

    @Test func `one without a reason is told, and covers`() {
        let row = WaiverRow(
            """
                  - Effect: Allow
                    Action: ["*:*:*"]  ⟦# writ: allow SEC001⟧
            """)
        let told = row.findings(of: "expired-waiver", beside: "full-admin")
        #expect(told.map(row.subject.describe) == row.expected)
        #expect(told.map(\.message) == ["the waiver says no reason"])
    }
}
