/// Why a name cannot be an entry of a folder, as the rest of a sentence, or `nil` for a good name.
///
/// Stricter than `git fsck --strict`: also what some file system takes for `.git`, separators of any
/// system, and characters that a terminal or an editor would not show as they are.
func badNameReason(_ name: some Collection<UInt8>) -> String? {
    if name.isEmpty { return "has an empty name" }
    if name.count <= 2, name.allSatisfy({ $0 == 0x2E }) {
        return "is named like the folder itself or its parent"
    }
    if name.contains(0x2F) || name.contains(0x5C) { return "has a path separator in its name" }
    guard let text = String(validating: name, as: UTF8.self) else { return "has a name that is not UTF-8" }
    if text.unicodeScalars.contains(where: isUnsafeToShow) {
        return "has a control character in its name"
    }
    if isGitFolderName(text) { return "is named like the folder of git's own data" }
    if name.count > 255 { return "has a name longer than 255 bytes" }
    return nil
}

/// Whether some file system takes `name` for `.git`.
///
/// Source: `is_hfs_dotgit` and `is_ntfs_dotgit` of git.
func isGitFolderName(_ name: String) -> Bool { isTaken(name, for: ".git", shortNames: ["git~1"]) }

/// Whether some file system takes `name` for `.gitmodules`, which `git fsck` wants to be no link.
///
/// Source: `is_hfs_dotgitmodules` and `is_ntfs_dotgitmodules` of git.
func isGitModulesName(_ name: String) -> Bool {
    let shortNames = (1...4).map { "gitmod~\($0)" } + (1...9).map { "gi7eba~\($0)" }
    return isTaken(name, for: ".gitmodules", shortNames: shortNames)
}

/// Whether HFS+ or NTFS takes `name` for `file`, which is in lower case and begins with a dot.
///
/// HFS+ ignores some characters and case; NTFS ignores case and trailing spaces and dots, has short names,
/// and names streams behind a colon.
private func isTaken(_ name: String, for file: String, shortNames: [String]) -> Bool {
    // The dot, the letter or a character that HFS+ ignores.
    guard let first = name.utf8.first, [0x2E, 0x67, 0x47].contains(first) || first >= 0x80 else {
        return false
    }
    let visible = String(String.UnicodeScalarView(name.unicodeScalars.filter { !isIgnoredByHFS($0) }))
    if visible.lowercased() == file { return true }
    let lower = name.lowercased()
    return ([file] + shortNames).contains { start in
        guard lower.hasPrefix(start) else { return false }
        let end = lower.unicodeScalars.dropFirst(start.unicodeScalars.count).drop { $0 == " " || $0 == "." }
        return end.isEmpty || end.first == ":"
    }
}

/// Whether HFS+ leaves the character out when it compares names.
private func isIgnoredByHFS(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF: true
    default: false
    }
}

/// `name` as file systems that ignore case and Unicode composition compare it.
///
/// Through upper case first, so that `ß` and `SS` meet; composition is ignored by `String` itself.
func foldedName(_ name: String) -> String {
    name.utf8.allSatisfy { $0 < 0x80 } ? name.lowercased() : name.uppercased().lowercased()
}
