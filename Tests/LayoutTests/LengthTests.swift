import Testing

@testable import writ_dev

struct LengthTests {
    @Test(arguments: [
        "Sources/WritModel/Long.swift", "Tests/WritModelTests/Long.swift", "Sources/CLibYAML/long.c",
    ])
    func `a file of more than 400 lines is reported`(_ path: String) throws {
        let text = String(repeating: "//\n", count: 401)
        #expect(
            try LayoutCase("", path, text).found() == [
                "\(path):401: the file has 401 lines, at most 400 are allowed"
            ])
    }

    @Test(arguments: [String(repeating: "//\n", count: 400), String(repeating: "//\n", count: 399) + "//"])
    func `a file of 400 lines is allowed`(_ text: String) throws {
        #expect(try LayoutCase("", "Sources/WritModel/Long.swift", text).found() == [])
    }
}
