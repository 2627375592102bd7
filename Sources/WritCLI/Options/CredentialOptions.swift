internal import ArgumentParser
internal import WritDelivery
internal import WritModel
internal import WritStore

/// Where new passwords and access keys go.
struct CredentialOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where new passwords and access keys go, each encrypted to its `deliverTo`: a folder, or `-` for standard output",
            valueName: "folder"), completion: .directory)
    var credentials: String?

    @Option(
        help: ArgumentHelp(
            "The OpenPGP public keys that `deliverTo: gpg:FINGERPRINT` names, instead of the keyring of `gpg`",
            valueName: "file"), completion: .file())
    var gpgKeys: String?

    /// Brings them there; on standard output they come before the report.
    func courier(to target: Target) -> any Courier {
        guard let credentials else { return NoCourier() }
        var encrypter = Encrypter()
        if let gpgKeys { encrypter.keys = .file(path: gpgKeys) }
        return DeliveryCourier(
            target: target.name, account: target.account, encrypter: encrypter,
            place: credentials == "-" ? .standardOutput : .folder(path: credentials)
        ) { delivered in
            switch delivered {
            case .file(let path): Terminal.error.write("wrote \(path)\n")
            case .text(let text): Terminal.output.write(text)
            }
        }
    }
}
