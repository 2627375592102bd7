internal import FoundationEssentials

/// What the layout check reads of a repository.
struct Repository: Sendable {
    let package: PackageManifest

    /// Swift and C files under `Sources` and `Tests`, sorted by path, without those whose name begins with a dot.
    let files: [SourceFile]

    /// Names at the top, except those that begin with a dot or that `.gitignore` names.
    let topLevel: [String]

    /// The folders in `Sources`.
    let sourceFolders: [String]

    /// The files of product code.
    var sources: [SourceFile] { files.filter(\.isSource) }

    /// Reads the repository whose `Package.swift` is in the folder `root`.
    ///
    /// - Throws: `RepositoryError` when there is none or something cannot be read.
    init(root: String) throws(RepositoryError) {
        guard let manifest = FileManager.default.contents(atPath: root + "/Package.swift") else {
            throw RepositoryError(path: root + "/Package.swift")
        }
        package = PackageManifest(text: [UInt8](manifest))
        let ignored = IgnoredNames(
            gitignore: FileManager.default.contents(atPath: root + "/.gitignore") ?? Data())
        let names = try namesInFolder(root)
        topLevel = names.filter { !ignored.contains($0) }
        var paths: [String] = []
        for folder in ["Sources", "Tests"] where names.contains(folder) {
            try collectFiles(in: folder, root: root, into: &paths)
        }
        let endings = ["swift", "c", "h"]
        var files: [SourceFile] = []
        for path in paths.sorted() where endings.contains(where: { path.hasSuffix("." + $0) }) {
            guard let bytes = FileManager.default.contents(atPath: root + "/" + path) else {
                throw RepositoryError(path: path)
            }
            files.append(SourceFile(path: path, bytes: [UInt8](bytes)))
        }
        self.files = files
        sourceFolders = Set(
            paths.filter { $0.hasPrefix("Sources/") }.map { String($0.split(separator: "/")[1]) }
        ).sorted()
    }
}

/// A file or folder of the repository that cannot be read.
struct RepositoryError: Error, CustomStringConvertible {
    let path: String

    var description: String { "cannot read `\(path)`; give the folder of Package.swift with --root" }
}

/// The names in a folder that do not begin with a dot.
private func namesInFolder(_ path: String) throws(RepositoryError) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        throw RepositoryError(path: path)
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
}

/// Adds the files in a folder and below it, by their path from `root`.
private func collectFiles(in folder: String, root: String, into paths: inout [String]) throws(RepositoryError)
{
    for name in try namesInFolder(root + "/" + folder) {
        let path = folder + "/" + name
        var isFolder = false
        guard FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder) else {
            continue
        }
        if isFolder { try collectFiles(in: path, root: root, into: &paths) } else { paths.append(path) }
    }
}
