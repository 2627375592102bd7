internal import Glibc

/// The names in the folder at `path` except `.` and `..`, in no order; empty where it cannot be listed.
func fileNames(inFolder path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    return fileNameBytes(in: stream).map { String(decoding: $0, as: UTF8.self) }
}

/// The names in an open folder except `.` and `..`, byte by byte as the system gives them.
func fileNameBytes(in stream: OpaquePointer) -> [[UInt8]] {
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            Array(bytes.prefix { $0 != 0 })
        }
        if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names
}
