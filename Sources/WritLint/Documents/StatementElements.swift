internal import WritModel
package import WritPolicy

extension LintedStatement {
    /// The elements that list actions, then those that list resources, each as far as it is written.
    package var listElements: [LintedElement] { actionElements + resourceElements }

    /// `Action` and `NotAction`, as far as they are written.
    package var actionElements: [LintedElement] { elements(.action, .notAction) }

    /// `Resource` and `NotResource`, as far as they are written.
    package var resourceElements: [LintedElement] { elements(.resource, .notResource) }

    /// `Principal` and `NotPrincipal`, as far as they are written.
    package var principalElements: [LintedElement] { elements(.principal, .notPrincipal) }

    private func elements(_ plain: StatementElement, _ negated: StatementElement) -> [LintedElement] {
        let first = element(plain).map { [$0] } ?? []
        return element(negated).map { first + [$0] } ?? first
    }

    /// The patterns of resources that were understood: those listed, then those excluded.
    package var resourcePatterns: [ResourcePattern] {
        guard let resources = reading?.resources else { return [] }
        let listed = resources.included ?? []
        return resources.excluded.isEmpty ? listed : listed + resources.excluded
    }

    /// The operators of `Condition`, each with its keys as members.
    package var operators: [LintedElement] { element(.condition)?.members ?? [] }

    /// How an element and its negated twin stand wrong to each other; `nil` for a good choice.
    package func wrongChoice(
        _ plain: StatementElement, _ negated: StatementElement, in policy: LintedPolicy
    ) -> WrongChoice? {
        guard let twin = element(negated) else { return has(plain) ? nil : .neither }
        if policy.dialect == .volcengine { return has(plain) ? nil : .negatedAlone(twin) }
        return has(plain) ? .both(twin) : nil
    }
}

/// How an element and its negated twin stand wrong to each other.
package enum WrongChoice {
    /// None of them is written.
    case neither
    /// Both are, where one replaces the other; this is the negated one.
    case both(LintedElement)
    /// The negated one stands alone, where it subtracts from the other.
    case negatedAlone(LintedElement)
}

extension LintedPolicy {
    /// The form in words: `custom policies of version 1.1`.
    package var formWords: String {
        switch form {
        case .aws: "policies of AWS"
        case .huaweiPolicy: "Huawei's policies of version 1.1"
        case .huaweiIdentity: "Huawei's policies of version 5.0"
        case .jd: "policies of JD Cloud"
        case .volcengine: "policies of Volcengine"
        case nil: "Huawei's roles"
        }
    }

    /// A member of the document itself, whatever its case, with its place.
    package func element(_ name: String) -> LintedElement? {
        member(name, of: json).map { LintedElement($0, in: ElementPath()) }
    }
}
