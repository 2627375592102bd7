import WritModel

/// A request as matching needs it: folded, cut and looked up once.
struct RequestValues {
    let dialect: Dialect
    /// In lower case.
    let action: [UInt8]
    /// As many as the dialect has; one where resources are flat.
    let resource: [[UInt8]]
    /// By key in lower case, without the absent ones.
    let context: [String: [String]]
    let caller: Caller?

    init(_ request: Request, dialect: Dialect, flat: Bool) {
        self.dialect = dialect
        action = foldedCase(Array(request.action.utf8))
        let bytes = Array(request.resource.utf8)
        if flat {
            resource = [bytes]
        } else {
            let count = dialect.resourceSegments
            var segments = cut(bytes, upTo: count).map { Array($0) }
            while segments.count < count { segments.append([]) }
            for index in dialect.caselessResourceSegments { segments[index] = foldedCase(segments[index]) }
            resource = segments
        }
        var context: [String: [String]] = [:]
        for (key, values) in request.context where !values.isEmpty { context[key.lowercased()] = values }
        if dialect == .huawei, context[serviceNameKey] == nil,
            let service = cut(action, upTo: 2).first, !service.isEmpty
        {
            context[serviceNameKey] = [String(decoding: service, as: UTF8.self)]
        }
        self.context = context
        caller = request.caller
    }

    /// The key's one value; several are open.
    func single(_ key: String) -> String? {
        guard let values = context[key], values.count == 1 else { return nil }
        return values[0]
    }
}

/// The key of Huawei whose value is the service that the action belongs to.
let serviceNameKey = "g:servicename"
