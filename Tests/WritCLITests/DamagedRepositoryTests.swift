import Foundation
import Testing

/// An object of the repository and what is left of its file.
struct Damage: Sendable, CustomTestStringConvertible {
    /// What `git rev-parse` resolves.
    let object: String
    /// How many thousandths of the file are left.
    let left: Int

    var testDescription: String { "\(object), \(left) of 1000" }

    static let all = ["HEAD", "HEAD^{tree}", "HEAD:iam", "HEAD:iam/users.yaml", "HEAD:writ.yaml"].flatMap {
        object in
        [0, 500, 900].map { Damage(object: object, left: $0) }
    }
}

/// A repository that a full disk or a cut-off copy has damaged.
@Suite struct DamagedRepositoryTests {
    @Test(arguments: Damage.all)
    func `a truncated object ends the command with its id, and in time`(_ damage: Damage) throws {
        let sandbox = try Sandbox(Example.first)
        let id = try sandbox.git("rev-parse", damage.object)
        let path = "\(sandbox.path)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        try bytes.prefix(bytes.count * damage.left / 1000).write(to: URL(fileURLWithPath: path))

        let result = try sandbox.writ("validate", seconds: 30)
        #expect(!result.wasKilled)
        #expect(result.code == 1)
        #expect(result.stderr.contains(id), "\(result.stderr)")
        #expect(result.stderr.contains("run `git fsck`, then clone again"), "\(result.stderr)")
        #expect(result.duration < .seconds(10))
    }
}
