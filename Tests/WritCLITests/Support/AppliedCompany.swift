import Foundation

/// The company of the second example with its first commit applied, made once and copied for each test.
enum AppliedCompany {
    /// A sandbox of its own, at rest.
    static func sandbox() throws -> Sandbox {
        try Sandbox(copying: template.get())
    }

    private static let template: Result<Sandbox, any Error> = Result {
        let sandbox = try Sandbox(Example.company)
        let plan = ["plan", "--as-of", ExampleTests.day, "--out", "../plan.json"]
        for arguments in [plan, ["apply", "../plan.json"]] {
            let result = try sandbox.writ(arguments)
            guard result.code == 0 else { throw CommandFailure(arguments: arguments, result: result) }
        }
        // Static values are not destroyed at the end of the process.
        atexit { try? FileManager.default.removeItem(atPath: AppliedCompany.template.get().folder) }
        return sandbox
    }
}
