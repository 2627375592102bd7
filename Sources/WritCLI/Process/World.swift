internal import Glibc
internal import WritModel

/// The time of the system's clock.
func systemTime() -> Instant { Instant(epochSeconds: Int64(time(nil))) }

/// 128 random bits as 32 hexadecimal digits.
func randomText() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
        let digits = String(generator.next() as UInt64, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
}
