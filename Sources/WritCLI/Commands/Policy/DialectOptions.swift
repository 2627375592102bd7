internal import ArgumentParser
internal import WritModel
internal import WritPolicy

extension Dialect: ExpressibleByArgument {}

/// How plain documents are read.
struct DialectOptions: ParsableArguments {
    @Option(help: "Whose policy language the documents are in: aws, huawei, jd or volcengine")
    var dialect: Dialect

    @Flag(help: "Take actions and resources as one text each instead of segments")
    var flat = false

    @Flag(help: "Take ${...} as text instead of variables")
    var literalVariables = false

    @Flag(help: "Read one case a line from standard input and answer one line each, in order")
    var jsonl = false

    /// For the reader of documents.
    var reading: ReadingOptions { ReadingOptions(flat: flat, literalVariables: literalVariables) }

    /// The documents of a file: one, or a list of them.
    ///
    /// - Throws: ``Failure`` for a file that cannot be read or is no JSON.
    func policies(inFile path: String) throws(Failure) -> JSONValue {
        try json(try contents(ofFile: path, atMost: 64 << 20), from: "`\(path)`")
    }
}

/// The JSON value of a whole text.
///
/// - Throws: ``Failure`` that tells the line.
func json(_ bytes: [UInt8], from place: String) throws(Failure) -> JSONValue {
    do throws(JSONError) {
        return try JSONValue(parsing: bytes)
    } catch {
        let line = bytes[..<error.offset].count { $0 == UInt8(ascii: "\n") } + 1
        throw .message("\(place) is not JSON: \(error.message) (line \(line))", help: nil)
    }
}
