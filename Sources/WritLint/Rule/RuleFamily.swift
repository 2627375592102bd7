/// What a group of rules is about; the letters that their codes start with.
package enum RuleFamily: String, CaseIterable, Comparable, Sendable {
    case syntax = "SYN"
    case catalog = "CAT"
    case condition = "CND"
    case privilege = "SEC"
    case escalation = "ESC"
    case trust = "TRU"
    case redundancy = "RED"
    case object = "OBJ"
    case settings = "ACC"
    case hygiene = "HYG"
    case limit = "LIM"
    case portability = "POR"

    /// The folder of its rules, and its heading on the pages.
    package var title: String {
        switch self {
        case .syntax: "Syntax"
        case .catalog: "Catalog"
        case .condition: "Condition"
        case .privilege: "Privilege"
        case .escalation: "Escalation"
        case .trust: "Trust"
        case .redundancy: "Redundancy"
        case .object: "Object"
        case .settings: "Settings"
        case .hygiene: "Hygiene"
        case .limit: "Limit"
        case .portability: "Portability"
        }
    }

    /// One sentence on what its rules look at.
    package var summary: String {
        switch self {
        case .syntax: "The shape and grammar of policy documents."
        case .catalog: "Names of services, actions, resources and condition keys against a dated catalogue."
        case .condition: "Conditions that say something else than they seem to."
        case .privilege: "Permissions wider than a reviewer would let pass."
        case .escalation: "Ways from what somebody has to what an administrator has."
        case .trust: "Who is let in: trust and resource policies."
        case .redundancy: "What could be left out or opens access, proved by the comparison."
        case .object: "Users, groups, attachments and keys as they stand to each other."
        case .settings: "Password and login settings of the account."
        case .hygiene: "Manifests that stay easy to read, and waivers that stay true."
        case .limit: "Limits of the vendors' interfaces."
        case .portability: "What another store or cloud would read differently."
        }
    }

    /// In the order of the catalogue.
    package static func < (a: RuleFamily, b: RuleFamily) -> Bool { a.rank < b.rank }

    private var rank: Int { RuleFamily.allCases.firstIndex(of: self) ?? 0 }
}
