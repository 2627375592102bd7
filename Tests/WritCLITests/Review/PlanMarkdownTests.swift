import Testing
import WritDiagnostics
import WritModel
import WritPlan
import WritReport
import WritTestKit

/// A plan as a comment for a pull request.
@Suite struct PlanMarkdownTests {
    private func comment(_ plan: Plan, maxBytes: Int = 60_000, details: String? = nil) -> String {
        markdown(plan, maxBytes: maxBytes, details: details)
    }

    @Test func `the worst stands first, and policies are compared by statement`() {
        expectGolden(comment(PlanSample.plan(PlanSample.everything)), named: "every danger")
    }

    @Test func `nothing to do is said in a line`() {
        expectGolden(comment(PlanSample.plan([])), named: "nothing to do")
    }

    @Test func `refusals stand on top with the approval that lifts them`() {
        let refusals = [
            Refusal(
                .removedObjects, "2 of 9 users would be deleted, the limit is 1", count: 2, limit: 1,
                items: ["user/zoe", "user/yan"]),
            Refusal(
                .protected, "`user/zoe` is protected and would be deleted: on-call needs it",
                items: ["user/zoe"]),
        ]
        let warnings = [
            Diagnostic(
                "release.field", .warning, "`group/a` no longer says `description`; it stays as it is",
                at: PlanSample.place("iam/groups.yaml", 3), help: "nothing, if it is meant")
        ]
        let plan = PlanSample.plan(
            PlanSample.everything, refusals: refusals, warnings: warnings,
            unmanaged: [Address(.user, "eve")],
            unverifiable: [ObjectField(Address(.user, "dave"), .accessKeysKeys)])
        expectGolden(comment(plan), named: "refused")
    }

    @Test func `a snapshot says how old it is, and that no approval lifts its refusals`() {
        let plan = PlanSample.plan(
            [PlanSample.join("bob", "payments")],
            refusals: [Refusal(.emptiedList, "`group/a` would be left without members", items: ["group/a"])],
            snapshotAt: PlanSample.noon.advanced(by: -3 * 86_400))
        expectGolden(comment(plan), named: "from a snapshot")
    }

    /// Texts that would do something if Markdown, HTML or a pipeline's log read them.
    static let hostile = [
        "`a`", "``` \n```\n</details>", "@acme/admins", "![x](http://evil.example/x.png)",
        "[click](https://evil.example)", "<img src=x onerror=alert(1)>", "# heading", "| a | b |",
        "</code></sub></summary></details>", "fixes #1", "https://evil.example/",
        "\n::set-env name=X::y", "\n##[group]x", "##vso[task.setvariable]x", "\u{202E}txt", "\u{1B}[31m",
        "\u{200B}", "-->", "~~~", String(repeating: "`", count: 300), "\r\n/close", "&lt;b&gt;",
        "<!-- writ:plan:x -->",
        "$(touch x)", "\u{2028}x",
    ]

    @Test func `whatever stands in manifests or the store is inert`() {
        let changes = Self.hostile.flatMap { text in
            [
                PlanSample.join(text, "payments"),
                Change(
                    Address(.user, text),
                    .update([FieldChange(.description, before: nil, after: .text(text))]),
                    cause: .commit, source: PlanSample.place(text, 1)),
                Change(
                    Address(.policy, text),
                    .update([
                        FieldChange(
                            .document, before: nil,
                            after: PlanSample.document(PlanSample.allow(.string(text))))
                    ]), cause: .commit),
            ]
        }
        var plan = PlanSample.plan(
            changes,
            refusals: Self.hostile.map {
                Refusal(.protected, "`user/\($0)` is protected: \($0)", items: [$0, $0])
            }
                + [Refusal(.adoption, "x", items: Self.hostile)],
            warnings: Self.hostile.map {
                Diagnostic("a.b", .warning, $0, at: PlanSample.place($0, 2), help: $0)
            },
            unmanaged: Self.hostile.map { Address(.user, $0) },
            unverifiable: Self.hostile.map { ObjectField(Address(.user, $0), .email) })
        for text in Self.hostile {
            plan.binding.account = text
            plan.binding.revision.name = text
            let comment = comment(plan, maxBytes: 1 << 20)
            #expect(faults(inComment: comment) == [], "\(text)")
        }
        expectGolden(comment(plan), named: "hostile")
    }

    @Test(arguments: 0..<(isFullRun ? 300 : 30))
    func `a comment keeps its size, and what it does not show is counted`(_ seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var changes: [Change] = []
        for index in 0..<random.below(400) {
            switch random.below(4) {
            case 0: changes.append(PlanSample.join("user-\(index)", "group-\(random.below(9))"))
            case 1:
                changes.append(
                    Change(
                        Address(.user, "user-\(index)"),
                        .create([.description: .text(String(repeating: "é`", count: random.below(800)))]),
                        cause: .commit))
            case 2: changes.append(Change(Address(.user, "user-\(index)"), .delete([:]), cause: .commit))
            default:
                let statements = (0..<random.below(60)).map { PlanSample.allow(.string("ecs:a\($0):*")) }
                changes.append(
                    Change(
                        Address(.policy, "policy-\(index)"),
                        .create([
                            .document: .document(PolicyDocument(["Statement": .array(statements)]))
                        ]), cause: .commit))
            }
        }
        let refusals = (0..<random.below(80)).map { index in
            Refusal(
                .protected,
                "`user/\(index)` is protected: \(String(repeating: "x", count: random.below(900)))")
        }
        var plan = PlanSample.plan(changes, refusals: refusals)
        plan.binding.account = String(repeating: "é", count: random.below(900))
        plan.binding.revision.name = String(repeating: "`", count: random.below(900))
        let limit = smallestComment + random.below(80_000)
        let comment = comment(plan, maxBytes: limit)
        #expect(comment.utf8.count <= limit)
        #expect(faults(inComment: comment) == [])
        // What is shown and what is said to be hidden is all there is.
        let shown = changes.count { change in
            comment.contains("\(change.action.rawValue) \(change.address)\n")
                || comment.contains("member user-") && shows(change, in: comment)
        }
        let hidden = comment.firstMatch(of: #/\*\*(\d+) of the entries/#).flatMap { Int($0.1) } ?? 0
        let shownRefusals = refusals.count { comment.contains("protected: \($0.message.prefix(30))") }
        #expect(shown + shownRefusals + hidden == changes.count + refusals.count, "limit \(limit)")
    }

    /// All that is always shown, as long as it can be.
    @Test func `the smallest comment holds what is always shown`() {
        let long = String(repeating: "é`", count: 3000)
        var plan = PlanSample.plan(
            [PlanSample.join("bob", "payments")],
            refusals: GuardRule.allCases.map { Refusal($0, long, items: [long, long, long]) })
        plan.binding.account = long
        plan.binding.revision.name = long
        let text = comment(
            plan, maxBytes: smallestComment, details: "https://" + String(repeating: "x", count: 900))
        #expect(text.utf8.count <= smallestComment)
        #expect(faults(inComment: text).filter { !$0.contains("[here]") } == [])
    }

    private func shows(_ change: Change, in comment: String) -> Bool {
        guard case .join(let edge) = change.effect else { return false }
        return comment.contains("\(change.address) gains member \(edge.user) ")
    }

    @Test func `what is cut is the least dangerous, and the comment says where all of it is`() {
        let deletes = (0..<10).map { Change(Address(.user, "old-\($0)"), .delete([:]), cause: .commit) }
        let joins = (0..<500).map { PlanSample.join("user-\($0)", "payments") }
        let text = comment(
            PlanSample.plan(joins + deletes), maxBytes: 9000, details: "https://ci.example/run/1")
        for index in 0..<10 { #expect(text.contains("delete user/old-\(index)")) }
        #expect(text.contains("of the entries are not shown**"))
        #expect(text.contains(" join). All of it is [here](https://ci.example/run/1)."))
    }
}

/// What in a comment is not inert, judged as a renderer would: outside of fences and code only our own words.
func faults(inComment text: String) -> [String] {
    var faults: [String] = []
    var fence: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let ticks = String(line.prefix { $0 == "`" })
        if let open = fence {
            if line == open { fence = nil }
            if line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
                faults.append("a control character in \(line)")
            }
            if ticks.count >= open.count, line != open { faults.append("a fence is broken: \(line)") }
            if line.hasPrefix("::") || line.hasPrefix("##") || line.hasPrefix("/") {
                faults.append("a command: \(line)")
            }
            continue
        }
        if ticks.count >= 3 {
            if line != "\(ticks)text" { faults.append("an unknown fence: \(line)") }
            fence = ticks
            continue
        }
        let bare = line.replacing(#/`[^`]*`/#, with: "")
        let ours = bare.replacing(
            #/<\/?(details|details open|summary|sub|code|br)>|<!-- writ:[a-zA-Z0-9:. -]* -->/#, with: "")
        if ours.contains(#/[<>`@\[\]!|\\]|::|http/#) { faults.append("outside of code: \(line)") }
    }
    if fence != nil { faults.append("a fence is open at the end") }
    return faults
}
