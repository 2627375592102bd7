package import WritPolicy

/// A document in other forms, each printed once for all rules that ask for it.
package final class PolicyRenderings {
    private var known: [PolicyForm: PolicyRendering] = [:]

    /// Nothing printed yet.
    package init() {}

    /// The document in a form, or why it cannot be said there.
    package func rendering(of policy: LintedPolicy, in form: PolicyForm) -> PolicyRendering {
        if let rendering = known[form] { return rendering }
        let rendering = renderPolicy(policy.json, from: policy.dialect, to: form, kind: policy.kind)
        known[form] = rendering
        return rendering
    }
}
