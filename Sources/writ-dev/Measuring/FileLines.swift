internal import FoundationEssentials

/// The lines of a file that hold anything.
func fileLines(_ path: String) throws -> [[UInt8]] {
    try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n")).map { Array($0) }
}
