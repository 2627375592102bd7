internal import Glibc
internal import WritReport

/// Standard output or standard error. Payload goes to the first, everything else to the second.
enum Terminal: Int32 {
    case output = 1
    case error = 2

    /// Whether it is a terminal that shows colours, and the user has not turned them off
    /// (`NO_COLOR`, no-color.org).
    var takesColors: Bool {
        isatty(rawValue) == 1 && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }

    /// The style for what is written to it.
    var style: Style { takesColors ? .colored : .plain }

    /// Writes all of `text`, with nothing in it that a pipeline's log would obey; what cannot be written
    /// because the reader is gone is dropped.
    func write(_ text: String) { writeAsIs(inertInLogs(text)) }

    /// Writes all of `text` as it is: for lines that a pipeline is meant to obey, in which everything of the user is escaped.
    func writeAsIs(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let slice = UnsafeRawBufferPointer(
                    rebasing: UnsafeRawBufferPointer(bytes)[rest.startIndex...])
                let count = Glibc.write(rawValue, slice.baseAddress, slice.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }
}

/// The value of an environment variable; `nil` where it is not set or empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
}
