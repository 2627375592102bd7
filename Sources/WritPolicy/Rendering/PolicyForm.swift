package import WritModel

/// A grammar that documents are printed in: that of a vendor, and of Huawei's generations one.
package enum PolicyForm: String, CaseIterable, Sendable {
    case aws
    /// Huawei's custom policies of the older model.
    case huaweiPolicy = "huawei-1.1"
    /// Huawei's identity and trust policies.
    case huaweiIdentity = "huawei-5.0"
    case jd
    case volcengine

    /// Whose language it is.
    package var dialect: Dialect {
        switch self {
        case .aws: .aws
        case .huaweiPolicy, .huaweiIdentity: .huawei
        case .jd: .jd
        case .volcengine: .volcengine
        }
    }

    /// The form that a document is written in; `nil` for Huawei's roles, and where its version does not tell.
    package init?(of document: JSONValue, dialect: Dialect) {
        switch dialect {
        case .aws: self = .aws
        case .jd: self = .jd
        case .volcengine: self = .volcengine
        case .huawei:
            let version = document.members?.first { $0.name.lowercased() == "version" }?.value.string
            guard let form = PolicyForm(rawValue: "huawei-\(version ?? "")") else { return nil }
            self = form
        }
    }

    /// The value of `Version`; `nil` where documents have none.
    package var version: String? {
        switch self {
        case .aws: "2012-10-17"
        case .huaweiPolicy: "1.1"
        case .huaweiIdentity: "5.0"
        case .jd: "3"
        case .volcengine: nil
        }
    }

    /// Whether a text may stand for a list of one.
    package var takesScalars: Bool { self == .aws || self == .jd }

    /// Whether documents of that kind can be written in it.
    package func has(_ kind: PolicyKind) -> Bool { kind == .identity || self != .huaweiPolicy }

    /// Whether statements have the element.
    package func has(_ element: StatementElement, in kind: PolicyKind) -> Bool {
        switch element {
        case .effect, .action, .resource: true
        case .condition: !(self == .volcengine && kind == .trust)
        case .sid: self == .aws || self == .huaweiIdentity
        case .notAction: self != .jd
        case .notResource: self != .jd && self != .huaweiPolicy
        case .principal: kind != .identity
        case .notPrincipal: kind != .identity && self != .jd
        }
    }

    /// Whether a statement has to say which resources it is about.
    package func needsResource(in kind: PolicyKind) -> Bool { takesScalars && kind == .identity }

    /// How everything is written where an action is due.
    var everyAction: String { dialect == .huawei ? "*:*:*" : "*" }
}

/// The elements of a statement, each with its one spelling.
package enum StatementElement: String, CaseIterable {
    case sid = "Sid"
    case effect = "Effect"
    case principal = "Principal"
    case notPrincipal = "NotPrincipal"
    case action = "Action"
    case notAction = "NotAction"
    case resource = "Resource"
    case notResource = "NotResource"
    case condition = "Condition"

    /// The element of that name, in any case.
    ///
    /// No letter outside of ASCII has one of theirs as its lower case: none has a `k`, which is that of the sign for kelvin.
    package init?(named name: String) {
        guard let first = name.utf8.first else { return nil }
        // The length and the first letter leave one.
        switch (name.utf8.count, first | 0x20) {
        case (3, _): self = .sid
        case (6, UInt8(ascii: "a")): self = .action
        case (6, _): self = .effect
        case (8, _): self = .resource
        case (9, UInt8(ascii: "c")): self = .condition
        case (9, UInt8(ascii: "p")): self = .principal
        case (9, _): self = .notAction
        case (11, _): self = .notResource
        case (12, _): self = .notPrincipal
        default: return nil
        }
        if !isSameName(rawValue, name) { return nil }
    }

    /// Its number among all, from 0.
    package var index: Int {
        switch self {
        case .sid: 0
        case .effect: 1
        case .principal: 2
        case .notPrincipal: 3
        case .action: 4
        case .notAction: 5
        case .resource: 6
        case .notResource: 7
        case .condition: 8
        }
    }
}
