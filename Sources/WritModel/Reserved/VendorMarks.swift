/// What a vendor's answer says about an object beside its fields, as far as it tells whose the object is.
package struct VendorMarks: Hashable, Sendable {
    /// The folder that an agency or role lies in, such as `service-linked-agency/service.CBH/`.
    package var path: String
    /// The number of a role's sort: `type` of JD Cloud.
    package var roleType: Int?
    /// Whether a service owns the role: `IsServiceLinkedRole` of Volcengine.
    package var isServiceLinked: Bool
    /// Whether the user is the account itself: `is_domain_owner` and `is_root_user` of Huawei Cloud.
    package var isAccountOwner: Bool

    /// Nothing, unless told otherwise.
    package init(
        path: String = "", roleType: Int? = nil, isServiceLinked: Bool = false, isAccountOwner: Bool = false
    ) {
        self.path = path
        self.roleType = roleType
        self.isServiceLinked = isServiceLinked
        self.isAccountOwner = isAccountOwner
    }
}
