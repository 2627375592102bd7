internal import Glibc
internal import WritStore

/// Who runs this process, for leases and the audit chain.
func currentHolder() -> LeaseHolder {
    LeaseHolder(
        actor: environment("WRIT_ACTOR") ?? "\(userName())@\(hostName())", boot: bootID(),
        processID: getpid(), processStart: startTime(of: getpid()) ?? "")
}

/// Whether the process that took a lease is known to be gone: it ran under this very kernel and in
/// this process namespace, and no process of its id and start time is left.
func isGone(_ holder: LeaseHolder) -> Bool {
    let boot = bootID()
    return !boot.isEmpty && holder.boot == boot && startTime(of: holder.processID) != holder.processStart
}

private func userName() -> String {
    if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return String(cString: name) }
    return String(getuid())
}

private func hostName() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}

/// The kernel's boot id and the process namespace: process ids mean the same only within both.
private func bootID() -> String {
    guard let boot = firstLine(ofFile: "/proc/sys/kernel/random/boot_id") else { return "" }
    var buffer = [CChar](repeating: 0, count: 256)
    let count = readlink("/proc/self/ns/pid", &buffer, buffer.count - 1)
    guard count > 0 else { return "" }
    return boot + " " + String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
}

/// The start time in clock ticks since boot, the 22nd field of `/proc/PID/stat` (proc(5)); `nil` for no
/// such process.
private func startTime(of process: Int32) -> String? {
    guard let line = firstLine(ofFile: "/proc/\(process)/stat"), let end = line.lastIndex(of: ")") else {
        return nil
    }
    let fields = line[line.index(after: end)...].split(separator: " ")
    return fields.count > 19 ? String(fields[19]) : nil
}

private func firstLine(ofFile path: String) -> String? {
    guard let bytes = try? contents(ofFile: path, atMost: 1 << 16) else { return nil }
    return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
}
