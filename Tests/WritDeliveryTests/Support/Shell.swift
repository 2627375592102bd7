import Testing
import WritProcess

/// Runs a program that the tests need, which has to end well; what it writes.
@discardableResult
func runTool(
    _ program: String, _ arguments: [String], environment: [String] = [], input: String = "",
    _ location: SourceLocation = #_sourceLocation
) throws -> String {
    let end = try Program(
        program, arguments, environment: currentEnvironment(only: ["PATH"]) + environment, isLeader: true
    ).run(until: .now + .seconds(60), input: Array(input.utf8), keepingErrors: 2000)
    #expect(
        end.ending == .exited(0), "\(program) \(arguments): \(String(decoding: end.errors, as: UTF8.self))",
        sourceLocation: location)
    return String(decoding: end.output, as: UTF8.self)
}
