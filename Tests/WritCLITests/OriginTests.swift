import Foundation
import Testing
import WritTestKit

/// Which commit, author and day each value comes from.
@Suite struct OriginTests {
    @Test func `a plan names who wrote each change, and who removed what is gone`() throws {
        let chronicle = try Chronicle()
        try chronicle.apply()
        try chronicle.change()
        let plan = try chronicle.sandbox.writ("plan")
        expectGolden(chronicle.readable(plan.stdout), named: "origins-of-a-plan")
        #expect(!plan.stdout.utf8.contains(0x1B) && !plan.stdout.contains("\u{202e}"))
    }

    @Test func `a plan for an empty store names one author for each object and edge`() throws {
        let chronicle = try Chronicle()
        try chronicle.change()
        expectGolden(
            chronicle.readable(try chronicle.sandbox.writ("plan").stdout), named: "origins-of-a-first-plan")
    }

    @Test func `a plan's file and digests do not know of origins`() throws {
        let chronicle = try Chronicle()
        try chronicle.apply()
        try chronicle.change()
        let with = try chronicle.sandbox.writ("plan", "--as-of", "2026-11-01", "--out", "../with.json")
        let without = try chronicle.sandbox.writ(
            "plan", "--as-of", "2026-11-01", "--out", "../without.json", "--no-blame")
        #expect(effect(with.stdout) == effect(without.stdout))
        #expect(!without.stdout.contains("Grace Hopper"))
        let file = try String(contentsOfFile: chronicle.sandbox.folder + "/with.json", encoding: .utf8)
        #expect(!file.contains("Grace Hopper") && !file.contains("rigin"))
    }

    @Test func `a plan printed as JSON has the origins, and is applied like a saved one`() throws {
        let chronicle = try Chronicle()
        try chronicle.apply()
        try chronicle.change()
        let plan = try chronicle.sandbox.writ("plan", "--format", "json")
        #expect(!plan.stdout.contains("\u{202e}") && plan.stdout.contains(#"Ev\\u{1b}[31me\\u{202e}"#))
        let changes = try #require(try object(plan.stdout)["changes"] as? [[String: Any]])
        let origins = changes.compactMap { $0["origin"] ?? $0["fieldOrigins"] }.count
        #expect(origins == changes.count)
        expectGolden(
            chronicle.readable(changes.map(originLine).sorted().joined(separator: "\n")) + "\n",
            named: "origins-as-json")

        let path = chronicle.sandbox.folder + "/printed.json"
        try Data(plan.stdout.utf8).write(to: URL(fileURLWithPath: path))
        let digest = try #require(try object(plan.stdout)["digest"] as? String)
        let apply = try chronicle.sandbox.writ("apply", path, "--approve", "removed-objects=\(digest)")
        #expect(apply.code == 0, "\(apply.stderr)")
    }

    @Test func `a printed plan that was changed in what it binds is refused`() throws {
        let chronicle = try Chronicle()
        let plan = try chronicle.sandbox.writ("plan", "--format", "json").stdout
        let path = chronicle.sandbox.folder + "/printed.json"
        for (old, new) in [("\"Payments\"", "\"Others\""), ("  \"changes\"", "   \"changes\"")] {
            #expect(plan.contains(old))
            try Data(plan.replacingOccurrences(of: old, with: new).utf8)
                .write(to: URL(fileURLWithPath: path))
            let apply = try chronicle.sandbox.writ("apply", path)
            #expect(apply.code == 1)
            #expect(apply.stderr.contains("the plan was changed after it was made"))
        }
    }

    @Test func `what is only in the working tree is said to be not committed`() throws {
        let chronicle = try Chronicle()
        try chronicle.apply()
        try chronicle.change()
        let sandbox = chronicle.sandbox
        try sandbox.replace("Payments engineers", by: "Paying engineers", in: "iam/groups.yaml")
        try sandbox.replace("    - ledger-read\n", by: "", in: "iam/groups.yaml")
        try sandbox.replace("  policies:\n", by: "  policies: []\n", in: "iam/groups.yaml")
        let plan = try sandbox.writ("plan", "--worktree")
        expectGolden(chronicle.readable(plan.stdout), named: "origins-of-a-working-tree")
    }

    @Test func `a clone without history gives a note and says what it does not know`() throws {
        let chronicle = try Chronicle()
        try chronicle.apply()
        try chronicle.change()
        let sandbox = chronicle.sandbox
        try sandbox.git("clone", "-q", "--depth", "1", "file://" + sandbox.path, "../shallow")
        let plan = try sandbox.writ(
            "plan", "--repo", "../shallow", "--store", "sqlite:" + sandbox.database)
        #expect(plan.stderr.contains("note: this clone is shallow"), "\(plan.stderr)")
        expectGolden(chronicle.readable(plan.stdout), named: "origins-in-a-shallow-clone")
    }

    @Test func `drift names who wrote what was applied, as it stood there`() throws {
        let chronicle = try Chronicle()
        try chronicle.apply()
        // Later commits move the lines that were applied; they have no say.
        try chronicle.change()
        let sandbox = chronicle.sandbox
        try LiveDatabase(sandbox.database).run(
            """
            UPDATE groups SET description = 'x' WHERE name = 'payments';
            UPDATE policies SET description = 'y';
            DELETE FROM memberships WHERE user_id = (SELECT id FROM users WHERE name = 'bob')
            """)
        let drift = try sandbox.writ("drift")
        #expect(drift.code == 3)
        expectGolden(chronicle.readable(drift.stdout), named: "origins-of-drift")
        let items = try #require(
            try object(sandbox.writ("drift", "--format", "json").stdout)["items"] as? [[String: Any]])
        #expect(items.allSatisfy { $0["origin"] != nil })
        #expect(!(try sandbox.writ("drift", "--no-blame")).stdout.contains("Ada Lovelace"))
    }

    @Test func `drift in a clone that lacks the applied commit is told, with a note`() throws {
        let chronicle = try Chronicle()
        try chronicle.apply()
        try chronicle.change()
        let sandbox = chronicle.sandbox
        try LiveDatabase(sandbox.database).run("UPDATE groups SET description = 'x'")
        try sandbox.git("clone", "-q", "--depth", "1", "file://" + sandbox.path, "../shallow")
        let drift = try sandbox.writ(
            "drift", "--repo", "../shallow", "--store", "sqlite:" + sandbox.database)
        #expect(drift.code == 3)
        #expect(drift.stdout.contains("~ description"))
        #expect(
            drift.stderr.contains("note: who wrote what was applied from")
                && drift.stderr.contains("missing"),
            "\(drift.stderr)")
    }

    @Test func `history names the author, day and subject of each commit, and who wrote each line`() throws {
        let chronicle = try Chronicle()
        try chronicle.apply()
        let history = try chronicle.sandbox.writ("history")
        let lines = chronicle.readable(history.stdout).split(separator: "\n")
        #expect(
            lines.first?.hasSuffix("⟨first⟩ Ada Lovelace 2026-10-01 “first”") == true, "\(history.stdout)")
        let created = try #require(lines.first { $0.contains("step done  create group/payments") })
        #expect(created.hasSuffix("iam/payments.yaml:4, ⟨first⟩ Ada Lovelace 2026-10-01"))
        #expect(!(try chronicle.sandbox.writ("history", "--no-blame")).stdout.contains("Ada"))
        let json = try chronicle.sandbox.writ("history", "--format", "json").stdout
        #expect(json.contains("\"subject\": \"first\"") && json.contains("\"origin\""))
    }

    @Test func `history of one object has the entries that name it, and no object with a longer name`() throws
    {
        let chronicle = try Chronicle()
        try chronicle.apply()
        let history = try chronicle.sandbox.writ("history", "user/bob").stdout.split(separator: "\n")
        #expect(history.count == 2)
        #expect(
            history[0].contains("create user/bob") && history[1].contains("join user/bob in group/payments"))
        #expect(try chronicle.sandbox.writ("history", "user/bo").stdout == "nothing was done to user/bo\n")
        #expect(try chronicle.sandbox.writ("history", "bob").code == 64)
        #expect(try chronicle.sandbox.writ("history", "user/bob", "--verify").code == 64)
    }
}

private func effect(_ text: String) -> String? {
    text.firstMatch(of: /effect sha256:([0-9a-f]{64})/).map { String($0.1) }
}

private func object(_ text: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
}

/// A change with its origins in one line.
private func originLine(_ change: [String: Any]) -> String {
    let effect = change["effect"] as? [String: Any] ?? [:]
    let fields = change["fieldOrigins"] as? [String: [String: Any]] ?? [:]
    var parts = ["\(effect["action"] ?? "") \(change["address"] ?? "")"]
    if let origin = change["origin"] as? [String: Any] { parts.append(text(origin)) }
    parts += fields.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }
    return parts.joined(separator: "; ")
}

private func text(_ origin: [String: Any]) -> String {
    let author = (origin["author"] as? [String: Any])?["name"] ?? "?"
    return "\(origin["standing"] ?? "") \(origin["commit"] ?? "") \(author) \(origin["date"] ?? "") "
        + "\(origin["file"] ?? ""):\(origin["line"] ?? "")"
}
