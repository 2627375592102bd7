internal import Glibc
internal import WritProcess

/// The files with the keys of ssh servers.
///
/// Searched by OpenSSH's own `ssh-keygen`, which knows about hashed names, patterns and markers.
struct KnownHosts: Sendable {
    /// The files, in no special order; missing ones hold nothing.
    let files: [String]

    /// Those that ssh reads by default. Source: ssh_config(5), GlobalKnownHostsFile and UserKnownHostsFile.
    static func defaults(home: String) -> [String] {
        let folders = [home + "/.ssh/known_hosts", "/etc/ssh/ssh_known_hosts"]
        return folders + folders.map { $0 + "2" }
    }

    /// What the files say about the host of `remote`.
    ///
    /// - Throws: `cannotStart` where there is no `ssh-keygen`.
    func keys(of remote: RemoteURL, environment: [String]) throws(RemoteError) -> HostKeys {
        var keys = HostKeys()
        for file in files where access(file, R_OK) == 0 {
            let search = Program(
                "ssh-keygen", ["-F", remote.knownHostsName, "-f", file], environment: environment,
                isLeader: true)
            let end: ProgramEnd
            do throws(StartFailure) {
                end = try search.run(until: .now + .seconds(10))
            } catch {
                throw RemoteError(
                    .cannotStart, remote,
                    detail: "`ssh-keygen`, which looks up known hosts: \(error.reason)")
            }
            // 1 is its answer for a host that is not there.
            guard [.exited(0), .exited(1)].contains(end.ending) else {
                throw RemoteError(.cannotStart, remote, detail: "`ssh-keygen -F` cannot read `\(file)`")
            }
            keys.add(lines: String(decoding: end.output, as: UTF8.self))
        }
        return keys
    }
}
