internal import WritModel

extension Change {
    /// What the change does, as one line for journals, progress and messages.
    package var summary: String {
        switch effect {
        case .rename(let old): "rename \(address.kind.rawValue)/\(old) to \(address)"
        case .join(let edge): "join \(edge)"
        case .leave(let edge): "leave \(edge)"
        case .attach(let key, _, _): "attach \(key)"
        case .detach(let key, _): "detach \(key)"
        case .issue(let order): "issue \(order.name), generation \(order.generation), of \(address)"
        case .enable(let key), .disable(let key), .revoke(let key):
            "\(action.rawValue) access key `\(key.name)`, generation \(key.generation), of \(address)"
        case .create, .update, .delete, .adopt, .release: "\(action.rawValue) \(address)"
        }
    }
}
