/// An encrypted text that was found to be whole and for its recipient.
package struct Ciphertext: Hashable, Sendable {
    /// The two forms.
    package enum Form: Hashable, Sendable {
        case age, openPGP

        /// The ending of a file's name.
        package var fileExtension: String { self == .age ? "age" : "asc" }

        /// The first line.
        var firstLine: String {
            self == .age ? "-----BEGIN AGE ENCRYPTED FILE-----" : "-----BEGIN PGP MESSAGE-----"
        }

        /// The last line.
        var lastLine: String {
            self == .age ? "-----END AGE ENCRYPTED FILE-----" : "-----END PGP MESSAGE-----"
        }
    }

    /// Its form.
    package let form: Form
    /// The armored text, which ends with a line end.
    package let text: String

    init(_ form: Form, text: String) {
        self.form = form
        self.text = text.hasSuffix("\n") ? text : text + "\n"
    }
}
