package import WritModel
package import WritPolicy

extension LintedStatement {
    /// The elements that list actions, then those that list resources, each as far as it is written.
    package var listElements: [LintedElement] { actionElements + resourceElements }

    /// `Action` and `NotAction`, as far as they are written.
    package var actionElements: [LintedElement] { ["Action", "NotAction"].compactMap(element) }

    /// `Resource` and `NotResource`, as far as they are written.
    package var resourceElements: [LintedElement] { ["Resource", "NotResource"].compactMap(element) }

    /// `Principal` and `NotPrincipal`, as far as they are written.
    package var principalElements: [LintedElement] { ["Principal", "NotPrincipal"].compactMap(element) }

    /// The operators of `Condition`, each with its keys as members.
    package var operators: [LintedElement] { element("Condition")?.members ?? [] }

    /// How an element and its negated twin stand wrong to each other; `nil` for a good choice.
    ///
    /// - Parameter name: `Action` or `Resource`.
    package func wrongChoice(_ name: String, in policy: LintedPolicy) -> WrongChoice? {
        switch (element(name), element("Not" + name)) {
        case (nil, nil): .neither
        case (nil, let negated?): policy.dialect == .volcengine ? .negatedAlone(negated) : nil
        case (.some, nil): nil
        case (.some, let negated?): policy.dialect == .volcengine ? nil : .both(negated)
        }
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
    /// The form it is written in; `nil` for Huawei's roles, and where its version does not tell.
    package var form: PolicyForm? { PolicyForm(of: json, dialect: dialect) }

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
        LintedElement(name: "", value: json, path: .init()).members.first {
            $0.name.lowercased() == name.lowercased()
        }
    }
}

extension LintedElement {
    /// Its texts at any depth, with their places: `Resource` and `Principal` have an object form.
    package var deepTexts: [(text: String, path: ElementPath)] {
        members.isEmpty ? texts : members.flatMap(\.deepTexts)
    }
}
