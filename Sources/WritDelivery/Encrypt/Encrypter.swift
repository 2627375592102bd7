package import WritModel
internal import WritProcess

/// Where keys of OpenPGP are looked up.
package enum OpenPGPKeys: Hashable, Sendable {
    /// The keyring of whoever runs the program: that of `GNUPGHOME`, else the one in `HOME`.
    case keyring
    /// A file of public keys, as `gpg --export` writes it, armored or not; the keyring is left alone then.
    case file(path: String)
}

/// Encrypts to recipients with the programs `age` and `gpg`.
///
/// Every call blocks until the program has ended or is killed at the deadline; it may be made from several threads at
/// once.
package struct Encrypter: Sendable {
    /// The program `age`, a path or a name to be found along `PATH`.
    package var age = "age"
    /// The program `gpg`, likewise.
    package var gpg = "gpg"
    /// Where keys of OpenPGP are looked up.
    package var keys = OpenPGPKeys.keyring
    /// How long one program may run, in seconds.
    package var timeout = 30
    /// What the programs may know of our environment, as `NAME=value`: where programs, keyring and temporary files are.
    var environment = currentEnvironment(only: ["PATH", "HOME", "GNUPGHOME", "TMPDIR"]) + ["LC_ALL=C"]

    /// One with the programs along `PATH` and the user's keyring.
    package init() {}

    /// Encrypts the credential's document to `recipient`.
    ///
    /// The ciphertext was verified: of its form, whole, for the recipient alone, and without anything of the document.
    package func encrypt(
        _ credential: LabelledCredential, to recipient: Recipient
    ) throws(DeliveryError) -> Ciphertext {
        try encrypt(credential.document(), to: recipient)
    }

    /// Finds out whether something could be encrypted to `recipient` now, by encrypting a text that is no secret.
    ///
    /// To be asked before a credential is created: one that cannot be delivered is lost.
    package func check(_ recipient: Recipient) throws(DeliveryError) {
        _ = try encrypt(Secret(copying: "Whoever can read this gets the key.\n".utf8), to: recipient)
    }

    /// Encrypts any text.
    func encrypt(_ text: Secret, to recipient: Recipient) throws(DeliveryError) -> Ciphertext {
        let form: Ciphertext.Form
        let program: String
        let output: [UInt8]
        var keyIDs: [String] = []
        switch recipient.key {
        case .age, .ssh:
            (form, program) = (.age, age)
            output = try run(
                age, of: "age", ["--encrypt", "--armor", "--recipient", recipient.description],
                environment: environment.filter { $0.hasPrefix("PATH=") || $0.hasPrefix("LC_ALL=") },
                input: text)
        case .openPGP(let fingerprint):
            (form, program) = (.openPGP, gpg)
            let found = try withKeyring { (home) throws(DeliveryError) -> ([UInt8], [String]) in
                let key = try home.usableKey(fingerprint, of: recipient)
                return (try home.encrypt(text, to: key), key.keyIDs)
            }
            (output, keyIDs) = found
        }
        if let problem = problem(of: output, form, to: recipient, keyIDs: keyIDs, hiding: text) {
            throw .wrongOutput(program: program, reason: problem)
        }
        return Ciphertext(form, text: String(decoding: output, as: UTF8.self))
    }
}
