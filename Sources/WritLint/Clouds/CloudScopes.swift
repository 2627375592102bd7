internal import WritModel
internal import WritPolicy

extension PolicyForm {
    /// The scopes, by word, in which policies of this form can be attached to a kind of principal.
    ///
    /// Source: the vendors' calls for attaching. Of Huawei's older model users have policies in an enterprise project alone; the newer
    /// model, and AWS, know no scopes.
    func scopes(of kind: Kind) -> Set<String> {
        switch self {
        case .aws, .huaweiIdentity: ["account"]
        case .huaweiPolicy:
            kind == .user
                ? ["enterpriseProject"] : ["account", "allProjects", "project", "enterpriseProject"]
        case .jd: ["account", "resourceGroup"]
        case .volcengine: ["account", "project"]
        }
    }
}
