import Foundation
import Testing

@testable import WritDigest

/// Hashes of passwords.
@Suite struct PasswordHashTests {
    /// RFC 7914, §12. The fourth vector takes 1 GiB and is beyond our bounds.
    struct Vector: Sendable, CustomTestStringConvertible {
        var password: String
        var salt: String
        var cost: (logN: Int, blockSize: Int, parallelism: Int)
        var hex: String
        var testDescription: String { "\(password), \(salt)" }
    }

    static let vectors = [
        Vector(
            password: "", salt: "", cost: (4, 1, 1),
            hex: "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"),
        Vector(
            password: "password", salt: "NaCl", cost: (10, 8, 16),
            hex: "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"),
        Vector(
            password: "pleaseletmein", salt: "SodiumChloride", cost: (14, 8, 1),
            hex: "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"),
    ]

    @Test(arguments: vectors) func `scrypt as published`(_ vector: Vector) throws {
        let (logN, blockSize, parallelism) = vector.cost
        let cost = try #require(ScryptCost(logN: logN, blockSize: blockSize, parallelism: parallelism))
        let password = Array(vector.password.utf8)
        let output = try password.withUnsafeBytes {
            try scrypt($0, salt: Array(vector.salt.utf8), cost, count: 64)
        }
        #expect(hexadecimal(output) == vector.hex)
    }

    private static let small = ScryptCost(logN: 4, blockSize: 2, parallelism: 3) ?? .standard

    private func hash(_ password: String, salt: [UInt8] = Array(0..<16), _ cost: ScryptCost = small) throws
        -> PasswordHash
    {
        try Array(password.utf8).withUnsafeBytes { try PasswordHash(of: $0, salt: salt, cost: cost) }
    }

    @Test func `a hash is read back and matches its password alone`() throws {
        for password in ["", "hunter2", "p\u{0}ss", String(repeating: "日本", count: 200)] {
            let hash = try hash(password)
            let again = try #require(PasswordHash(parsing: hash.description))
            #expect(again == hash)
            #expect(try Array(password.utf8).withUnsafeBytes { try again.matches($0) })
            #expect(try !Array((password + "x").utf8).withUnsafeBytes { try again.matches($0) })
        }
        #expect(try hash("a", salt: Array(1..<17)) != hash("a"))
    }

    @Test func `the text is that of the PHC string format`() throws {
        #expect(try hash("hunter2").description.hasPrefix("$scrypt$ln=4,r=2,p=3$AAECAwQFBgcICQoLDA0ODw$"))
    }

    @Test func `python computes the same, also with the production cost`() throws {
        for cost in [Self.small, .standard] {
            let hash = try hash("pä$s", cost)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [
                "python3", "-c",
                """
                import base64, hashlib, sys
                _, name, settings, salt, _ = sys.argv[1].split("$")
                n = dict(part.split("=") for part in settings.split(","))
                salt = base64.b64decode(salt + "=" * (-len(salt) % 4))
                key = hashlib.scrypt("pä$s".encode(), salt=salt, n=1 << int(n["ln"]), r=int(n["r"]), p=int(n["p"]),
                                     dklen=32, maxmem=1 << 28)
                text = base64.b64encode(salt).decode().rstrip("="), base64.b64encode(key).decode().rstrip("=")
                print("$%s$%s$%s$%s" % (name, settings, *text), end="")
                """, hash.description,
            ]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            #expect(String(decoding: output, as: UTF8.self) == hash.description)
        }
    }

    private static let good =
        "$scrypt$ln=4,r=2,p=3$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"

    static let bad = [
        "", "$", "hunter2", good.replacing("$scrypt", with: "$scrypt2"), String(good.dropFirst()), good + "$",
        good + "=", good.replacing("AAECAwQFBgcICQoLDA0ODw$", with: "AAEC$"), String(good.dropLast(30)),
        good.replacing("ln=4", with: "ln=04"), good.replacing("ln=4", with: "ln=+4"),
        good.replacing("ln=4", with: "ln=0"),
        good.replacing("ln=4,r=2", with: "r=2,ln=4"), good.replacing(",p=3", with: ""),
        good.replacing("p=3", with: "p=3,x=1"),
        good.replacing("p=3", with: "p=-3"), good.replacing("r=2", with: "r=0"),
        good.replacing("p=3", with: "p=0"),
        // The last digit has bits that stand for nothing.
        String(good.dropLast()) + "9", good.replacing("ODw$", with: "ODx$"),
        good.replacing("AAEC", with: "AA C"),
        good.replacing("AAEC", with: "AA-C"), good + String(repeating: "A", count: 300),
        // More memory, or more time, than anybody should be made to spend.
        good.replacing("ln=4", with: "ln=31"),
        good.replacing("ln=4", with: "ln=19,r=8").replacing("r=8,r=2", with: "r=8"),
        good.replacing("r=2", with: "r=99999999"), good.replacing("p=3", with: "p=1073741823"),
        good.replacing("ln=4", with: "ln=99999999999999999999"),
        good.replacing("ln=4,r=2,p=3", with: "ln=18,r=8,p=8"),
        good.replacing("ln=4,r=2", with: "ln=16,r=1"),
    ]

    @Test(arguments: bad) func `another text is no hash`(_ text: String) {
        #expect(PasswordHash(parsing: text) == nil)
    }

    @Test func `what is near is one`() {
        for text in [
            Self.good, Self.good.replacing("ln=4,r=2,p=3", with: "ln=18,r=8,p=4"),
            Self.good.replacing("ln=4,r=2,p=3", with: "ln=15,r=1,p=1"),
        ] {
            #expect(PasswordHash(parsing: text)?.description == text)
        }
    }

    @Test(arguments: [
        (14, 8, 3, true), (15, 8, 2, true), (15, 4, 3, true), (15, 8, 3, false), (16, 8, 1, false),
        (15, 8, 4, false),
    ])
    func `cheaper hashes are to be made anew`(
        _ logN: Int, _ blockSize: Int, _ parallelism: Int, _ isCheaper: Bool
    ) {
        let text = Self.good.replacing("ln=4,r=2,p=3", with: "ln=\(logN),r=\(blockSize),p=\(parallelism)")
        #expect(PasswordHash(parsing: text)?.needsRehash() == isCheaper)
    }
}
