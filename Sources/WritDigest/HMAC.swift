internal import CLibCrypto

/// HMAC-SHA-256 of `message`: 32 bytes that only who has the key can compute. Source: RFC 2104.
package func hmacSHA256(_ message: [UInt8], key: UnsafeRawBufferPointer) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let empty: [UInt8] = [0]
    let isComputed = empty.withUnsafeBytes { empty in
        // No key is a key of no bytes; libcrypto takes a null pointer for "the key before".
        HMAC(
            EVP_sha256(), key.baseAddress ?? empty.baseAddress, Int32(key.count), message, message.count,
            &output, &length) != nil
    }
    precondition(isComputed && length == 32, "libcrypto computes HMAC-SHA-256 of any input")
    return output
}
