import Foundation
import Testing
import WritModel
import WritTestKit

/// What a reviewer would say of the policies that are built into the cloud, read as if somebody had written them.
@Suite struct SystemPolicyLintTests {
    @Test(arguments: SystemPolicies.all.keys.sorted())
    func `a system policy's findings`(_ name: String) throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = name.replacing(" ", with: "-") + ".json"
        let document = try #require(SystemPolicies.all[name])
        try document.json.prettyText.write(toFile: "\(folder)/\(file)", atomically: false, encoding: .utf8)
        let result = try runProcess(
            WritProgram.path, ["policy", "lint", file, "--dialect", "huawei"], in: folder, environment: [:],
            seconds: 60)
        #expect(result.code == 0 || result.code == 4, "\(result.stderr)")
        expectGolden(result.stdout, named: "system policy " + name)
    }
}
