internal import WritDigest

extension CredentialLabel {
    /// `ann.ci.3.age`, `ann.password.1.asc`: another one for each credential of a target, and one path component.
    package func fileName(_ form: Ciphertext.Form) -> String {
        let name =
            switch sort {
            case .password: "password"
            case .accessKey("password"): "%70assword"
            // The last dots are then those between the parts, so that `a.b` of `c` is not `b` of `c.a`.
            case .accessKey(let name): component(name, mayHoldDots: false)
            }
        return "\(component(user, mayHoldDots: true)).\(name).\(generation).\(form.fileExtension)"
    }
}

/// How long a part of a file's name may be, in bytes; two of them, a number and the ending have to fit into 255.
private let longestPart = 100

/// A name as a part of a file's name: letters, digits and a few marks as they are, other bytes as `%` and two digits.
private func component(_ name: String, mayHoldDots: Bool) -> String {
    var text = ""
    for (index, byte) in name.utf8.enumerated() {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            text.unicodeScalars.append(Unicode.Scalar(byte))
        case UInt8(ascii: "-") where index > 0, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"),
            UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "@"):
            // A leading dot would hide the file, and `..` lead out of the folder.
            let isDot = byte == UInt8(ascii: ".") && (!mayHoldDots || index == 0)
            text += isDot ? "%2E" : String(Unicode.Scalar(byte))
        default:
            text += "%" + hexadecimal([byte]).uppercased()
        }
    }
    // A long one by its start and its digest; `~` stands in no other.
    return text.utf8.count <= longestPart ? text : text.prefix(60) + "~" + Digest(of: name).hex.prefix(32)
}
