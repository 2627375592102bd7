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
        case .create, .update, .delete, .adopt, .release: "\(action.rawValue) \(address)"
        }
    }
}
