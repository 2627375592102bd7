import WritModel
import WritPolicy

extension Request {
    /// A request as the recorded comparisons write it: `ctx` has a text or a list of them for each key.
    init?(recorded json: JSONValue?) {
        guard let action = json?["action"]?.string, let resource = json?["resource"]?.string else {
            return nil
        }
        var context: [String: [String]] = [:]
        for member in json?["ctx"]?.members ?? [] {
            context[member.name] =
                member.value.array?.compactMap(\.string) ?? member.value.string.map { [$0] }
        }
        self.init(action: action, resource: resource, context: context)
    }
}
