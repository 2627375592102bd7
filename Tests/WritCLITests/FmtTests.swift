import Foundation
import Testing

/// `writ fmt` over the examples and over files that need it.
@Suite struct FmtTests {
    @Test(arguments: Example.all)
    func `the examples are laid out as they should be`(_ example: Example) throws {
        let sandbox = try Sandbox(example)
        let check = try sandbox.writ("fmt", "--check")
        #expect(check.code == 0, "\(check.stdout)\(check.stderr)")
        let diff = try sandbox.writ("fmt", "--diff")
        #expect(diff.code == 0)
        #expect(diff.stdout == "")
    }

    @Test func `files are checked, shown, and laid out; what they declare stays`() throws {
        let sandbox = try Sandbox(Example.first)
        let text = "kind: User\nmetadata: { name: zoe }  # new\napiVersion: writ/v1\n"
        try sandbox.write(text, to: "iam/zoe.yaml")
        let check = try sandbox.writ("fmt", "--check")
        #expect(check.code == 4)
        #expect(check.stdout == "iam/zoe.yaml\n")
        let diff = try sandbox.writ("fmt", "--diff", "iam/zoe.yaml")
        #expect(diff.code == 0)
        #expect(diff.stdout.contains("+metadata: {name: zoe}  # new\n"), "\(diff.stdout)")
        #expect(try String(contentsOfFile: sandbox.path + "/iam/zoe.yaml", encoding: .utf8) == text)

        let format = try sandbox.writ("fmt")
        #expect(format.code == 0)
        #expect(
            try String(contentsOfFile: sandbox.path + "/iam/zoe.yaml", encoding: .utf8)
                == "apiVersion: writ/v1\nkind: User\nmetadata: {name: zoe}  # new\n")
        #expect(try sandbox.writ("fmt", "--check").code == 0)
    }

    @Test func `a file with an error stays as it is, and the others are laid out`() throws {
        let sandbox = try Sandbox(Example.first)
        let broken = "kind:   User\nmetadata: {nam: zoe}\napiVersion: writ/v1\n"
        try sandbox.write(broken, to: "iam/broken.yaml")
        try sandbox.write("kind: User\nmetadata: {name: zoe}\napiVersion: writ/v1\n", to: "iam/zoe.yaml")
        let format = try sandbox.writ("fmt")
        #expect(format.code == 1)
        #expect(format.stdout == "iam/zoe.yaml\n")
        #expect(format.stderr.contains("did you mean `name`?"))
        #expect(try String(contentsOfFile: sandbox.path + "/iam/broken.yaml", encoding: .utf8) == broken)
        #expect(try sandbox.writ("fmt", "--check", "elsewhere").code == 64)
        #expect(try sandbox.writ("fmt", "--check", "../elsewhere").code == 64)
    }
}
