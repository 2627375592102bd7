internal import WritPolicy

extension Request {
    /// `` `obs:object:GetObject` on `obs:*:*:object:logs/a` where `g:MFAPresent` is `true` ``, with `…` for what may be anything.
    var title: String {
        var text = isGeneric(action) ? "any action" : "`\(shownGeneric(action))`"
        if !isGeneric(resource) { text += " on `\(shownGeneric(resource))`" }
        let said = context.sorted { $0.key < $1.key }.map { key, values in
            "`\(key)` is " + values.map { "`\(shownGeneric($0))`" }.joined(separator: " and ")
        }
        return said.isEmpty ? text : text + " where " + said.joined(separator: ", ")
    }
}
