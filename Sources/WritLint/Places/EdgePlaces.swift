internal import WritModel
internal import WritPolicy

// Where edges are written.
extension LintedAccount {
    /// The object's name; of one that is not declared the first membership that names it.
    func place(of principal: Address) -> Place {
        if state.objects[principal] != nil { return .object(principal) }
        let groups = access.groups(of: principal)
        return groups.lazy.compactMap { self.place(of: $0) }.first ?? .target
    }

    /// The item of the user's `groups` or of the group's `members`; `nil` where no manifest asks for the membership.
    func place(of membership: Membership) -> Place? {
        let (user, group) = (Address(.user, membership.user), Address(.group, membership.group))
        if let index = state.objects[user]?.groups?.position(of: membership.group) {
            return .item(user, .groups, index)
        }
        return state.objects[group]?.members?.position(of: membership.user).map { .item(group, .members, $0) }
    }

    /// The item of the principal's `policies`; `nil` where no manifest asks for the attachment.
    func place(of key: AttachmentKey) -> Place? {
        guard let list = state.objects[key.principal]?.policies, list.mode != .none else { return nil }
        let index = list.items.firstIndex {
            $0.policy == key.policy && ($0.scope ?? .account) == key.scope
        }
        return index.map { .item(key.principal, .policies, $0) }
    }
}

extension DesiredList<Reference> {
    fileprivate func position(of name: String) -> Int? {
        mode == .none ? nil : items.firstIndex { $0.name == name }
    }
}

extension DesiredList {
    /// The items that the list asks for: those of a `none` list are asked away.
    var wanted: [Element] { mode == .none ? [] : items }

    /// The list without some of its items; `nil` where it says nothing any more.
    func without(_ isGone: (Element) -> Bool) -> DesiredList? {
        let left = items.filter { !isGone($0) }
        return left.isEmpty && mode != .exactly ? nil : DesiredList(mode, left)
    }
}
