internal import Glibc
internal import WritDiagnostics

extension RepositoryPlace {
    /// Refuses a repository that is not to be read.
    /// - Throws: `foreignOwner`, `alternates`, `unsupportedFormat`, `unreadable`.
    func check(owner rule: OwnerRule) throws(GitError) {
        try checkOwner(rule)
        let alternates = objects + "/info/alternates"
        if access(alternates, F_OK) == 0 { throw .alternates(path: alternates) }
        if let format = try foreignFormat() { throw .unsupportedFormat(path: root, format: format) }
    }

    /// Refuses a repository of which a part belongs to somebody whom `rule` does not name.
    /// - Throws: `foreignOwner`, `unreadable`.
    func checkOwner(_ rule: OwnerRule) throws(GitError) {
        for path in [gitFolder, commonFolder, objects] + (top.map { [$0] } ?? []) {
            try checkOwner(of: path, rule)
        }
    }

    /// What git's own command line would take notice of and Writ does not.
    func warnings(_ packed: PackedReferences) -> [Diagnostic] {
        var warnings: [Diagnostic] = []
        if !fileNames(inFolder: commonFolder + "/refs/replace").isEmpty
            || packed.hasNames(under: "refs/replace/")
        {
            warnings.append(
                Diagnostic(
                    "repo.replace-refs", .warning,
                    "the repository has replace refs, which are not followed: git shows other contents",
                    help: "compare with `git --no-replace-objects`, or delete `refs/replace`"))
        }
        if access(commonFolder + "/info/grafts", F_OK) == 0 {
            warnings.append(
                Diagnostic(
                    "repo.grafts", .warning,
                    "the repository has grafts, which are not followed: git shows another history"))
        }
        return warnings
    }

    private func checkOwner(of path: String, _ rule: OwnerRule) throws(GitError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .unreadable(path: path, reason: systemMessage()) }
        let user = geteuid()
        let isAllowed =
            switch rule {
            case .currentUser: status.st_uid == user
            case .users(let ids): ids.contains(status.st_uid)
            case .anyone: true
            }
        guard isAllowed else { throw .foreignOwner(path: path, owner: status.st_uid, user: user) }
    }

    /// The words for an object or reference format that we cannot read, or `nil`.
    ///
    /// The configuration is looked at for this alone.
    private func foreignFormat() throws(GitError) -> String? {
        if access(commonFolder + "/reftable", F_OK) == 0 { return "the reftable reference format" }
        guard let bytes = try contents(ofFile: commonFolder + "/config", atMost: 1 << 20) else { return nil }
        var section = ""
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let text = line.lowercased().filter { !$0.isWhitespace }
            if text.hasPrefix("[") {
                section = String(text.prefix { $0 != "]" })
            } else if section == "[extensions", text.hasPrefix("objectformat="), text != "objectformat=sha1" {
                return "the object format \(text.dropFirst("objectformat=".count))"
            }
        }
        return nil
    }
}
