internal import CLibCrypto

/// A digest that is slow on purpose (scrypt, RFC 7914: N = 1024, r = 8, p = 1; about 2 ms and 1 MiB), as
/// `scrypt:` and 64 hexadecimal digits.
///
/// For values that can be guessed, such as phone numbers: trying all of them costs months, not seconds.
package func slowDigest(of text: String, salt: String) -> String {
    let salt = Array(salt.utf8)
    var output = [UInt8](repeating: 0, count: 32)
    var text = text
    let code = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
            EVP_PBE_scrypt(
                bytes.baseAddress, bytes.count, salt, salt.count, 1024, 8, 1, 0, &output, output.count)
        }
    }
    precondition(code == 1, "libcrypto computes scrypt with these parameters")
    return "scrypt:" + hexadecimal(output)
}
