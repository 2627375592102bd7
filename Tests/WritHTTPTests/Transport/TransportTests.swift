import Testing
import WritModel

@testable import WritHTTP

/// The transport against a server that behaves, and one that does not.
@Suite struct TransportTests {
    private let server: FaultyServer
    private let transport: CurlTransport

    init() throws {
        server = try FaultyServer.shared.get()
        transport = try #require(CurlTransport(server.settings))
    }

    private func get(_ path: RequestPath, on name: String = "plain") async throws(HTTPError) -> HTTPResponse {
        guard let endpoint = try? server.endpoint(name) else { preconditionFailure("a listener") }
        return try await transport.send(HTTPRequest(.get, endpoint, path))
    }

    @Test(arguments: ["plain", "good"]) func `what is sent is what was asked, and nothing else`(
        _ name: String
    ) async throws {
        let endpoint = try server.endpoint(name)
        var headers = HTTPHeaders(["Content-Type": "application/json", "X-Empty": "", "X-Note": "é ü"])
        headers.set("X-Auth-Token", Secret(copying: Array("token".utf8)))
        let request = HTTPRequest(
            .post, endpoint, "/ok/a%20b/..a/~", query: [QueryItem("b", "1&2"), QueryItem("a", "é")],
            headers: headers, body: HTTPBody(#"{"a":1}"#))
        let answer = try await transport.send(request)
        #expect(answer.status == 200)
        #expect(answer.requestID == "id-1")
        #expect(
            text(answer.body).split(separator: "\n", omittingEmptySubsequences: false).sorted()
                == [
                    "", "Content-Length: 7", "Content-Type: application/json", "Host: \(endpoint.authority)",
                    "POST /ok/a%20b/..a/~?b=1%262&a=%C3%A9", "User-Agent: writ", "X-Auth-Token: token",
                    "X-Empty: ", "X-Note: é ü", #"{"a":1}"#,
                ])
    }

    @Test(arguments: HTTPMethod.allCases) func `every method, with and without a body`(
        _ method: HTTPMethod
    ) async throws {
        let endpoint = try server.endpoint("plain")
        let answer = try await transport.send(HTTPRequest(method, endpoint, "/ok"))
        let told = text(answer.body)
        if method == .head {
            #expect(told.isEmpty)
            #expect(answer.headers["content-length"] != "0")
        } else {
            #expect(told.hasPrefix("\(method.rawValue) /ok\n"))
            #expect(told.contains("Content-Length: 0") == [.post, .put, .patch].contains(method))
        }
        guard [.post, .put, .patch].contains(method) else { return }
        let large = String(repeating: "0123456789", count: 300_000)
        let echo = try await transport.send(HTTPRequest(method, endpoint, "/ok", body: HTTPBody(large)))
        #expect(text(echo.body).hasSuffix("\n\n" + large))
    }

    @Test func `statuses are the caller's to read`() async throws {
        for (status, path) in [
            (204, "/status/204"), (400, "/status/400"), (401, "/status/401"), (404, "/status/404"),
            (500, "/status/500"), (304, "/status/304"),
        ] as [(Int, RequestPath)] {
            #expect(try await get(path).status == status)
        }
    }

    @Test func `an interim answer is none`() async throws {
        let answer = try await get("/interim")
        #expect((answer.status, text(answer.body)) == (200, "done"))
        #expect(answer.headers["X-Early"] == nil)
        #expect(answer.headers["X-Late"] == "yes")
    }

    @Test func `connections are used again`() async throws {
        let word = freshWord()
        let path = try #require(("/ok" as RequestPath).appending(word))
        for _ in 0..<3 {
            _ = try await transport.send(HTTPRequest(.get, try server.endpoint("good"), path))
        }
        let requests = try await server.requests(word)
        #expect(requests.map { $0.split(separator: " ").last } == ["1", "2", "3"])
        #expect(Set(requests.map { $0.split(separator: " ")[2] }).count == 1)
    }

    @Test(arguments: ["plain", "good"]) func `ten requests go on side by side`(_ name: String) async throws {
        let endpoint = try server.endpoint(name)
        let transport = transport
        // None of them ends before all of them have begun.
        var settings = server.settings
        settings.deadline = .seconds(20)
        let slow = try #require(CurlTransport(settings))
        let word = freshWord()
        let hanging = try #require(("/slow-head" as RequestPath).appending(word))
        let stuck = (0..<10).map { _ in
            Task { try? await slow.send(HTTPRequest(.get, endpoint, hanging)) }
        }
        while try await server.requests(word).count < 10 {}
        let bodies = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<10 {
                group.addTask {
                    let path = try #require(("/ok" as RequestPath).appending("n\(number)"))
                    return text(try await transport.send(HTTPRequest(.get, endpoint, path)).body)
                }
            }
            var bodies: [String] = []
            for try await body in group { bodies.append(body) }
            return bodies
        }
        for number in 0..<10 { #expect(bodies.count { $0.hasPrefix("GET /ok/n\(number)\n") } == 1) }
        for task in stuck { task.cancel() }
        for task in stuck { #expect(await task.value?.status == nil) }
    }

    @Test func `a thousand answers end in their own hands`() async throws {
        let endpoint = try server.endpoint("plain")
        let transport = transport
        await withTaskGroup(of: Bool.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    for number in 0..<125 {
                        let word = "x\(worker)-\(number)"
                        guard let path = ("/ok" as RequestPath).appending(word),
                            let answer = try? await transport.send(HTTPRequest(.get, endpoint, path)),
                            text(answer.body).hasPrefix("GET /ok/\(word)\n")
                        else { return false }
                    }
                    return true
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
