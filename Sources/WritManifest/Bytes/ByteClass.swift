/// What a byte is to the scans that look at every byte of a file, so that each of them looks it up once.
struct ByteClass: OptionSet {
    let rawValue: UInt8

    /// May be a part of a key or token: a letter, a digit, one of `_-.+/=`.
    static let token = ByteClass(rawValue: 1)
    /// Neither printable ASCII nor a tab nor a line feed.
    static let special = ByteClass(rawValue: 2)
    /// Opens a placeholder of a template language.
    static let template = ByteClass(rawValue: 4)
    /// A tab, which `special` leaves out: no plain text.
    static let tab = ByteClass(rawValue: 8)

    /// The class of every byte.
    static let table: [ByteClass] = (UInt8.min...UInt8.max).map { byte in
        var result: ByteClass = isTokenByte(byte) ? [.token] : []
        if !(0x20..<0x7F).contains(byte), byte != 0x0A, byte != 0x09 { result.insert(.special) }
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "<") { result.insert(.template) }
        if byte == 0x09 { result.insert(.tab) }
        return result
    }
}
