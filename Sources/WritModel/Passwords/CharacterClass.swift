/// A class of characters that a password policy may ask for.
package enum CharacterClass: String, CaseIterable, Hashable, Sendable {
    case uppercase, lowercase, digit, symbol

    /// The class of a character: letters of any script that have a case, decimal digits of any script, and as symbols
    /// whatever else can be seen, a space and letters without a case among them.
    package init(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        if properties.isUppercase || properties.generalCategory == .titlecaseLetter {
            self = .uppercase
        } else if properties.isLowercase {
            self = .lowercase
        } else if properties.generalCategory == .decimalNumber {
            self = .digit
        } else {
            self = .symbol
        }
    }

    /// What it is called in a sentence, for one character of it.
    var words: String {
        switch self {
        case .uppercase: "capital letter"
        case .lowercase: "small letter"
        case .digit: "digit"
        case .symbol: "symbol"
        }
    }
}
