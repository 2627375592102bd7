import Foundation
import Testing
import WritModel
import WritTestKit

/// Passwords and access keys from a manifest to whom they are for, with the real `age`.
@Suite(.serialized) struct CredentialCommandTests {
    /// A sandbox of the example, whose credentials go to a key that the test has.
    private struct Desk {
        let sandbox: Sandbox
        var folder: String { sandbox.folder + "/credentials" }
        private var key: String { sandbox.folder + "/key.txt" }

        init() throws {
            sandbox = try Sandbox(Example(name: "03-account-security"))
            try run("age-keygen", "-o", key)
            let recipient = try run("age-keygen", "-y", key).trimmingCharacters(in: .newlines)
            try sandbox.replace(
                sampleRecipients[0].description, by: recipient, in: "people/people.yaml")
            try sandbox.commit("our own recipient")
        }

        @discardableResult
        func run(_ arguments: String...) throws -> String {
            let result = try runProcess(
                arguments[0], Array(arguments.dropFirst()), in: sandbox.folder,
                environment: sandbox.environment, seconds: 60)
            guard result.code == 0 else { throw CommandFailure(arguments: arguments, result: result) }
            return result.stdout
        }

        func apply(seconds: Double = 60, errorBytes: Int = .max) throws -> CommandResult {
            try sandbox.writ(
                ["apply", "--auto-approve", "--credentials", folder], seconds: seconds,
                errorBytes: errorBytes)
        }

        var files: [String] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { !$0.hasPrefix(".") }.sorted()
        }

        /// What the recipient reads in a file.
        func read(_ name: String) throws -> [String: Any] {
            let text = try run("age", "-d", "-i", key, folder + "/" + name)
            return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        }

        func rotate(to generation: Int) throws {
            try sandbox.replace(
                "name: nightly\n        generation: \(generation - 1)",
                by: "name: nightly\n        generation: \(generation)", in: "people/people.yaml")
            try sandbox.commit("generation \(generation)")
        }

        func keys() throws -> [String] {
            try LiveDatabase(sandbox.database).rows(
                "SELECT generation, status, id FROM access_keys ORDER BY generation")
        }
    }

    @Test func `what a manifest asks for reaches its recipient, and stands nowhere else`() throws {
        let desk = try Desk()
        let apply = try desk.apply()
        #expect(apply.code == 0, "\(apply.stderr)")
        #expect(desk.files == ["break-glass.password.1.age", "ledger-export.nightly.1.age"])

        let key = try desk.read("ledger-export.nightly.1.age")
        #expect(key["kind"] as? String == "access-key" && key["user"] as? String == "ledger-export")
        #expect(key["target"] as? String == "production" && key["account"] as? String == "acme")
        let id = try #require(key["id"] as? String)
        #expect(try desk.keys() == ["1|active|\(id)"])
        let secret = try #require(key["secret"] as? String)
        let password = try #require(try desk.read("break-glass.password.1.age")["secret"] as? String)
        #expect(secret.count == 40 && password.count >= 20)

        let again = try desk.apply()
        #expect(again.code == 0 && again.stdout.contains("nothing to do"), "\(again.stdout)")
        let rest = try ["plan", "drift", "observe", "history"].map { try desk.sandbox.writ($0) }
        for output in ([apply, again] + rest).flatMap({ [$0.stdout, $0.stderr] }) {
            #expect(!output.contains(secret) && !output.contains(password))
        }
        for file in try allFiles(below: desk.sandbox.folder) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            for value in [secret, password] {
                #expect(bytes.range(of: Data(value.utf8)) == nil, "\(file)")
            }
        }
    }

    @Test func `a key is rotated step by step`() throws {
        let desk = try Desk()
        #expect(try desk.apply().code == 0)
        try desk.rotate(to: 2)
        #expect(try desk.apply().code == 0)
        #expect(try desk.keys().map { $0.prefix(9) } == ["1|active|", "2|active|"])
        let waits = try desk.sandbox.writ("plan", "--exit-code")
        #expect(waits.code == 0 && waits.stdout.contains("credential.waits"), "\(waits.stdout)")

        let database = try LiveDatabase(desk.sandbox.database)
        try database.run("UPDATE access_keys SET last_used_at = unixepoch() WHERE generation = 2")
        let disable = try desk.sandbox.writ("plan", "--no-blame")
        #expect(
            disable.stdout.contains(
                "- disable user/ledger-export can no longer use access key `nightly`, generation 1"),
            "\(disable.stdout)")
        #expect(try desk.apply().code == 0)
        #expect(
            try desk.keys().map { $0.prefix(11) } == [
                "1|inactive|", "2|active|\(try secondID(desk).prefix(2))",
            ])
        #expect(try desk.sandbox.writ("plan", "--exit-code").code == 0, "it stays for seven days")
        try database.run("UPDATE access_keys SET disabled_at = disabled_at - 7 * 86400 WHERE generation = 1")
        #expect(try desk.apply().code == 0)
        #expect(try desk.keys().map { $0.prefix(9) } == ["2|active|"])
        #expect(try desk.sandbox.writ("drift").code == 0)
        #expect(desk.files.filter { $0.contains("nightly") }.count == 2)
    }

    private func secondID(_ desk: Desk) throws -> String {
        try LiveDatabase(desk.sandbox.database).rows("SELECT id FROM access_keys WHERE generation = 2")[0]
    }

    @Test func `without a place for credentials, or with no program, nothing is made`() throws {
        let desk = try Desk()
        let nowhere = try desk.sandbox.writ("apply", "--auto-approve")
        #expect(nowhere.code == 1)
        #expect(nowhere.stderr.contains("nobody said where new credentials go"), "\(nowhere.stderr)")
        #expect(nowhere.stderr.contains("help: give `--credentials FOLDER`"))
        let missing = try desk.sandbox.writ(
            ["apply", "--auto-approve", "--credentials", desk.folder],
            environment: ["PATH": desk.sandbox.folder])
        #expect(missing.code == 1)
        #expect(missing.stderr.contains("the program `age` is not installed"), "\(missing.stderr)")
        #expect(try LiveDatabase(desk.sandbox.database).rows("SELECT name FROM users") == [])
        #expect(desk.files == [])
    }

    @Test func `standard output carries what is encrypted, each under a line that says which`() throws {
        let desk = try Desk()
        let result = try desk.sandbox.writ("apply", "--auto-approve", "--credentials", "-")
        #expect(result.code == 0, "\(result.stderr)")
        #expect(result.stdout.components(separatedBy: "-----BEGIN AGE ENCRYPTED FILE-----").count == 3)
        #expect(result.stdout.contains(##"# {"writ":"credential/v1","target":"production""##))
        let both = try desk.sandbox.writ("apply", "--credentials", "-", "--format", "json")
        #expect(both.code == 64)
    }

    @Test func `a generation that fell is refused at its line`() throws {
        let desk = try Desk()
        #expect(try desk.apply().code == 0)
        try desk.rotate(to: 2)
        #expect(try desk.apply().code == 0)
        try desk.sandbox.git("revert", "--no-edit", "HEAD")
        let plan = try desk.sandbox.writ("plan")
        #expect(plan.code == 1)
        #expect(plan.stderr.contains("error[credential.rollback]"), "\(plan.stderr)")
        #expect(plan.stderr.contains("people/people.yaml"))
    }

    /// Eight rounds, eighty with `WRIT_FULL` in the environment.
    @Test func `killed anywhere in a rotation: one or two keys, one value for a generation, no orphan`()
        throws
    {
        let variables = ProcessInfo.processInfo.environment
        let rounds = variables["WRIT_FULL"] == nil ? 8 : 80
        let seed = variables["WRIT_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000)
        var random = SplitMix64(seed: seed)
        let desk = try Desk()
        let first = try desk.apply()
        #expect(first.code == 0)
        // The shortest so far: a machine that was busy at first is not later.
        var whole = first.duration / .seconds(1)
        var hits = 0
        var done = 0
        // More rounds where too many ended after the apply, so that the number of hits is no matter of luck.
        while done < rounds || (hits <= rounds / 4 && done < rounds * 4) {
            let round = done
            done += 1
            let generation = round + 2
            try desk.rotate(to: generation)
            for _ in 0...(round % 2) {
                // By turns anywhere between start and end, and once the first change was told.
                let killed =
                    round % 4 < 2
                    ? try desk.apply(seconds: Double.random(in: 0...whole, using: &random))
                    : try desk.apply(errorBytes: Int.random(in: 1...40, using: &random))
                hits += killed.wasKilled ? 1 : 0
                try expectWorking(desk, "round \(round), seed \(seed)")
            }
            let next = try desk.apply()
            #expect(next.code == 0, "round \(round), seed \(seed): \(next.stderr)")
            whole = min(whole, next.duration / .seconds(1))
            try expectWorking(desk, "round \(round), seed \(seed)")
            let database = try LiveDatabase(desk.sandbox.database)
            #expect(try database.rows("SELECT * FROM deliveries") == [])
            // The one file of the generation is of the key that is there.
            let file = try desk.read("ledger-export.nightly.\(generation).age")
            let live = try database.rows("SELECT id FROM access_keys WHERE generation = \(generation)")
            #expect(live == [file["id"] as? String], "round \(round), seed \(seed)")
            // The rest of the rotation, so that there is room for the next.
            try database.run(
                "UPDATE access_keys SET last_used_at = unixepoch() WHERE generation = \(generation)")
            #expect(try desk.apply().code == 0)
            try database.run("UPDATE access_keys SET disabled_at = 0 WHERE status = 'inactive'")
            #expect(try desk.apply().code == 0)
            #expect(try desk.keys().count == 1)
        }
        #expect(desk.files.filter { $0.contains("nightly") }.count == done + 1)
        print("kill -9 in a rotation: seed \(seed), \(hits) hit a running apply")
        #expect(hits > rounds / 4)
    }

    private func expectWorking(_ desk: Desk, _ place: String) throws {
        let keys = try desk.keys()
        #expect((1...2).contains(keys.count), "\(place): \(keys)")
        #expect(keys.contains { $0.contains("|active|") }, "\(place): \(keys)")
    }

    private func allFiles(below folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).map { folder + "/" + $0 }.filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }
}
