import Foundation
import Testing
import WritModel
import WritTestKit

@testable import WritDelivery

/// Files that are whole and never replaced.
@Suite struct DeliveryPlaceTests {
    let folder: TemporaryFolder
    let recipient = sampleRecipients[0]

    init() throws { folder = try TemporaryFolder() }

    private func put(_ text: String, _ label: CredentialLabel = Canary.label) throws -> Delivered {
        try DeliveryPlace.folder(path: folder.path).put(Ciphertext(.age, text: text), label, to: recipient)
    }

    @Test func `a file has the credential's name and is ours alone`() throws {
        let path = folder.file("ann.ci.3.age")
        #expect(try put("text") == .file(path: path))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "text\n")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(folder.names == ["ann.ci.3.age"])
    }

    @Test func `the same bytes again are well, others are refused and leave the file`() throws {
        let path = folder.file("ann.ci.3.age")
        _ = try put("text")
        #expect(try put("text") == .file(path: path))
        for other in ["texts", "tex", "TEXT"] {
            #expect(throws: DeliveryError.alreadyThere(path: path)) { try put(other) }
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "text\n")
        #expect(folder.names == ["ann.ci.3.age"])
    }

    @Test func `a link of that name is neither followed nor replaced`() throws {
        let path = folder.file("ann.ci.3.age")
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: folder.file("elsewhere"))
        #expect(throws: DeliveryError.alreadyThere(path: path)) { try put("text") }
        #expect(folder.names == ["ann.ci.3.age"])
    }

    @Test func `a folder is made for us alone, in one that is there`() throws {
        let path = folder.file("new")
        let place = DeliveryPlace.folder(path: path)
        try place.check(recipient, for: Canary.label)
        _ = try place.put(Ciphertext(.age, text: "x"), Canary.label, to: recipient)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o700)
        for bad in [folder.file("not/there"), path + "/ann.ci.3.age"] {
            let place = DeliveryPlace.folder(path: bad)
            #expect(throws: DeliveryError.self) { try place.check(recipient, for: Canary.label) }
            #expect(throws: DeliveryError.self) {
                try place.put(Ciphertext(.age, text: "x"), Canary.label, to: recipient)
            }
        }
    }

    @Test func `a name that is taken is known before anything is created`() throws {
        let place = DeliveryPlace.folder(path: folder.path)
        try place.check(recipient, for: Canary.label)
        _ = try put("text")
        #expect(throws: DeliveryError.alreadyThere(path: folder.file("ann.ci.3.age"))) {
            try place.check(recipient, for: Canary.label)
        }
        try place.check(sampleRecipients[2], for: Canary.label)
        try DeliveryPlace.standardOutput.check(recipient, for: Canary.label)
    }

    /// A process that is killed leaves what is there between two of these steps.
    @Test func `nothing is under the name before all of it is on the disk`() throws {
        let target = DeliveryFolder(path: folder.path)
        let descriptor = try target.opened()
        defer { close(descriptor) }
        let draft = try Draft(of: Array("whole\n".utf8), in: descriptor, target)
        #expect(!folder.names.contains("ann.ci.3.age"))
        #expect(folder.names.count == 1 && folder.names.allSatisfy { $0.hasPrefix(".writ-delivery.") })
        // The draft that was left does no harm to the next delivery.
        _ = try put("other")
        #expect(folder.names.count == 2)
        #expect(try !draft.place(as: "ann.ci.3.age"), "and replaces nothing")
        #expect(try draft.place(as: "free"))
        #expect(try String(contentsOfFile: folder.file("free"), encoding: .utf8) == "whole\n")
    }

    @Test func `of many at once with one name one is there, whole`() async throws {
        let texts = (0..<24).map { String(repeating: "\($0) ", count: 20_000) }
        let folder = folder
        let done = await withTaskGroup(of: Bool.self) { group in
            for text in texts {
                group.addTask {
                    (try? DeliveryPlace.folder(path: folder.path)
                        .put(Ciphertext(.age, text: text), Canary.label, to: sampleRecipients[0])) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(done == 1)
        #expect(folder.names == ["ann.ci.3.age"])
        let found = try String(contentsOfFile: folder.file("ann.ci.3.age"), encoding: .utf8)
        #expect(texts.contains { $0 + "\n" == found })
    }

    @Test func `for standard output a comment says which credential it is`() throws {
        let delivered = try DeliveryPlace.standardOutput.put(
            Ciphertext(.age, text: "-----BEGIN"), Canary.label, to: recipient)
        #expect(
            delivered
                == .text(
                    """
                    # {"writ":"credential/v1","target":"production","account":"acme","user":"ann","kind":"access-key",\
                    "name":"ci","generation":3,"to":"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"}
                    -----BEGIN

                    """))
    }

    static let names: [(String, CredentialLabel.Sort, String)] = [
        ("ann", .password, "ann.password.1.age"), ("ann", .accessKey(name: "ci"), "ann.ci.1.age"),
        ("ann", .accessKey(name: "password"), "ann.%70assword.1.age"),
        ("ann.lee", .accessKey(name: "ci"), "ann.lee.ci.1.age"),
        ("ann", .accessKey(name: "lee.ci"), "ann.lee%2Eci.1.age"),
        ("../../etc/passwd", .password, "%2E.%2F..%2Fetc%2Fpasswd.password.1.age"),
        (".", .password, "%2E.password.1.age"), ("..", .password, "%2E..password.1.age"),
        (".hidden", .accessKey(name: ".."), "%2Ehidden.%2E%2E.1.age"),
        ("-rf", .accessKey(name: "-x"), "%2Drf.%2Dx.1.age"),
        ("a b", .accessKey(name: "a%20b"), "a%20b.a%2520b.1.age"),
        ("a\u{0}\n", .accessKey(name: "日"), "a%00%0A.%E6%97%A5.1.age"),
        ("a~b", .password, "a%7Eb.password.1.age"), ("a@b+c=d,e_f", .password, "a@b+c=d,e_f.password.1.age"),
    ]

    @Test(arguments: names)
    func `names are one safe path component`(_ user: String, _ sort: CredentialLabel.Sort, _ expected: String)
    {
        let label = CredentialLabel(target: "t", account: "a", user: user, sort: sort, generation: 1)
        #expect(label.fileName(.age) == expected)
    }

    @Test func `long names are cut, and stay apart`() {
        let names = ["", "x", "y"].map { end in
            CredentialLabel(
                target: "t", account: "a", user: String(repeating: "日", count: 64) + end,
                sort: .accessKey(name: String(repeating: "k", count: 5000) + end), generation: 1_000_000
            ).fileName(.openPGP)
        }
        #expect(names.allSatisfy { $0.utf8.count <= 255 })
        #expect(Set(names).count == 3)
    }
}
