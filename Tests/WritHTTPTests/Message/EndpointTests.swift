import Testing

@testable import WritHTTP

/// Where requests go, and where they do not.
@Suite struct EndpointTests {
    @Test(arguments: [
        ("https://iam.myhuaweicloud.com", "https://iam.myhuaweicloud.com", "iam.myhuaweicloud.com", 443),
        ("https://IAM.Example.test:443/", "https://iam.example.test", "iam.example.test", 443),
        ("https://h:8443", "https://h:8443", "h:8443", 8443), ("HTTPS://h", "https://h", "h", 443),
        ("https://[::1]:8443", "https://[::1]:8443", "[::1]:8443", 8443),
        ("https://[2001:DB8::7]", "https://[2001:db8::7]", "[2001:db8::7]", 443),
        ("http://localhost:80", "http://localhost", "localhost", 80),
        ("http://127.0.0.1:5000", "http://127.0.0.1:5000", "127.0.0.1:5000", 5000),
        ("http://127.8.9.10:1", "http://127.8.9.10:1", "127.8.9.10:1", 1),
        ("http://[::1]:1", "http://[::1]:1", "[::1]:1", 1),
    ]) func `an endpoint is read`(_ text: String, _ wanted: String, _ authority: String, _ port: Int) throws {
        let endpoint = try Endpoint(parsing: text)
        #expect(endpoint.description == wanted)
        #expect(endpoint.authority == authority)
        #expect(endpoint.port == port)
    }

    @Test(arguments: [
        ("iam.example.test", EndpointError.form), ("", .form), ("ftp://h", .scheme), ("file:///etc", .scheme),
        ("https://user:canary@h", .credentials), ("https://canary@h", .credentials), ("https://h/v3", .path),
        ("https://h?x", .path), ("https://h#x", .path), ("https://h\\x", .path), ("https://", .host),
        ("https://a b", .host), ("https://h\n", .host), ("https://héh", .host), ("https://a..b", .host),
        ("https://-a", .host), ("https://[::1", .host), ("https://[a.b]", .host), ("https://[::g]", .host),
        ("https://h%41", .host), ("https://h:0", .port), ("https://h:65536", .port), ("https://h:", .port),
        ("https://h:+1", .port), ("https://h:x", .port),
        ("http://iam.example.test", .plain(host: "iam.example.test")),
        ("http://127.1", .plain(host: "127.1")),
        ("http://127.0.0.1.example.test", .plain(host: "127.0.0.1.example.test")),
        ("http://128.0.0.1", .plain(host: "128.0.0.1")), ("http://127.0.0.256", .plain(host: "127.0.0.256")),
        ("http://127.0.0.01", .plain(host: "127.0.0.01")),
        ("http://localhost.example", .plain(host: "localhost.example")),
        ("http://[::2]", .plain(host: "::2")),
    ]) func `anything else is refused`(_ text: String, _ error: EndpointError) {
        #expect(throws: error) { try Endpoint(parsing: text) }
        #expect(!error.description.contains("canary"))
        #expect(!error.description.isEmpty)
    }

    @Test func `segments of a path stay segments`() {
        let path: RequestPath = "/v3/users"
        #expect(path.appending("a b/c")?.text == nil)
        for bad in ["", ".", "..", "a/b", "a\u{0}", "a\nb", "a\u{7F}", String(repeating: "a", count: 1025)] {
            #expect(path.appending(bad) == nil)
        }
        #expect(path.appending("a b%?#é")?.text == "/v3/users/a%20b%25%3F%23%C3%A9")
        #expect(path.appending("...")?.text == "/v3/users/...")
        #expect(("/" as RequestPath).appending("x")?.text == "/x")
    }

    @Test(arguments: [("a b", "a%20b"), ("~-_.", "~-_."), ("a+b/c=d&é", "a%2Bb%2Fc%3Dd%26%C3%A9"), ("", "")])
    func `encoding goes both ways`(_ text: String, _ encoded: String) {
        #expect(percentEncoded(text) == encoded)
        #expect(percentDecoded(encoded) == text)
        #expect(percentDecoded(encoded.lowercased()) == text.lowercased())
    }

    @Test(arguments: ["%", "%4", "%4g", "%C3", "%FF", "a%"]) func `what is broken is not decoded`(
        _ text: String
    ) {
        #expect(percentDecoded(text) == nil)
    }
}
