import Testing
import WritTestKit

/// An identity provider from the manifest to the store and back, as people meet it.
@Suite("an identity provider at the command line") struct FederationCommandTests {
    private static let metadata = """
        <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://login.example.com">
          <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            <KeyDescriptor use="signing">
              <X509Certificate>
                MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ
              </X509Certificate>
            </KeyDescriptor>
            <SingleSignOnService Location="https://login.example.com/sso"/>
          </IDPSSODescriptor>
        </EntityDescriptor>

        """

    private static let files = [
        "writ.yaml": """
        apiVersion: writ/v1
        kind: Configuration
        targets: {production: {account: acme, store: sqlite, paths: [iam]}}

        """,
        "iam/groups.yaml": """
        apiVersion: writ/v1
        kind: Group
        metadata: {name: admins}
        spec: {policies: [{system: Security Administrator}]}
        ---
        apiVersion: writ/v1
        kind: Group
        metadata: {name: readers}
        spec: {policies: [{system: Tenant Guest}]}

        """,
        "iam/corporate.yaml": """
        apiVersion: writ/v1
        kind: IdentityProvider
        metadata: {name: corporate}
        spec:
          description: The company's directory
          enabled: true
          signIn: role
          saml: {metadataFile: ../idp/corporate.xml}
          mappings:
            - name: everybody
              when: [{attribute: NameID}]
              user: "{0}"
              groups: [readers]

        """,
        "idp/corporate.xml": metadata,
    ]

    private let administrators = """
            - name: administrators
              when:
                - {attribute: groups, anyOf: [iam-admins]}
              groups: [admins]

        """

    private func applied() throws -> Sandbox {
        let sandbox = try Sandbox(Self.files)
        let apply = try sandbox.writ("apply", "--auto-approve")
        #expect(apply.code == 0, "\(apply.stdout)\(apply.stderr)")
        return sandbox
    }

    @Test func `the plan says that a mapping makes administrators of people who come through it`() throws {
        let sandbox = try applied()
        let text = Self.files["iam/corporate.yaml"] ?? ""
        try sandbox.write(text + administrators, to: "iam/corporate.yaml")
        try sandbox.commit("administrators come through the directory")
        let plan = try sandbox.writ("plan", "--as-of", "2026-11-22", "--no-blame")
        #expect(plan.code == 0, "\(plan.stderr)")
        expectGolden(stable(plan.stdout), named: "federation-plan-of-a-mapping")
        let can = try sandbox.writ("can", "identity-provider/corporate", "iam:users:createUser")
        expectGolden(stable(can.stdout), named: "federation-can")
        let who = try sandbox.writ("who-can", "iam:users:createUser")
        #expect(who.stdout.contains("identity-provider/corporate"), "\(who.stdout)")
    }

    /// Without what differs from one run to the next.
    private func stable(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("sha256:") && !$0.contains("lineage") }.joined(separator: "\n")
            .replacing(/HEAD@[0-9a-f]+/, with: "HEAD@commit")
    }

    @Test func `a new provider is planned without its metadata in full`() throws {
        let sandbox = try Sandbox(Self.files)
        let plan = try sandbox.writ("plan", "--as-of", "2026-11-22", "--no-blame")
        #expect(plan.code == 0, "\(plan.stderr)")
        #expect(plan.stdout.contains("saml.metadata"), "\(plan.stdout)")
        #expect(plan.stdout.contains("characters, sha256"), "\(plan.stdout)")
        #expect(!plan.stdout.contains("MIIDdz"))
    }

    @Test func `it is applied once, drifts, is accepted and imported`() throws {
        let sandbox = try applied()
        #expect(try sandbox.writ("plan", "--exit-code").code == 0)
        #expect(try sandbox.writ("drift").code == 0)
        let store = try LiveDatabase(sandbox.database)
        try store.run(
            """
            UPDATE identity_providers SET enabled = 0,
            saml_metadata = replace(saml_metadata, 'login.example.com', 'login.example.org')
            """)
        let drift = try sandbox.writ("drift")
        #expect(drift.code == 3)
        #expect(drift.stdout.contains("saml.metadata"), "\(drift.stdout)")
        let accept = try sandbox.writ("accept", "identity-provider/corporate", "--yes")
        #expect(accept.code == 0, "\(accept.stderr)")
        #expect(accept.stdout.contains("+++ b/idp/corporate.xml"), "\(accept.stdout)")
        #expect(accept.stdout.contains("+  enabled: false"), "\(accept.stdout)")
        try sandbox.commit("accepted")
        #expect(try sandbox.writ("plan", "--exit-code").code == 0)

        let other = try Sandbox(["writ.yaml": Self.files["writ.yaml"] ?? ""])
        let imported = try other.writ("import", "--store", "sqlite:" + sandbox.database, "--into", "iam")
        #expect(imported.code == 0, "\(imported.stdout)\(imported.stderr)")
        try other.commit("imported")
        // Refused as another repository's; there is nothing to change.
        let plan = try other.writ("plan", "--store", "sqlite:" + sandbox.database)
        #expect(plan.stdout.contains("    3 unchanged"), "\(plan.stdout)\(plan.stderr)")
    }

    @Test func `a group that is renamed stays named in the store, and a named group is not deleted there`()
        throws
    {
        let sandbox = try applied()
        try sandbox.replace(
            "name: readers}", by: "name: viewers, formerly: [readers]}", in: "iam/groups.yaml")
        try sandbox.replace("groups: [readers]", by: "groups: [viewers]", in: "iam/corporate.yaml")
        try sandbox.commit("renamed")
        let plan = try sandbox.writ("plan")
        #expect(!plan.stdout.contains("identity-provider/corporate  "), "\(plan.stdout)")
        let apply = try sandbox.writ("apply", "--auto-approve")
        #expect(apply.code == 0, "\(apply.stdout)\(apply.stderr)")
        #expect(try sandbox.writ("plan", "--exit-code").code == 0)
        #expect(try sandbox.writ("drift").code == 0)
        let store = try LiveDatabase(sandbox.database)
        #expect(throws: (any Error).self) { try store.run("DELETE FROM groups WHERE name = 'viewers'") }
    }

    @Test func `a provider that takes all other logins away is refused`() throws {
        let sandbox = try Sandbox(Self.files)
        var text = Self.files["iam/corporate.yaml"] ?? ""
        text = text.replacing("signIn: role", with: "signIn: user\n  otherLogins: false")
        if let start = text.firstRange(of: "  mappings:") { text = String(text[..<start.lowerBound]) }
        try sandbox.write(text, to: "iam/corporate.yaml")
        try sandbox.commit("the directory alone")
        let plan = try sandbox.writ("plan")
        #expect(plan.code == 5)
        #expect(
            (plan.stdout + plan.stderr).contains(
                "identity-provider/corporate would be the only way to log in"),
            "\(plan.stdout)\(plan.stderr)")
    }
}
