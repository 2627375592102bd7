package import WritModel

/// Chooses the file of each imported object: a folder for each kind, the object's name as the file's.
///
/// Folders by kind, as an address is a kind and a name: whoever reads `group/payments` in a plan knows where
/// to look. The password policy, of which there is one, lies beside them.
package struct ManifestPaths {
    private let folder: String
    /// As file systems that ignore case compare them.
    private var taken: Set<String>

    /// - Parameters:
    ///   - folder: the folder of the folders, `.` for the top.
    ///   - paths: what is there already; none of it is chosen.
    package init(in folder: String, besides paths: some Sequence<String>) {
        self.folder = folder == "." ? "" : folder + "/"
        self.taken = Set(paths.map { $0.lowercased() })
    }

    /// The path for `address`, which is taken from now on.
    package mutating func path(for address: Address) -> String {
        let start = folder + (address.kind.isSingleton ? "" : address.kind.folderName + "/")
        let name = address.kind.isSingleton ? address.kind.rawValue : safeName(address.name)
        var path = start + name + ".yaml"
        var number = 2
        while !taken.insert(path.lowercased()).inserted {
            path = "\(start)\(name)-\(number).yaml"
            number += 1
        }
        return path
    }
}

extension Kind {
    /// The folder that imported objects of the kind are written to.
    package var folderName: String {
        switch self {
        case .user: "users"
        case .group: "groups"
        case .policy: "policies"
        case .agency: "agencies"
        case .project: "projects"
        case .identityProvider: "identity-providers"
        case .passwordPolicy, .securitySettings: ""
        }
    }
}

/// `name` as every file system takes it: no hidden file, no option, no device, no separator.
private func safeName(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "+", "=", ",", "@":
            result.unicodeScalars.append(scalar)
        default: result += "-"
        }
    }
    let stem = result.prefix { $0 != "." }.lowercased()
    if result.hasPrefix(".") || result.hasPrefix("-") || isDevice(stem) { return "_" + result }
    return result
}

/// Whether Windows takes a file of that name, with any ending, for a device.
private func isDevice(_ stem: String) -> Bool {
    if ["con", "prn", "aux", "nul"].contains(stem) { return true }
    guard stem.hasPrefix("com") || stem.hasPrefix("lpt"), stem.utf8.count == 4 else { return false }
    return stem.utf8.last.map { (0x31...0x39).contains($0) } ?? false
}
