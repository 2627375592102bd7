import Testing
import WritDiagnostics
import WritManifest
import WritModel

@Suite struct SystemPolicyTests {
    @Test func `the catalogue has the six documents of the vendor's pages`() {
        #expect(
            SystemPolicies.all.keys.sorted() == [
                "Agent Operator", "FullAccess", "IAM ReadOnlyAccess", "Security Administrator",
                "Tenant Administrator", "Tenant Guest",
            ])
    }

    @Test func `a role that switches to agencies may do nothing else`() {
        let document = SystemPolicies.all["Agent Operator"]
        #expect(
            document?.text
                == #"{"Version":"1.0","Statement":[{"Effect":"Allow","Action":["iam:tokens:assume"]}]}"#)
    }

    @Test func `the administrator of security cannot switch to agencies`() {
        #expect(SystemPolicies.all["Security Administrator"]?.text.contains("tokens") == false)
    }

    @Test func `tenants' policies leave IAM out by a condition`() {
        for name in ["Tenant Guest", "Tenant Administrator"] {
            let text = SystemPolicies.all[name]?.text ?? ""
            #expect(text.contains(#""StringNotEqualsIgnoreCase":{"g:ServiceName":["iam"]}"#))
        }
    }

    @Test(arguments: SystemPolicies.all.keys.sorted()) func `each can be attached by its name`(_ name: String)
    {
        let text = group("policies: [{system: \(name)}]")
        #expect(decode(["m.yaml": text]).diagnostics.isEmpty)
    }
}
