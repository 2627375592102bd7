import Foundation
import Testing
import WritModel
import WritTestKit

@testable import WritDelivery

/// The secret is nowhere but in what its owner decrypts.
@Suite struct CanaryTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.file("tmp"), withIntermediateDirectories: false)
    }

    /// A program of ours in place of the real one.
    private func stub(_ script: String) throws -> String {
        let path = folder.file("stub")
        // Not by this process: what another test starts meanwhile would hold the file open, and no busy file is run.
        try runTool(
            "sh", ["-c", "cat > \"$0\"; chmod 755 \"$0\"", path], input: "#!/bin/sh\n" + script + "\n")
        return path
    }

    private func encrypter(of owner: KeyOwner, _ script: String) throws -> Encrypter {
        var encrypter = owner.encrypter
        encrypter.age = try stub(script)
        encrypter.gpg = encrypter.age
        encrypter.environment.append("TMPDIR=\(folder.file("tmp"))")
        return encrypter
    }

    /// Every byte of every file below the folder.
    private func everything() throws -> String {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try names.map { name in
            var isFolder: ObjCBool = false
            let path = folder.file(name)
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
            else {
                return name
            }
            return name + String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        }.joined(separator: "\n")
    }

    @Test(arguments: [KeyOwner.Sort.age, .sshEd25519, .openPGP])
    func `it is in no argument, variable or file while the program runs`(_ sort: KeyOwner.Sort) throws {
        let owner = try KeyOwner([sort])
        // Which programs of this process tree could be looked at from outside: itself, and us.
        let real = sort == .openPGP ? "gpg" : "age"
        let place = DeliveryPlace.folder(path: folder.file("out"))
        let encrypter = try encrypter(
            of: owner,
            """
            for p in $$ $PPID; do
              tr '\\0' '\\n' < /proc/$p/cmdline >> "\(folder.path)/seen"
              tr '\\0' '\\n' < /proc/$p/environ >> "\(folder.path)/seen"
            done
            find "\(folder.file("tmp"))" -type f -exec cat {} + >> "\(folder.path)/seen"
            exec \(real) "$@"
            """)
        let recipient = try owner.recipient(sort)
        let delivered = try deliver(Canary.credential, to: recipient, by: encrypter, at: place)
        guard case .file(let path) = delivered else {
            Issue.record("no file was written")
            return
        }
        let found = try everything()
        #expect(found.contains(sort == .openPGP ? "--recipient" : recipient.description), "the stub was run")
        #expect(!Canary.isIn(found))
        #expect(
            try owner.decrypt(String(contentsOfFile: path, encoding: .utf8), sort).contains("canary-9hQ2"))
    }

    @Test func `the program knows of our environment what it needs`() throws {
        let owner = try KeyOwner([.age])
        let encrypter = try encrypter(of: owner, "env > \"\(folder.path)/variables\"; exec age \"$@\"")
        _ = try encrypter.encrypt(Canary.credential, to: owner.recipient(.age))
        let variables = try String(contentsOfFile: folder.file("variables"), encoding: .utf8)
        let names = Set(variables.split(separator: "\n").compactMap { $0.split(separator: "=").first })
        #expect(names.subtracting(["PATH", "LC_ALL", "PWD", "_", "SHLVL", "OLDPWD"]) == [])
    }

    /// What a program may do instead of its work, and the words of the error.
    struct Failing: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var script: String
        var words: String
    }

    static let failing = [
        Failing(
            testDescription: "repeats its input as an error", script: "cat >&2; exit 3", words: "is not shown"
        ),
        Failing(
            testDescription: "says why", script: "echo 'no \u{1b}[31mway' >&2; exit 3",
            words: "exit code 3: no ?[31mway"),
        Failing(testDescription: "says nothing", script: "exit 1", words: "exit code 1"),
        Failing(testDescription: "crashes", script: "kill -SEGV $$", words: "signal 11"),
        Failing(testDescription: "writes nothing", script: "cat > /dev/null", words: "is nothing"),
        Failing(
            testDescription: "repeats its input", script: "cat",
            words: "holds a part of what was to be encrypted"),
        Failing(
            testDescription: "only armors its input",
            script:
                "echo '-----BEGIN AGE ENCRYPTED FILE-----'; base64 -w 64; echo '-----END AGE ENCRYPTED FILE-----'",
            words: "holds a part of what was to be encrypted"),
        Failing(
            testDescription: "cuts its output", script: "age \"$@\" | head -n 4",
            words: "is no whole armored text"),
        Failing(
            testDescription: "adds a line", script: "echo hello; exec age \"$@\"",
            words: "is no whole armored text"),
        Failing(
            testDescription: "encrypts to somebody else as well",
            script:
                "exec age \"$@\" --recipient age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
            words: "is encrypted to 2 recipients"),
        Failing(
            testDescription: "encrypts with a password of its own",
            script: "exec age -e -a -r \"$(cut -d' ' -f1,2 OTHER.pub)\"",
            words: "is not encrypted to the recipient"),
        Failing(
            testDescription: "encrypts something else",
            script: "cat > /dev/null; echo other | age \"$@\"", words: "is cut"),
    ]

    @Test(arguments: failing) func `a program that fails tells nothing and delivers nothing`(_ row: Failing)
        throws
    {
        let owner = try KeyOwner([.age])
        let stranger = try KeyOwner([.sshEd25519])
        let script = row.script.replacingOccurrences(
            of: "OTHER.pub", with: stranger.folder.file("id_ed25519.pub"))
        let encrypter = try encrypter(of: owner, script)
        let place = DeliveryPlace.folder(path: folder.file("out"))
        let error = #expect(throws: DeliveryError.self) {
            try deliver(Canary.credential, to: owner.recipient(.age), by: encrypter, at: place)
        }
        let text = "\(String(describing: error)) \(String(reflecting: error)) \(error?.help ?? "")"
        #expect(error?.description.contains(row.words) == true, "\(text)")
        #expect(!Canary.isIn(text))
        #expect(!Canary.isIn(try everything()))
        #expect(!FileManager.default.fileExists(atPath: folder.file("out/ann.ci.3.age")))
    }

    @Test func `a program that does not end is killed`() throws {
        let owner = try KeyOwner([.age])
        var encrypter = try encrypter(of: owner, "sleep 1000")
        encrypter.timeout = 1
        let recipient = try owner.recipient(.age)
        #expect(throws: DeliveryError.timedOut(program: encrypter.age, seconds: 1)) {
            try encrypter.encrypt(Canary.credential, to: recipient)
        }
    }

    @Test func `gpg that encrypts to another key, or cuts the message, is found out`() throws {
        let owner = try KeyOwner([.openPGP])
        let stranger = try KeyOwner([.openPGP])
        let other = try stranger.recipient(.openPGP).description.dropFirst(4)
        for (script, words) in [
            (
                "case \"$*\" in *--encrypt*) GNUPGHOME=\(stranger.home) exec gpg --batch --quiet --trust-model always "
                    + "--armor -r \(other) --encrypt;; *) exec gpg \"$@\";; esac",
                "is not encrypted to the recipient"
            ),
            (
                "case \"$*\" in *--encrypt*) gpg \"$@\" | sed '5s/^..../AAAA/';; *) exec gpg \"$@\";; esac",
                "is no whole armored text"
            ),
            (
                "case \"$*\" in *--encrypt*) cat > /dev/null; echo other | gpg \"$@\";; *) exec gpg \"$@\";; esac",
                "is cut"
            ),
        ] {
            let encrypter = try encrypter(of: owner, script)
            let error = #expect(throws: DeliveryError.self) {
                try encrypter.encrypt(Canary.credential, to: owner.recipient(.openPGP))
            }
            #expect(error?.description.contains(words) == true, "\(String(describing: error))")
        }
    }

    @Test func `a label says nothing of the secret`() {
        #expect(!Canary.isIn("\(Canary.credential) \(String(reflecting: Canary.credential))"))
        var text = ""
        dump(Canary.credential, to: &text)
        #expect(!Canary.isIn(text))
    }
}
