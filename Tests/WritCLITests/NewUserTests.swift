import Testing

/// What somebody new to Writ does wrong: the message names the fix.
@Suite struct NewUserTests {
    @Test(arguments: Mistake.all)
    func `the message names the fix`(_ mistake: Mistake) throws {
        let sandbox = try Sandbox(Example.first)
        try mistake.prepare(sandbox)
        let result = try sandbox.writ(mistake.arguments)
        #expect(result.code == mistake.code)
        for text in mistake.texts { #expect(result.stderr.contains(text), "\(result.stderr)") }
    }

    @Test func `a mistyped command is answered with usage, not with a stack trace`() throws {
        let result = try Sandbox(Example.first).writ("aply")
        #expect(result.code == 64)
        #expect(result.stderr.contains("Usage: writ"), "\(result.stderr)")
    }
}
