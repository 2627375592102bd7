/// How connections are made and what is too much. There is no setting that leaves a certificate unchecked.
package struct TransportSettings: Sendable {
    /// How long name, connection and TLS may take.
    package var connectDeadline = Duration.seconds(5)
    /// How long a request may take in all.
    package var deadline = Duration.seconds(30)
    /// How many bytes of headers an answer may have.
    package var headLimit = 64 << 10
    /// How many bytes of body an answer may have.
    package var bodyLimit = 16 << 20
    /// A file of certificates, in PEM, that are trusted in place of the system's.
    package var authorities: String?
    /// Where requests go through; never for this machine.
    package var proxy: Proxy?
    /// How we call ourselves.
    package var userAgent = "writ"

    /// The usual ones.
    package init() {}
}
