import FoundationEssentials
import Testing
import WritModel

/// The values of a file of JSON lines in `Corpus`.
func corpusLines(_ name: String, file: String = #filePath) throws -> [JSONValue] {
    let support = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = support.dropLast().joined(separator: "/") + "/Corpus/\(name)"
    let contents = try #require(FileManager.default.contents(atPath: path), "there is no \(path)")
    return try contents.split(separator: UInt8(ascii: "\n")).map {
        try JSONValue(parsing: Array($0))
    }
}

/// The AWS managed policies of the corpus: their documents by name.
func managedPolicies() throws -> [(name: String, document: JSONValue)] {
    try corpusLines("aws-managed-policies.jsonl").map {
        (try #require($0["name"]?.string), try #require($0["policy"]))
    }
}
