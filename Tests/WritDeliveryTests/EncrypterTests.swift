import Foundation
import Testing
import WritModel
import WritProcess
import WritTestKit

@testable import WritDelivery

/// Encrypting with the real programs.
@Suite struct EncrypterTests {
    @Test(arguments: KeyOwner.Sort.allCases)
    func `the owner of the key reads the credential, and nobody else`(_ sort: KeyOwner.Sort) throws {
        let owner = try KeyOwner([sort])
        let ciphertext = try owner.encrypter.encrypt(Canary.credential, to: owner.recipient(sort))
        #expect(ciphertext.form == (sort == .openPGP ? .openPGP : .age))
        #expect(!Canary.isIn(ciphertext.text))
        let plain = try owner.decrypt(ciphertext.text, sort)
        #expect(
            plain == """
                {"writ":"credential/v1","target":"production","account":"acme","user":"ann","kind":"access-key",\
                "name":"ci","generation":3,"id":"AKID7","secret":"canary-9hQ2\\"\\\\vZ7{}Ω-xK4",\
                "createdAt":"2027-01-15T08:00:00Z"}

                """)
        let json = try JSONValue(parsing: Array(plain.utf8))
        #expect(json["secret"]?.string == Canary.text)
        let attempt = try KeyOwner([sort]).decryption(of: ciphertext.text, sort)
        #expect(attempt.ending != .exited(0) && attempt.output.isEmpty)
    }

    @Test func `a password has neither name nor id`() throws {
        let owner = try KeyOwner([.age])
        var label = Canary.label
        label.sort = .password
        let credential = LabelledCredential(
            label, id: nil, secret: Secret(copying: "päss\u{1}".utf8), createdAt: Instant(epochSeconds: 0))
        let ciphertext = try owner.encrypter.encrypt(credential, to: owner.recipient(.age))
        #expect(
            try owner.decrypt(ciphertext.text, .age) == """
                {"writ":"credential/v1","target":"production","account":"acme","user":"ann","kind":"password",\
                "name":null,"generation":3,"id":null,"secret":"päss\\u0001","createdAt":"1970-01-01T00:00:00Z"}

                """)
    }

    @Test(arguments: KeyOwner.Sort.allCases)
    func `whether a recipient can be encrypted to is known before`(_ sort: KeyOwner.Sort) throws {
        let owner = try KeyOwner([sort])
        try owner.encrypter.check(owner.recipient(sort))
    }

    @Test func `a secret that is no text, or too long, is refused`() throws {
        let owner = try KeyOwner([.age])
        for bytes in [[0xC3, 0x28], [UInt8](repeating: 65, count: 4097)] {
            var credential = Canary.credential
            credential.secret = Secret(copying: bytes)
            #expect {
                try owner.encrypter.encrypt(credential, to: owner.recipient(.age))
            } throws: { error in
                if case .unfitSecret? = error as? DeliveryError { true } else { false }
            }
        }
    }

    @Test(arguments: ["age", "gpg"])
    func `a program that is not there is named with its package`(_ program: String) throws {
        let owner = try KeyOwner([.age, .openPGP])
        var encrypter = owner.encrypter
        (encrypter.age, encrypter.gpg) = ("no-such-age", "no-such-gpg")
        let error = #expect(throws: DeliveryError.self) {
            try encrypter.encrypt(Canary.credential, to: owner.recipient(program == "age" ? .age : .openPGP))
        }
        #expect(
            error
                == .programMissing(program: "no-such-" + program, package: program == "age" ? "age" : "gnupg")
        )
        #expect(error?.help?.contains(program == "age" ? "apt install age" : "apt install gnupg") == true)
    }
}
