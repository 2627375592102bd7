import Foundation
import Testing
import WritModel

/// What a secret shows, and what stays of it.
@Suite struct SecretTests {
    private let secret = Secret(copying: "hunter2".utf8)

    @Test func `its bytes come out at one door only`() {
        #expect(secret.withBytes { Array($0) } == Array("hunter2".utf8))
        #expect(secret.count == 7)
        #expect(Secret(copying: []).withBytes { Array($0) } == [])
    }

    @Test func `whatever prints it prints no more than that it is one`() {
        struct Holder { var secret: Secret }
        var text = "\(secret) \(String(reflecting: secret)) \(Holder(secret: secret)) \([secret])"
        dump(secret, to: &text)
        dump(Holder(secret: secret), to: &text)
        #expect(text.contains("<secret>"))
        #expect(!text.contains("hunter2") && !text.contains("104"))
        #expect(Mirror(reflecting: secret).children.isEmpty)
        #expect(!(secret as Any is any Hashable) && !(secret as Any is any Encodable))
    }

    @Test func `an error while it is filled goes through`() {
        struct Failure: Error {}
        #expect(throws: Failure.self) {
            try Secret(count: 3) { (_) throws(Failure) -> Void in throw Failure() }
        }
    }

    @Test func `a copy outlives the first`() {
        var copies = [secret, secret]
        copies.removeFirst()
        #expect(copies[0].withBytes { $0.count } == 7)
    }

    /// Reads the memory as the system has it, which a compiler knows nothing of. What the allocator writes into memory
    /// that was freed are a few words at its start.
    @Test func `nothing of it stays in memory`() throws {
        let canary = Array("canary-0123456789".utf8)
        let count = canary.count * 50
        func make() -> UInt {
            let secret = Secret(count: count) { memory in
                for index in memory.indices { memory[index] = canary[index % canary.count] }
            }
            let address = secret.withBytes { UInt(bitPattern: $0.baseAddress) }
            #expect(memory(at: address, count: count)?.suffix(17) == canary[...])
            return address
        }
        let address = make()
        let left = try #require(memory(at: address, count: count))
        #expect(!String(decoding: left, as: UTF8.self).contains("canary"))
    }

    private func memory(at address: UInt, count: Int) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: "/proc/self/mem") else { return nil }
        defer { try? file.close() }
        try? file.seek(toOffset: UInt64(address))
        return (try? file.read(upToCount: count)).flatMap { $0 }.map(Array.init)
    }
}
