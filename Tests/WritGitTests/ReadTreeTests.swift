import Testing
import WritModel

@testable import WritGit

@Suite("Reading a commit's manifests")
struct ReadTreeTests {
    @Test("every manifest has the bytes that git shows")
    func sameBytesAsGit() throws {
        let repository = try GitRepository()
        var files: [String: String] = ["writ.yaml": "targets: []\n", "README.md": "text\n"]
        for number in 0..<300 {
            files["iam/team-\(number % 17)/user-\(number).\(number % 2 == 0 ? "yaml" : "yml")"] =
                "name: user-\(number)\n" + String(repeating: "# line \(number)\n", count: number)
        }
        try repository.commit(files)
        let reader = try ManifestReader(repository: repository.path)
        let loose = try reader.tree(at: try reader.resolve(), wanted: ["."])
        #expect(loose.diagnostics == [])
        #expect(loose.tree.paths == Set(files.keys))
        #expect(loose.tree.files.count == 301)
        for file in loose.tree.files {
            #expect(file.bytes == (try repository.bytes("cat-file", "blob", "HEAD:" + file.path)))
        }
        try repository.git("gc", "-q", "--aggressive", "--prune=now")
        let packed = try ManifestReader(repository: repository.path)
        #expect(try packed.tree(at: try packed.resolve(), wanted: ["."]) == loose)
    }
}
