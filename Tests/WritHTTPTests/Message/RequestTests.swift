import Testing
import WritModel

@testable import WritHTTP

/// Requests that may be sent, and how much of one is shown.
@Suite struct RequestTests {
    private func request(
        _ method: HTTPMethod = .get, _ headers: HTTPHeaders = HTTPHeaders(), body: HTTPBody? = nil
    ) throws -> HTTPRequest {
        HTTPRequest(
            method, try Endpoint(parsing: "https://h.example.test"), "/v3/users",
            query: [QueryItem("q", "canary-query")], headers: headers, body: body)
    }

    @Test(arguments: [
        ("a line break", HTTPHeaders(["X-A": "a\r\nX-Admin: yes"]), "the header `X-A` holds"),
        ("a NUL", HTTPHeaders(["X-A": "a\u{0}b"]), "the header `X-A` holds"),
        ("a tab", HTTPHeaders(["X-A": "a\tb"]), "the header `X-A` holds"),
        ("a space before", HTTPHeaders(["X-A": " a"]), "the header `X-A` holds"),
        (
            "a key with its line end", HTTPHeaders(["X-Auth-Token": "canary\n"]),
            "the header `X-Auth-Token` holds"
        ),
        ("a name that is none", HTTPHeaders(["X A": "a"]), "a header's name"),
        ("a name with a line break", HTTPHeaders(["X\nA": "a"]), "a header's name"),
        ("no name", HTTPHeaders(["": "a"]), "a header's name"),
        ("twice", HTTPHeaders(["X-A": "a", "x-a": "b"]), "the header `x-a` is there twice"),
        ("a length", HTTPHeaders(["content-length": "3"]), "not the caller's to write"),
        ("an encoding", HTTPHeaders(["Transfer-Encoding": "chunked"]), "not the caller's to write"),
        ("another host", HTTPHeaders(["Host": "evil.example.test"]), "names another host"),
    ]) func `a request that breaks a rule is not sent`(
        _ name: String, _ headers: HTTPHeaders, _ words: String
    ) async throws {
        let transport = try #require(CurlTransport())
        let error = await #expect(throws: HTTPError.self) {
            try await transport.send(try request(.get, headers))
        }
        #expect(error?.effect == Effect.none)
        #expect(error?.description.contains(words) == true, "\(error.map { $0.description } ?? "")")
        #expect(error?.description.contains("canary") == false)
    }

    @Test func `a request that keeps the rules has no problem`() throws {
        let headers = HTTPHeaders(["Host": "h.example.test", "X-A": "", "X-B": "a b", "X-C": "é"])
        #expect(problem(in: try request(.post, headers, body: HTTPBody("x"))) == nil)
        for method in [HTTPMethod.get, .head, .delete] {
            #expect(
                problem(in: try request(method, body: .empty)) == "a \(method.rawValue) request has no body")
        }
    }

    @Test func `which methods may be sent twice`() {
        #expect(HTTPMethod.allCases.filter(\.isIdempotent) == [.get, .head, .put, .delete])
    }

    @Test func `what is secret is in no text`() throws {
        let names = [
            "Authorization", "X-Auth-Token", "X-Subject-Token", "X-Security-Token", "X-Sdk-Date", "Cookie",
            "Set-Cookie", "Proxy-Authorization", "Location", "X-Never-Heard-Of",
        ]
        var headers = HTTPHeaders(["Content-Type": "application/json", "X-Request-Id": "id-7"])
        for name in names { headers.add(name, "canary-header") }
        let request = try request(.post, headers, body: HTTPBody("canary-body"))
        let response = HTTPResponse(status: 200, headers: headers, body: HTTPBody("canary-body"))
        let error = HTTPError(.connectionLost, request, effect: .unknown, requestID: response.requestID)
        let result = Result<HTTPResponse, HTTPError>.success(response)
        var texts = [
            "\(request)", "\(response)", "\(error)", "\(headers)", "\(result)", "\(headers.entries)",
        ]
        texts += [
            String(reflecting: request.headers), String(reflecting: response), String(reflecting: request),
        ]
        for value in [request.headers, response, error, request.body as Any, headers.entries] as [Any] {
            var text = ""
            dump(value, to: &text)
            texts.append(text)
        }
        for text in texts { #expect(!text.contains("canary")) }
        #expect(
            error.description
                == "POST https://h.example.test/v3/users: the connection broke off (request id-7; it may have been done)"
        )
        #expect(response.description == "200 (request id-7) <11 bytes>")
        #expect(
            HTTPHeaders(["Content-Type": "text/plain", "X-A": "b"]).description
                == "Content-Type: text/plain, X-A: <hidden>")
        // It was there to be shown.
        for name in names { #expect(headers[name] == "canary-header") }
        #expect(text(response.body) == "canary-body")
    }

    @Test func `a query is in no text but the request's own`() throws {
        var text = ""
        dump(try request(), to: &text)
        #expect(!"\(try request())".contains("canary"))
        #expect(!text.contains("canary"))
    }

    @Test(
        arguments: [
            (["X-Request-Id": "a-1"], "a-1"), (["x-iam-trace-id": "t_2"], "t_2"),
            (["X-IAM-Trace-Id": "t", "X-Request-Id": "a"], "a"),
            (["X-Request-Id": "a b", "X-IAM-Trace-Id": "t"], "t"),
            (["X-Request-Id": "::error::"], nil), (["X-Request-Id": ""], nil),
            (["X-Request-Id": String(repeating: "a", count: 129)], nil), (["Server": "x"], nil),
        ] as [(KeyValuePairs<String, String>, String?)])
    func `the number that the vendor finds a request by`(
        _ headers: KeyValuePairs<String, String>, _ wanted: String?
    ) {
        #expect(requestID(in: HTTPHeaders(headers)) == wanted)
    }

    @Test func `headers are found whatever their case`() {
        var headers = HTTPHeaders(["X-A": "1", "x-a": "2", "Content-Type": "t"])
        #expect(headers["x-A"] == "1")
        #expect(headers.all("X-a").map(\.text) == ["1", "2"])
        headers.set("X-a", Secret(copying: Array("3".utf8)))
        #expect(headers.entries.map(\.name) == ["Content-Type", "X-a"])
        #expect(headers.secret("content-type")?.withBytes { Array($0) } == Array("t".utf8))
        headers.set("Content-Type", Secret(copying: Array("canary".utf8)))
        #expect(!"\(headers)".contains("canary"))
        headers.remove("x-A")
        #expect(headers["X-A"] == nil)
    }
}
