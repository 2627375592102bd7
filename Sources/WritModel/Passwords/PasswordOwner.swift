/// What a password may not be made of: what is known about its owner.
package struct PasswordOwner: Hashable, Sendable {
    /// A text about the owner.
    package enum Trait: String, CaseIterable, Hashable, Sendable { case userName, phone, email }

    /// The user's name.
    package var user: String
    /// As manifests write it, `+86 138 0000 0000`.
    package var phone: String?
    /// The whole address.
    package var email: String?

    /// What is known about the user of that name.
    package init(user: String, phone: String? = nil, email: String? = nil) {
        self.user = user
        self.phone = phone
        self.email = email
    }

    /// The forms in which `trait` is looked for, without regard to case; none of them is empty.
    ///
    /// A phone number as it is written, as its digits, and as its digits without those of the country, which stand
    /// before the first space or hyphen.
    func words(_ trait: Trait) -> [[Unicode.Scalar]] {
        let texts: [String] =
            switch trait {
            case .userName: [user]
            case .email: [email ?? ""]
            case .phone: phoneForms
            }
        return texts.filter { !$0.isEmpty }.map { foldCase($0.unicodeScalars) }
    }

    private var phoneForms: [String] {
        guard let phone else { return [] }
        let groups = phone.split { $0 == " " || $0 == "-" }
        let digits = { (text: String) in text.filter { ("0"..."9").contains($0) } }
        let national = digits(groups.dropFirst().joined())
        let forms = [phone, digits(phone)] + (national.count >= 5 ? [national] : [])
        // A sign alone would forbid nothing that a number is.
        return forms.filter { !digits($0).isEmpty }
    }
}

/// The scalars in small letters. Source: Unicode's `Lowercase_Mapping`, without regard to language or place.
func foldCase(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    for scalar in scalars {
        switch scalar.value {
        case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
        case 0..<0x80: folded.append(scalar)
        default: folded += scalar.properties.lowercaseMapping.unicodeScalars
        }
    }
    return folded
}
