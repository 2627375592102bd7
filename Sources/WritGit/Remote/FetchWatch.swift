internal import CLibGit2
internal import Glibc

/// What the library asks while it fetches, and what was answered.
///
/// Lives on the one thread that fetches; the library gets it as the payload of its callbacks.
final class FetchWatch {
    private let request: FetchRequest
    /// The first thing that made us end the fetch.
    private(set) var failure: RemoteError?
    private var loginCount = 0
    /// How many secure connections were made; a redirect to another port makes one more.
    private var connectionCount = 0
    private var credential: GitCredential?

    /// A watch over the fetch that `request` asks for.
    init(_ request: FetchRequest) { self.request = request }

    /// Puts our answers into the library's options.
    func install(in callbacks: inout git_remote_callbacks) {
        callbacks.payload = Unmanaged.passUnretained(self).toOpaque()
        callbacks.credentials = { answer, _, _, allowed, payload in
            guard let answer, let watch = FetchWatch.of(payload) else { return GIT_EAUTH.rawValue }
            return watch.login(into: answer, allowed: allowed)
        }
        callbacks.certificate_check = { certificate, isValid, _, payload in
            guard let certificate, let watch = FetchWatch.of(payload) else {
                return GIT_ECERTIFICATE.rawValue
            }
            return watch.check(certificate, isValid: isValid != 0)
        }
        callbacks.transfer_progress = { progress, payload in
            guard let progress, let watch = FetchWatch.of(payload) else { return GIT_EUSER.rawValue }
            return watch.receive(progress.pointee.received_bytes)
        }
    }

    /// Tells git's helpers that the login was taken.
    func finish() { credential?.tell(isTaken: true, home: request.home) }

    private static func of(_ payload: UnsafeMutableRawPointer?) -> FetchWatch? {
        payload.map { Unmanaged<FetchWatch>.fromOpaque($0).takeUnretainedValue() }
    }

    /// One try: git's helper for https, the agent with all its keys for ssh. The library would ask for ever.
    private func login(
        into answer: UnsafeMutablePointer<UnsafeMutablePointer<git_credential>?>, allowed: UInt32
    ) -> Int32 {
        loginCount += 1
        guard loginCount == 1 else { return refuse() }
        switch request.remote.scheme {
        case .https:
            guard allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT.rawValue != 0 else {
                return end(.authentication, "it takes no user and password")
            }
            // Other hosts are refused before we are asked; another port of the same host is not.
            guard connectionCount == 1 else { return end(.redirect, "it asks for a login somewhere else") }
            do throws(GitCredential.Lack) {
                let credential = try GitCredential(for: request.remote, home: request.home)
                self.credential = credential
                return git_credential_userpass_plaintext_new(
                    answer, credential.username, credential.password)
            } catch {
                return end(error == .noGit ? .noGit : .noCredential)
            }
        case .ssh:
            guard allowed & GIT_CREDENTIAL_SSH_KEY.rawValue != 0 else {
                return end(.authentication, "it takes no keys")
            }
            guard getenv("SSH_AUTH_SOCK") != nil else { return end(.noAgent, "SSH_AUTH_SOCK is not set") }
            return git_credential_ssh_key_from_agent(answer, request.remote.user ?? "git")
        case .file: return end(.authentication)
        }
    }

    /// The login was refused. Git's helpers forget it, where it surely was the server of the URL that refused.
    private func refuse() -> Int32 {
        if connectionCount == 1 { credential?.tell(isTaken: false, home: request.home) }
        credential = nil
        return end(.authentication)
    }

    /// For TLS the library has judged; for ssh the known hosts do.
    private func check(_ certificate: UnsafeMutablePointer<git_cert>, isValid: Bool) -> Int32 {
        switch certificate.pointee.cert_type {
        case GIT_CERT_X509:
            connectionCount += 1
            // The library's own words for what is wrong come back by passing through.
            return isValid ? 0 : GIT_PASSTHROUGH.rawValue
        case GIT_CERT_HOSTKEY_LIBSSH2:
            return certificate.withMemoryRebound(to: git_cert_hostkey.self, capacity: 1) { key in
                checkHostKey(key.pointee)
            }
        default: return end(.certificate, "it is of an unknown kind")
        }
    }

    private func checkHostKey(_ shown: git_cert_hostkey) -> Int32 {
        guard shown.type.rawValue & GIT_CERT_SSH_RAW.rawValue != 0, let start = shown.hostkey,
            shown.type.rawValue & GIT_CERT_SSH_SHA256.rawValue != 0
        else { return end(.handshake, "its key cannot be seen") }
        let bytes = UnsafeRawBufferPointer(start: start, count: shown.hostkey_len)
        let key = HostKey(type: keyType(bytes), text: base64(bytes))
        let digest = withUnsafeBytes(of: shown.hash_sha256) { base64($0) }.prefix { $0 != "=" }
        let kind: RemoteError.Kind
        switch request.hostKeys.verdict(on: key) {
        case .known: return 0
        case .unknown: kind = .hostKeyUnknown
        case .changed: kind = .hostKeyChanged
        case .revoked: kind = .hostKeyRevoked
        }
        failure = failure ?? RemoteError(kind, keyType: key.type, fingerprint: "SHA256:\(digest)")
        return GIT_ECERTIFICATE.rawValue
    }

    private func receive(_ bytes: Int) -> Int32 {
        guard bytes > request.byteLimit else { return 0 }
        return end(.tooLarge, "\(request.byteLimit >> 20) MiB", GIT_EUSER.rawValue)
    }

    private func end(
        _ kind: RemoteError.Kind, _ detail: String = "", _ code: Int32 = GIT_EAUTH.rawValue
    ) -> Int32 {
        failure = failure ?? RemoteError(kind, detail: detail)
        return code
    }
}

/// The name of the key's type: the first text inside the key. Source: RFC 4253, 6.6.
private func keyType(_ key: UnsafeRawBufferPointer) -> String {
    guard key.count > 4 else { return "unknown" }
    let length = key.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    let name = key.dropFirst(4).prefix(length)
    let isPlain = (1...64).contains(length) && name.allSatisfy { (0x21...0x7E).contains($0) }
    return isPlain ? String(decoding: name, as: UTF8.self) : "unknown"
}
