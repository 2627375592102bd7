package import WritModel

/// Why a credential was not delivered. Nothing of the credential is in it.
package enum DeliveryError: Error, Hashable, Sendable {
    /// What is wrong with a key of OpenPGP.
    package enum KeyProblem: Hashable, Sendable {
        /// No key of the keyring has that fingerprint.
        case unknown
        case expired, revoked, disabled
        /// It can sign and the like, and nothing can be encrypted to it.
        case cannotEncrypt
    }

    /// The program is not installed; the package is Debian's.
    case programMissing(program: String, package: String)
    case cannotStart(program: String, reason: String)
    case timedOut(program: String, seconds: Int)
    /// It ended with a failure. What it said is cut, in printable ASCII, and left out where it repeats the secret.
    case failed(program: String, ending: String, said: String)
    /// It ended well, and what it wrote is not what it was asked for.
    case wrongOutput(program: String, reason: String)
    case key(KeyProblem, of: Recipient)
    /// The file with keys of OpenPGP cannot be used.
    case keyFile(path: String, reason: String)
    /// The secret is larger than what is delivered, or no text.
    case unfitSecret(reason: String)
    /// The folder, or the file in it, cannot be written.
    case cannotWrite(path: String, reason: String)
    /// There is another file of that name, which stays.
    case alreadyThere(path: String)
}

extension DeliveryError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .programMissing(let program, _): "the program `\(program)` is not installed"
        case .cannotStart(let program, let reason): "`\(program)` cannot be started: \(reason)"
        case .timedOut(let program, let seconds): "`\(program)` did not end within \(seconds) s"
        case .failed(let program, let ending, let said):
            "`\(program)` \(ending)" + (said.isEmpty ? "" : ": \(said)")
        case .wrongOutput(let program, let reason): "what `\(program)` wrote \(reason)"
        case .key(.unknown, let recipient): "the keyring has no key `\(recipient)`"
        case .key(.expired, let recipient): "the key `\(recipient)` has expired"
        case .key(.revoked, let recipient): "the key `\(recipient)` has been revoked"
        case .key(.disabled, let recipient): "the key `\(recipient)` is disabled"
        case .key(.cannotEncrypt, let recipient):
            "the key `\(recipient)` has no part that can be encrypted to"
        case .keyFile(let path, let reason): "`\(path)` \(reason)"
        case .unfitSecret(let reason): "the created value \(reason)"
        case .cannotWrite(let path, let reason): "`\(path)` cannot be written: \(reason)"
        case .alreadyThere(let path): "there is another `\(path)` already"
        }
    }

    /// What to do about it, where that can be said.
    package var help: String? {
        switch self {
        case .programMissing(_, let package): "install it, on Debian with `apt install \(package)`"
        case .key(.unknown, _):
            "import the key with `gpg --import`, or name a file of public keys; compare the fingerprint"
        case .key(.expired, _): "get the key anew from its owner, who can extend it"
        case .key(.revoked, _), .key(.cannotEncrypt, _): "ask its owner for another key"
        case .key(.disabled, _): "enable it with `gpg --edit-key`"
        case .alreadyThere: "move it away once its owner has it; no delivery overwrites another"
        default: nil
        }
    }
}
