/// What several actions have in common that makes them worth a look.
package enum ActionTopic: Int, CaseIterable, Sendable {
    /// They change who may do what.
    case permissions
    /// They answer with something that can be used to log in or to call.
    case credentials
    /// They answer with what is stored: objects, secrets, rows.
    case dataRead
    /// They stop or erase the records of what was done.
    case audit
    /// They turn what is encrypted into plain text.
    case decrypt
    /// They change an organization and its guardrails.
    case organization
    /// They hand an agency or a role to a service.
    case passAgency
    /// They make an agency that belongs to a service.
    case linkedAgency
    /// They lead into an agency or a role.
    case assumeAgency
    /// They change or remove single named things that hold data.
    case namedResource
    /// They take something away that is hard to get back, or open a lasting way in: worth a second factor.
    case guarded
    /// They replace the policy of a resource.
    case resourcePolicy
}
