internal import FoundationEssentials

/// Makes `folder` hold exactly these files, and says what was done.
///
/// - Parameter folder: from `root`, which holds Package.swift.
func writeGenerated(_ files: [(file: String, text: String)], to folder: String, in root: String) throws {
    let place = "\(root)/\(folder)"
    let disk = FileManager.default
    try disk.createDirectory(atPath: place, withIntermediateDirectories: true)
    let names = Set(files.map(\.file))
    for name in try disk.contentsOfDirectory(atPath: place).sorted() where !names.contains(name) {
        try disk.removeItem(atPath: "\(place)/\(name)")
        print("deleted \(folder)/\(name)")
    }
    for (file, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(place)/\(file)")) }
    print("wrote \(files.count) files to \(folder)/")
}
