import Testing
import WritDiagnostics
import WritLint
import WritModel

@Suite struct InvalidWaiverTests {
    @Test(arguments: [
        ("# writ: ignore SEC001", "a comment for Writ reads `# writ: allow CODE until DATE -- reason`"),
        ("# writ: allow", "the waiver names no rule"),
        ("# writ: allow SEC001 until tomorrow -- x", "the waiver's end is no day such as `2027-03-31`"),
        ("# writ: allow SEC001 until -- x", "the waiver's end is no day such as `2027-03-31`"),
        ("# writ: allow SEC01 -- x", "there is no rule `SEC01`"),
    ]) func `what cannot be read is told and waives nothing`(_ comment: String, _ message: String) {
        let row = WaiverRow("      - Effect: Allow\n        Action: [\"*:*:*\"]  ⟦\(comment)⟧\n")
        let told = row.findings(of: "invalid-waiver", beside: "full-admin")
        #expect(told.map(row.subject.describe) == row.expected)
        #expect(told.map(\.message) == [message])
        #expect(row.findings(of: "full-admin", beside: "invalid-waiver").map(\.waiver) == [nil])
        #expect(row.findings(of: "unused-waiver", beside: "full-admin").isEmpty)
    }

    @Test(arguments: ["# about writ: see there", "# writ", "# rewrite: allow SEC001"])
    func `other comments are none`(_ comment: String) {
        let row = WaiverRow("      - Effect: Allow\n        Action: [\"ecs:servers:get\"]  \(comment)\n")
        #expect(row.findings(of: "invalid-waiver", beside: "full-admin").isEmpty)
    }
}
