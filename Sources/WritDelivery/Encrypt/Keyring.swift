internal import FoundationEssentials
internal import Glibc
internal import WritModel

extension Encrypter {
    /// A keyring as `gpg` sees it.
    struct Keyring {
        let encrypter: Encrypter
        let environment: [String]

        /// Runs `gpg` with our options, and with nobody else's: those of a configuration could add recipients. No agent
        /// is started, which only private keys need, and which would stay.
        func run(_ arguments: [String], input: Secret? = nil) throws(DeliveryError) -> [UInt8] {
            let options = [
                "--batch", "--no-tty", "--quiet", "--no-options", "--no-autostart", "--no-auto-check-trustdb",
                "--disable-dirmngr", "--no-auto-key-locate", "--no-random-seed-file", "--trust-model",
                "always",
            ]
            return try encrypter.run(
                encrypter.gpg, of: "gnupg", options + arguments, environment: environment, input: input)
        }

        /// The key with that fingerprint, if something can be encrypted to it.
        func usableKey(_ fingerprint: String, of recipient: Recipient) throws(DeliveryError) -> UsableKey {
            let listing: [UInt8]
            do throws(DeliveryError) {
                listing = try run(["--with-colons", "--with-subkey-fingerprint", "--list-keys", fingerprint])
            } catch .failed(_, _, let said) where said.contains("No public key") {
                throw .key(.unknown, of: recipient)
            }
            switch KeyListing(listing).key(fingerprint) {
            case .success(let key): return key
            case .failure(let problem): throw .key(problem.kind, of: recipient)
            }
        }

        /// The armored message.
        func encrypt(_ text: Secret, to key: UsableKey) throws(DeliveryError) -> [UInt8] {
            try run(
                [
                    "--no-encrypt-to", "--no-comments", "--no-emit-version", "--compress-algo", "none",
                    "--armor",
                    "--output", "-", "--recipient", key.recipient, "--encrypt",
                ], input: text)
        }
    }

    /// Runs `body` with the keyring that is asked for.
    func withKeyring<Result>(
        _ body: (Keyring) throws(DeliveryError) -> Result
    ) throws(DeliveryError) -> Result {
        switch keys {
        case .keyring:
            return try body(
                Keyring(encrypter: self, environment: environment.filter { !$0.hasPrefix("TMPDIR=") }))
        case .file(let path):
            let bytes = try publicKeys(in: path)
            let home = try temporaryFolder(besides: path)
            defer { try? FileManager.default.removeItem(atPath: home) }
            let own = environment.filter { !$0.hasPrefix("GNUPGHOME=") && !$0.hasPrefix("HOME=") }
            let keyring = Keyring(
                encrypter: self, environment: own + ["HOME=\(home)", "GNUPGHOME=\(home)"])
            let copy = home + "/keys"
            guard FileManager.default.createFile(atPath: copy, contents: Data(bytes)) else {
                throw .keyFile(path: path, reason: "cannot be copied")
            }
            do throws(DeliveryError) {
                let listing = try keyring.run(["--with-colons", "--show-keys", copy])
                guard !KeyListing(listing).holdsPrivateKey else {
                    throw .keyFile(path: path, reason: "holds a private key; export the public one alone")
                }
                _ = try keyring.run(["--import", copy])
            } catch .failed(_, _, let said) {
                throw .keyFile(path: path, reason: "cannot be read by `gpg`: \(said)")
            }
            return try body(keyring)
        }
    }

    /// The bytes of a file of keys; a keyring of thousands is none.
    private func publicKeys(in path: String) throws(DeliveryError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .keyFile(path: path, reason: "cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        var count = 0
        while count < bytes.count {
            let more = bytes.withUnsafeMutableBytes { memory in
                read(descriptor, memory.baseAddress?.advanced(by: count), memory.count - count)
            }
            if more < 0 && errno == EINTR { continue }
            guard more >= 0 else {
                throw .keyFile(path: path, reason: "cannot be read: \(String(cString: strerror(errno)))")
            }
            guard more > 0 else { return Array(bytes[..<count]) }
            count += more
        }
        throw .keyFile(path: path, reason: "is larger than 1 MiB")
    }

    /// A new folder that only we can read, for keys that are public.
    private func temporaryFolder(besides path: String) throws(DeliveryError) -> String {
        let parent = environment.first { $0.hasPrefix("TMPDIR=/") }?.dropFirst(7) ?? "/tmp"
        var template = Array("\(parent)/writ-keys-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .keyFile(
                path: path, reason: "cannot be copied to `\(parent)`: \(String(cString: strerror(errno)))")
        }
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
