import Testing
import WritTestKit

@testable import WritGit

/// What is taken for a repository's URL, and in which normal form.
@Suite struct RemoteURLTests {
    @Test(arguments: [
        ("file:///srv/iam.git", "file:///srv/iam.git"),
        ("FILE:///srv/iam.git/", "file:///srv/iam.git"),
        ("file://localhost/srv/iam", "file:///srv/iam"),
        ("https://Example.COM/a/iam.git", "https://example.com/a/iam.git"),
        ("https://example.com:443/iam", "https://example.com/iam"),
        ("https://example.com:8443/iam", "https://example.com:8443/iam"),
        ("https://[::1]:8443/iam", "https://[::1]:8443/iam"),
        ("https://example.com/a%20b", "https://example.com/a%20b"),
        ("ssh://example.com/a/iam.git", "ssh://git@example.com/a/iam.git"),
        ("ssh://ann@example.com:22/iam", "ssh://ann@example.com/iam"),
        ("ssh://ann@example.com:2222/~/iam", "ssh://ann@example.com:2222/~/iam"),
        ("ssh://[fe80::1]/iam", "ssh://git@[fe80::1]/iam"),
        ("git@github.com:acme/iam.git", "git@github.com:acme/iam.git"),
        ("GitHub.com:acme/iam.git", "git@github.com:acme/iam.git"),
        ("ann@host:/srv/iam.git", "ssh://ann@host/srv/iam.git"),
        ("[::1]:iam.git", "git@[::1]:iam.git"),
    ])
    func `a URL has one normal form`(_ text: String, _ normal: String) throws {
        let remote = try #require(try RemoteURL(parsing: text))
        #expect(remote.description == normal)
        #expect(try RemoteURL(parsing: normal) == remote)
    }

    @Test(arguments: [".", "..", "/srv/iam.git", "iam", "./a:b", "folder/a:b", "../x", "", ":x"])
    func `a path is no URL`(_ text: String) throws {
        #expect(try RemoteURL(parsing: text) == nil)
    }

    @Test(arguments: [
        ("http://example.com/iam", RemoteError.Kind.schemeRefused),
        ("git://example.com/iam", .schemeRefused),
        ("ftp://example.com/iam", .schemeRefused),
        ("git+ssh://example.com/iam", .schemeRefused),
        ("ext::sh -c touch% /tmp/x", .schemeRefused),
        ("https::https://example.com/x", .schemeRefused),
        ("://x", .schemeRefused),
        ("https://ann:secret@example.com/iam", .credentialInURL),
        ("https://token@example.com/iam", .credentialInURL),
        ("https://@example.com/iam", .credentialInURL),
        ("https://a:b@c@example.com/iam", .credentialInURL),
        ("ssh://ann:secret@example.com/iam", .credentialInURL),
        ("ann:secret@example.com:iam", .credentialInURL),
        ("ann:secret@example.com", .credentialInURL),
        ("https://example.com/iam?token=x", .badURL),
        ("https://example.com/iam#x", .badURL),
        ("https://example.com", .badURL),
        ("https://example.com/", .badURL),
        ("https://example.com//", .badURL),
        ("https:///iam", .badURL),
        ("https://exa mple.com/iam", .badURL),
        ("https://-x.example.com/iam", .badURL),
        ("https://example.com:0/iam", .badURL),
        ("https://example.com:65536/iam", .badURL),
        ("https://example.com:x/iam", .badURL),
        ("https://example.com/a b", .badURL),
        ("https://example.com/a\nb", .badURL),
        ("https://example.com/a\\b", .badURL),
        ("https://exämple.com/iam", .badURL),
        ("ssh://example.com/a'b", .badURL),
        ("ssh://example.com/a%27b", .badURL),
        ("ssh://example.com/a$(x)", .badURL),
        ("ssh://-oProxyCommand=x/iam", .badURL),
        ("ssh://-x@example.com/iam", .badURL),
        ("host:-x", .badURL),
        ("host:", .badURL),
        ("file://host/iam", .badURL),
        ("file://iam", .badURL),
        ("file:///", .badURL),
        ("file:///a\u{1B}b", .badURL),
    ])
    func `what is unsafe or not ours is refused`(_ text: String, _ kind: RemoteError.Kind) {
        let error = #expect(throws: RemoteError.self) { try RemoteURL(parsing: text) }
        #expect(error?.kind == kind)
        #expect(error?.description.contains("secret") == false)
        #expect(error?.help != nil)
    }

    @Test(arguments: [
        ("https://example.com/acme/iam.git", "iam"), ("git@h:iam", "iam"), ("https://h/.git", "-git"),
        ("https://h/a@b~c", "a-b-c"), ("https://h/a,b..", "a-b--"),
    ])
    func `a folder's name is plain`(_ text: String, _ name: String) throws {
        #expect(try RemoteURL(parsing: text)?.shortName == name)
    }

    @Test(arguments: [
        ("ssh://h/x", "h"), ("ssh://h:2222/x", "[h]:2222"), ("ssh://[::1]/x", "::1"),
        ("ssh://[::1]:2222/x", "[::1]:2222"), ("git@H:x", "h"),
    ])
    func `known hosts have the port where it is not 22`(_ text: String, _ name: String) throws {
        #expect(try RemoteURL(parsing: text)?.knownHostsName == name)
    }

    @Test func `whatever is read has a normal form that is safe and reads back`() throws {
        var random = SplitMix64(seed: 7)
        let prefixes = ["https://", "ssh://", "file://", "file:///", "git@", "ssh://B9@", ""]
        let hosts = ["host", "a.B9", "[::1]", "host:22", "[::1]:2222", "", "@", "a:b@host"]
        let plain = ["a", "B9", ".", "/", "-", "~", "22", ".git", "_"]
        let odd = [
            ":", "@", "[", "]", "%41", " ", "?", "#", "'", "\"", "$(x)", "\\", "\u{1B}", "\u{202E}", "é",
            "\n",
        ]
        func pick(_ texts: [String]) -> String { texts[Int.random(in: 0..<texts.count, using: &random)] }
        var count = 0
        for _ in 0..<(isFullRun ? 200_000 : 20_000) {
            var text = pick(prefixes) + pick(hosts) + pick(["/", ":", ":/", ""])
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                text += pick(Int.random(in: 0..<8, using: &random) == 0 ? odd : plain)
            }
            guard let remote = try? RemoteURL(parsing: text) else { continue }
            count += 1
            let normal = remote.description
            #expect(try RemoteURL(parsing: normal) == remote, "\(text)")
            let unsafe = Set("'\"\\$`?#\n\u{1B}\u{202E}é".unicodeScalars)
            #expect(!normal.unicodeScalars.contains(where: unsafe.contains), "\(text)")
            if remote.scheme == .ssh { #expect(!normal.contains("%") && !normal.contains(" "), "\(text)") }
        }
        #expect(count > 1000)
    }
}
