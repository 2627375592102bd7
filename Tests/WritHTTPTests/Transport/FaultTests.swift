import Testing
import WritModel

@testable import WritHTTP

/// Servers that break the rules, and servers that do nothing.
@Suite struct FaultTests {
    private let server: FaultyServer

    init() throws { server = try FaultyServer.shared.get() }

    /// A fault of the server, and what becomes of a request.
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var path: RequestPath
        var method = HTTPMethod.get
        var reason: HTTPError.Reason
        var requestID: String?
    }

    /// Small enough for the server to get above them.
    private var settings: TransportSettings {
        var settings = server.settings
        settings.connectDeadline = .seconds(60)
        settings.deadline = .seconds(60)
        settings.headLimit = 10_000
        settings.bodyLimit = 20_000
        return settings
    }

    private func error(_ request: HTTPRequest, _ settings: TransportSettings) async throws -> HTTPError? {
        let transport = try #require(CurlTransport(settings))
        do throws(HTTPError) {
            let answer = try await transport.send(request)
            Issue.record("answered: \(answer)")
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            Row(testDescription: "no head", path: "/slow-head", reason: .deadline(.seconds(8))),
            Row(
                testDescription: "a head without an end", path: "/slow-parts",
                reason: .deadline(.seconds(8))),
            Row(
                testDescription: "half a body, and nothing more", path: "/slow-body",
                reason: .deadline(.seconds(8)), requestID: "id-1"),
            Row(testDescription: "no answer, closed", path: "/drop", reason: .connectionLost),
            Row(
                testDescription: "no answer to a creation", path: "/drop", method: .post,
                reason: .connectionLost),
            Row(
                testDescription: "half a head, closed", path: "/cut-head", reason: .connectionLost,
                requestID: "id-1"),
            Row(
                testDescription: "half a body, closed", path: "/cut-body", reason: .connectionLost,
                requestID: "id-1"),
            Row(testDescription: "half a chunk, closed", path: "/cut-chunk", reason: .connectionLost),
            Row(testDescription: "a large body", path: "/big/20001", reason: .bodyTooLarge(limit: 20_000)),
            Row(
                testDescription: "a large body in chunks", path: "/chunks/20001",
                reason: .bodyTooLarge(limit: 20_000)),
            Row(
                testDescription: "endless headers", path: "/heads/1000000",
                reason: .headTooLarge(limit: 10_000),
                requestID: "id-1"),
            Row(
                testDescription: "endless trailers", path: "/trailers/1000000",
                reason: .headTooLarge(limit: 10_000)),
            Row(testDescription: "a header on two lines", path: "/folded", reason: .malformed),
            Row(testDescription: "no HTTP", path: "/text", reason: .malformed),
        ], ["plain", "good"])
    func `a broken answer is an error, and says what is known`(_ row: Row, _ listener: String) async throws {
        let request = HTTPRequest(row.method, try server.endpoint(listener), row.path)
        var settings = settings
        // Short where the server does nothing, long where a busy machine must not make it short.
        if case .deadline(let deadline) = row.reason { settings.deadline = deadline }
        let error = try #require(try await error(request, settings))
        #expect(error.reason == row.reason)
        #expect(error.effect == .unknown)
        #expect(error.requestID == row.requestID)
        #expect(error.attempts == 1)
        #expect(error.description.hasPrefix("\(row.method.rawValue) \(request.endpoint)\(row.path): "))
        #expect(error.description.contains("it may have been done"))
    }

    @Test func `what is just within the limits is whole`() async throws {
        let transport = try #require(CurlTransport(settings))
        let endpoint = try server.endpoint("plain")
        #expect(try await transport.send(HTTPRequest(.get, endpoint, "/big/20000")).body.count == 20_000)
        #expect(try await transport.send(HTTPRequest(.get, endpoint, "/chunks/20000")).body.count == 20_000)
        #expect(try await transport.send(HTTPRequest(.get, endpoint, "/heads/9000")).status == 200)
        let late = try await transport.send(HTTPRequest(.get, endpoint, "/trailers/100"))
        #expect(text(late.body) == "ok")
        #expect(late.headers["X-Late"] == nil)
    }

    @Test(
        arguments: [
            ("another host", "http://elsewhere.example.test/x?token=SECRET", "elsewhere.example.test"),
            ("a path", "/elsewhere", "localhost"),
            ("another scheme", "ftp://files.example.test/", "files.example.test"),
            ("nothing", "", nil), ("a host that is no name", "http://a b/", nil),
        ] as [(String, String, String?)])
    func `no redirect is followed`(_ name: String, _ location: String, _ host: String?) async throws {
        let word = freshWord()
        let path = try #require(
            ("/header/Location" as RequestPath).appending(
                location.isEmpty ? " " : location.replacing("/", with: "%2F")))
        let request = HTTPRequest(.get, try server.endpoint("plain"), path, query: [QueryItem("w", word)])
        let error = try #require(try await error(request, server.settings))
        #expect(error.reason == .redirect(status: 302, host: host))
        #expect(!error.description.contains("canary"))
        #expect(try await server.requests(word).count == 1)
    }

    @Test func `nobody listens`() async throws {
        // Reserved, and nobody's: RFC 6335.
        let request = HTTPRequest(.post, try Endpoint(parsing: "http://127.0.0.1:1"), "/ok")
        let error = try #require(try await error(request, server.settings))
        #expect(error.reason == .cannotConnect(host: "127.0.0.1"))
        #expect(error.effect == .none)
    }

    @Test func `a name that nobody has`() async throws {
        let request = HTTPRequest(.post, try Endpoint(parsing: "https://nowhere.invalid"), "/ok")
        let error = try #require(try await error(request, server.settings))
        #expect(error.reason == .cannotResolve(host: "nowhere.invalid"))
        #expect(error.effect == .none)
    }

    @Test func `a connection that the server closed meanwhile is replaced, for what may be sent twice`()
        async throws
    {
        let transport = try #require(CurlTransport(server.settings))
        let endpoint = try server.endpoint("plain")
        let word = freshWord()
        let path = try #require(("/lost/1" as RequestPath).appending(word))
        // The first opens a connection; on it, the second is lost once and comes again by itself.
        _ = try await transport.send(HTTPRequest(.get, endpoint, "/empty"))
        #expect(text(try await transport.send(HTTPRequest(.get, endpoint, path)).body) == "found")
        let requests = try await server.requests(word)
        #expect(requests.map { $0.split(separator: " ").last } == ["2", "1"])
    }

    @Test(arguments: [
        (HTTPMethod.post, Repetition.asMethod), (.patch, .asMethod), (.put, .never), (.get, .never),
    ])
    func `what may be sent once is sent once, whatever the connection was used for`(
        _ method: HTTPMethod, _ repetition: Repetition
    ) async throws {
        let transport = try #require(CurlTransport(server.settings))
        let endpoint = try server.endpoint("plain")
        let word = freshWord()
        let path = try #require(("/lost/1" as RequestPath).appending(word))
        for _ in 0..<2 { _ = try await transport.send(HTTPRequest(.get, endpoint, "/empty")) }
        await #expect(throws: HTTPError.self) {
            try await transport.send(HTTPRequest(method, endpoint, path, repetition: repetition))
        }
        #expect(try await server.requests(word).count == 1)
    }

    @Test func `a task that is cancelled breaks its request off`() async throws {
        let transport = try #require(CurlTransport(server.settings))
        let endpoint = try server.endpoint("good")
        let word = freshWord()
        let path = try #require(("/slow-head" as RequestPath).appending(word))
        let task = Task { () -> HTTPError? in
            do throws(HTTPError) {
                _ = try await transport.send(HTTPRequest(.post, endpoint, path))
                return nil
            } catch {
                return error
            }
        }
        while try await server.requests(word).isEmpty {}
        task.cancel()
        let error = try #require(await task.value)
        #expect(error.reason == .cancelled)
        #expect(error.effect == .unknown)
        // The transport goes on.
        #expect(try await transport.send(HTTPRequest(.get, endpoint, "/empty")).status == 200)
    }

    @Test(arguments: ["plain", "good"]) func `an answer that comes too late is nobody's`(
        _ listener: String
    ) async throws {
        let transport = try #require(CurlTransport(server.settings))
        let endpoint = try server.endpoint(listener)
        let word = freshWord()
        let late = try #require(("/late" as RequestPath).appending(word))
        let release = try #require(("/release" as RequestPath).appending(word))
        let task = Task { try? await transport.send(HTTPRequest(.get, endpoint, late)).status }
        while try await server.requests(word).isEmpty {}
        task.cancel()
        #expect(await task.value == nil)
        #expect(try await transport.send(HTTPRequest(.get, endpoint, release)).body.count == 0)
        let next = try await transport.send(HTTPRequest(.get, endpoint, "/ok/next"))
        #expect(text(next.body).hasPrefix("GET /ok/next\n"))
    }

    @Test(arguments: ["plain", "good"]) func `an answer that nobody asked for is nobody's`(
        _ listener: String
    ) async throws {
        let transport = try #require(CurlTransport(server.settings))
        let endpoint = try server.endpoint(listener)
        for _ in 0..<5 {
            #expect(text(try await transport.send(HTTPRequest(.get, endpoint, "/extra")).body) == "own")
            let next = try await transport.send(HTTPRequest(.get, endpoint, "/ok/next"))
            #expect(text(next.body).hasPrefix("GET /ok/next\n"))
        }
    }

    @Test func `a task that was cancelled before sends nothing`() async throws {
        let transport = try #require(CurlTransport(server.settings))
        let endpoint = try server.endpoint("plain")
        let word = freshWord()
        let path = try #require(("/ok" as RequestPath).appending(word))
        let task = Task { () -> HTTPError? in
            withUnsafeCurrentTask { $0?.cancel() }
            do throws(HTTPError) {
                _ = try await transport.send(HTTPRequest(.post, endpoint, path))
                return nil
            } catch {
                return error
            }
        }
        let error = try #require(await task.value)
        #expect((error.reason, error.effect) == (.cancelled, .none))
        #expect(try await server.requests(word).isEmpty)
    }

    @Test func `a transport that goes ends its thread and nothing else`() async throws {
        let endpoint = try server.endpoint("plain")
        for _ in 0..<50 {
            let transport = try #require(CurlTransport(server.settings))
            let answer = try await transport.send(HTTPRequest(.get, endpoint, "/empty"))
            #expect(answer.status == 200)
        }
    }
}
