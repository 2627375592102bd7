import Glibc
import Testing
import WritModel

@testable import WritHTTP

/// Certificates and proxies.
@Suite struct TrustTests {
    private let server: FaultyServer

    init() throws { server = try FaultyServer.shared.get() }

    private func error(_ endpoint: Endpoint, _ settings: TransportSettings) async throws -> HTTPError? {
        let transport = try #require(CurlTransport(settings))
        do throws(HTTPError) {
            _ = try await transport.send(HTTPRequest(.post, endpoint, "/ok"))
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("expired", HTTPError.Reason.certificate(.expired)), ("wrongname", .certificate(.wrongName)),
        ("stranger", .certificate(.notTrusted)), ("old", .tls),
    ])
    func `a server that does not prove who it is gets nothing`(
        _ name: String, _ reason: HTTPError.Reason
    ) async throws {
        let error = try #require(try await error(server.endpoint(name), server.settings))
        #expect(error.reason == reason)
        #expect(error.effect == .none)
        #expect(!error.reason.isPassing)
    }

    @Test func `the authority is the one that was named, or the system's`() async throws {
        #expect(try await error(server.endpoint("good"), server.settings) == nil)
        #expect(try await error(server.endpoint("good", host: "127.0.0.1"), server.settings) == nil)
        let systems = try await error(server.endpoint("good"), TransportSettings())
        #expect(systems?.reason == .certificate(.notTrusted))
        var missing = server.settings
        missing.authorities = "/nowhere/authority.pem"
        let unreadable = try await error(server.endpoint("good"), missing)
        #expect(unreadable?.reason == .authoritiesUnreadable(file: "/nowhere/authority.pem"))
    }

    @Test func `TLS with a server that speaks none`() async throws {
        let plain = try Endpoint(parsing: "https://localhost:\(server.port("plain"))")
        #expect(try await error(plain, server.settings)?.reason == .tls)
    }

    private func throughProxy(_ login: Proxy.Login? = nil, exceptions: [String] = []) throws -> CurlTransport
    {
        var settings = server.settings
        settings.proxy = Proxy(
            host: "localhost", port: server.port("proxy"), login: login, exceptions: exceptions)
        try #require(settings.proxy != nil)
        return try #require(CurlTransport(settings))
    }

    @Test func `a proxy sees where to, and nothing of what`() async throws {
        let login = Proxy.Login(user: "ann", password: Secret(copying: Array("pässword".utf8)))
        #expect(!"\(login)".contains("pässword"))
        let endpoint = try Endpoint(parsing: "https://iam.example.test:8443")
        var headers = HTTPHeaders()
        headers.set("X-Auth-Token", Secret(copying: Array("canary".utf8)))
        let answer = try await throughProxy(login).send(
            HTTPRequest(.get, endpoint, "/ok/through", headers: headers))
        #expect(text(answer.body).contains("X-Auth-Token: canary"))
        #expect(text(answer.body).contains("Host: iam.example.test:8443"))
        #expect(answer.requestID == "id-1")
        let seen = try await server.requests("iam.example.test:8443")
        #expect(
            seen == [
                "CONNECT iam.example.test:8443 proxy Basic YW5uOnDDpHNzd29yZA== "
                    + "Host Proxy-Authorization Proxy-Connection User-Agent"
            ])
    }

    @Test func `a proxy that refuses is named as what it is`() async throws {
        let transport = try throughProxy()
        let error = await #expect(throws: HTTPError.self) {
            try await transport.send(
                HTTPRequest(.get, try Endpoint(parsing: "https://refused.example.test"), "/ok"))
        }
        #expect((error?.reason, error?.effect) == (.proxyRefused, Effect.none))
    }

    @Test func `behind a proxy too a server has to prove who it is`() async throws {
        let transport = try throughProxy()
        let error = await #expect(throws: HTTPError.self) {
            try await transport.send(
                HTTPRequest(.post, try Endpoint(parsing: "https://other.example.test"), "/ok"))
        }
        #expect((error?.reason, error?.effect) == (.certificate(.wrongName), Effect.none))
    }

    @Test func `this machine and exceptions are asked directly`() async throws {
        let transport = try throughProxy(exceptions: [".invalid"])
        #expect(try await transport.send(HTTPRequest(.get, server.endpoint("good"), "/empty")).status == 200)
        let direct = await #expect(throws: HTTPError.self) {
            try await transport.send(HTTPRequest(.get, try Endpoint(parsing: "https://a.invalid"), "/ok"))
        }
        #expect(direct?.reason == .cannotResolve(host: "a.invalid"))
    }

    @Test func `a proxy that is not there`() async throws {
        var settings = server.settings
        settings.proxy = Proxy(host: "127.0.0.1", port: 1)
        let error = try await error(Endpoint(parsing: "https://iam.example.test"), settings)
        #expect((error?.reason, error?.effect) == (.cannotConnect(host: "127.0.0.1"), Effect.none))
    }

    @Test(arguments: [
        (".example.test", "iam.example.test", true), ("example.test", "example.test", true),
        ("example.test", "iam.EXAMPLE.test", true), ("example.test", "badexample.test", false),
        ("iam.example.test", "example.test", false), ("10.0.0.7", "10.0.0.7", true),
    ])
    func `exceptions are hosts, and domains with all of theirs`(
        _ exception: String, _ host: String, _ isExcepted: Bool
    ) throws {
        let proxy = try #require(Proxy(host: "proxy.example", port: 3128, exceptions: [exception]))
        #expect(proxy.isExcepted(try Endpoint(parsing: "https://\(host)")) == isExcepted)
        #expect(proxy.isExcepted(try Endpoint(parsing: "http://127.0.0.9:80")))
    }

    @Test func `a proxy is a host and a port`() {
        #expect(Proxy(host: "::1", port: 3128)?.description == "http://[::1]:3128")
        #expect(
            Proxy(isSecure: true, host: "Proxy.Example", port: 443)?.description
                == "https://proxy.example:443")
        #expect(Proxy(host: "user@proxy", port: 1) == nil)
        #expect(Proxy(host: "proxy/path", port: 1) == nil)
        #expect(Proxy(host: "proxy", port: 0) == nil)
        #expect(Proxy(host: "proxy", port: 1, exceptions: ["*"]) == nil)
    }
}

/// What the process was started with.
@Suite struct EnvironmentTests {
    @Test func `the environment names no proxy and no authority`() async {
        await #expect(processExitsWith: .success) {
            for name in ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
                setenv(name, "http://127.0.0.1:1", 1)
            }
            let server = try FaultyServer.shared.get()
            let transport = try #require(CurlTransport(server.settings))
            for name in ["plain", "good"] {
                let answer = try await transport.send(HTTPRequest(.get, server.endpoint(name), "/empty"))
                try #require(answer.status == 200)
            }
            setenv("SSL_CERT_FILE", server.authority, 1)
            setenv("CURL_CA_BUNDLE", server.authority, 1)
            let untold = try #require(CurlTransport())
            let answer = try? await untold.send(HTTPRequest(.get, server.endpoint("good"), "/empty"))
            try #require(answer?.status == nil)
        }
    }
}
