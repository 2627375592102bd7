import Testing

@testable import writ_dev

struct TargetTests {
    @Test func `a target that is not in the table is reported`() throws {
        let line = #".target(name: "WritDiagnostics"),"#
        let fixture = Fixture(replacing: line, with: line + #" .target(name: "WritCache"),"#)
        #expect(
            try fixture.findings() == ["Package.swift:7: target `WritCache` is not in the table of arrows"])
    }

    @Test func `a dependency that is no arrow is reported`() throws {
        let fixture = Fixture(
            replacing: #"name: "WritDiagnostics""#,
            with: #"name: "WritDiagnostics", dependencies: ["WritModel"]"#)
        #expect(
            try fixture.findings() == [
                "Package.swift:7: `WritDiagnostics` depends on `WritModel`, which is no arrow"
            ])
    }

    @Test func `a package that is not the target's is reported`() throws {
        let fixture = Fixture(
            replacing: #"name: "WritPlan", dependencies: ["#,
            with: #"name: "WritPlan", dependencies: [.product(name: "Logging", package: "swift-log"), "#)
        #expect(
            try fixture.findings() == ["Package.swift:10: `WritPlan` depends on `Logging`, which is no arrow"]
        )
    }

    @Test func `a dependency reached through another arrow is allowed`() throws {
        let fixture = Fixture(
            replacing: #"name: "WritPlan", dependencies: ["WritModel"]"#,
            with: #"name: "WritPlan", dependencies: ["WritModel", "WritDiagnostics"]"#)
        #expect(try fixture.findings() == [])
    }

    @Test func `a folder without a target is reported`() throws {
        #expect(
            try Fixture(["Sources/WritOld/Old.md": ""]).findings()
                == ["Sources/WritOld:1: no target of Package.swift owns this folder"])
    }

    @Test func `a manifest whose targets cannot be read is reported`() throws {
        let findings = try Fixture(["Package.swift": "let package = make()\n"]).findings()
        #expect(findings.contains("Package.swift:1: no list of targets was found"))
    }

    @Test func `every arrow of the table goes down or stays in its ring`() {
        for (name, arrows) in arrowTable {
            for target in arrows.targets {
                #expect(
                    arrowTable[target].map { $0.ring.rawValue <= arrows.ring.rawValue } == true,
                    "\(name) -> \(target)")
            }
        }
    }

    @Test func `no arrows of the table form a ring`() {
        for name in arrowTable.keys { #expect(!reach(of: name).contains(name), "\(name)") }
    }

    @Test(arguments: ["WritHuawei", "WritJD", "WritVolcengine", "WritAWS"])
    func `a cloud's adapter reaches neither the engine nor another adapter`(_ adapter: String) {
        #expect(
            reach(of: adapter).isDisjoint(with: [
                "WritEngine", "WritHuawei", "WritJD", "WritVolcengine", "WritAWS",
            ]))
    }

    @Test func `a library is reached only by the target that wraps it`() {
        #expect(reach(of: "WritManifest").contains("CLibYAML"))
        #expect(!reach(of: "WritEngine").contains("CLibYAML"))
    }
}
