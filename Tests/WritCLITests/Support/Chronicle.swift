import Foundation

/// A repository in which several people have written: each commit has an author and a day of its own.
final class Chronicle {
    let sandbox: Sandbox
    /// The full ids by the messages.
    private(set) var commits: [String: String] = [:]

    /// A repository whose first commit declares a group of two people, by Ada Lovelace.
    init() throws {
        sandbox = try Sandbox()
        try sandbox.git("init", "-q", "-b", "main")
        try sandbox.write(
            """
            apiVersion: writ/v1
            kind: Configuration
            targets:
              production:
                account: acme
                store: sqlite
                paths: [iam]

            """, to: "writ.yaml")
        try sandbox.write(
            """
            apiVersion: writ/v1
            kind: Group
            metadata:
              name: payments
            spec:
              description: Payments
              members:
                - alice
                - bob
              policies:
                - ledger-read

            """, to: "iam/payments.yaml")
        try sandbox.write(user("alice") + "---\n" + user("bob"), to: "iam/people.yaml")
        try sandbox.write(
            """
            apiVersion: writ/v1
            kind: Policy
            metadata:
              name: ledger-read
            spec:
              description: |
                Reads the ledger.
                Nothing else.
              documentFile: ledger.json

            """, to: "iam/policy.yaml")
        try sandbox.write(Self.document("obs:object:Get*"), to: "iam/ledger.json")
        try commit("first", by: "Ada Lovelace", on: "2026-10-01")
    }

    /// A policy document over several lines.
    static func document(_ action: String) -> String {
        """
        {
          "Version": "1.1",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": ["\(action)"],
              "Resource": ["obs:*:*:object:ledger/*"]
            }
          ]
        }

        """
    }

    /// Commits all that is in the working tree.
    @discardableResult
    func commit(_ message: String, by author: String, on day: String) throws -> String {
        try sandbox.git("add", "-A")
        try sandbox.git(
            "commit", "-q", "-m", message, "--author", "\(author) <someone@acme.example>", "--date",
            "\(day)T09:00:00Z")
        let id = try sandbox.git("rev-parse", "HEAD")
        commits[message] = id
        return id
    }

    /// Applies what is committed.
    func apply() throws {
        let result = try sandbox.writ("apply", "--auto-approve", "--no-blame")
        guard result.code == 0 else { throw CommandFailure(arguments: ["apply"], result: result) }
    }

    /// Six people change the repository in ways that move lines about.
    func change() throws {
        try sandbox.replace(
            "description: Payments\n", by: "description: Payments engineers\n", in: "iam/payments.yaml")
        try sandbox.replace("    - bob\n", by: "", in: "iam/payments.yaml")
        try commit("payments are engineers", by: "Grace Hopper", on: "2026-10-02")

        try sandbox.git("checkout", "-q", "-b", "side")
        try sandbox.git("mv", "iam/payments.yaml", "iam/groups.yaml")
        try sandbox.replace("Nothing else.", by: "And nothing else.", in: "iam/policy.yaml")
        try commit("one file for groups", by: "Alan Turing", on: "2026-10-03")
        try sandbox.git("checkout", "-q", "main")

        try sandbox.replace("displayName: alice", by: "displayName: Alice", in: "iam/people.yaml")
        try sandbox.write(
            String(contentsOfFile: sandbox.path + "/iam/people.yaml", encoding: .utf8)
                .components(separatedBy: "---\n")[0], to: "iam/people.yaml")
        try commit("bob has left", by: "Edsger Dijkstra", on: "2026-10-04")
        try sandbox.git("merge", "-q", "--no-ff", "-m", "merge", "side")

        try sandbox.write(Self.document("obs:object:GetObject"), to: "iam/ledger.json")
        try sandbox.write(
            String(contentsOfFile: sandbox.path + "/iam/people.yaml", encoding: .utf8) + "---\n"
                + user("carol"), to: "iam/people.yaml")
        try sandbox.replace("    - alice\n", by: "    - alice\n    - carol\n", in: "iam/groups.yaml")
        try commit("carol joins", by: "Barbara Liskov", on: "2026-10-05")

        try sandbox.replace("displayName: carol", by: "displayName: Carol", in: "iam/people.yaml")
        try sandbox.replace("kind: Group", by: "kind: Group  # people who pay", in: "iam/groups.yaml")
        try commit("names", by: "Ev\u{1b}[31me\u{202e}", on: "2026-10-06")
    }

    /// The text with commits named by their messages and digests left out.
    func readable(_ text: String) -> String {
        var text = text.replacing(#/sha256:[0-9a-f]{64}/#, with: "sha256:DIGEST")
        for (message, id) in commits {
            text = text.replacingOccurrences(of: id, with: "⟨\(message)⟩")
                .replacingOccurrences(of: String(id.prefix(7)), with: "⟨\(message)⟩")
        }
        return text
    }
}

private func user(_ name: String) -> String {
    """
    apiVersion: writ/v1
    kind: User
    metadata:
      name: \(name)
    spec:
      displayName: \(name)

    """
}
