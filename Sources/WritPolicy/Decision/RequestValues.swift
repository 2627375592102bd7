import WritModel

/// A request as matching needs it: folded and cut once.
struct RequestValues {
    let dialect: Dialect
    /// In lower case.
    let action: [UInt8]
    /// As many as the dialect has; one where resources are flat.
    let resource: [ArraySlice<UInt8>]
    let caller: Caller?
    private let given: [String: [String]]
    /// Whether each key that is given is known to be ASCII in lower case, so that none is another spelling of a key.
    private let isFolded: Bool
    /// Huawei's name of the service, where the request does not say it itself.
    private let service: [String]?

    init(_ request: Request, dialect: Dialect, flat: Bool) {
        self.dialect = dialect
        action = foldedCase(Array(request.action.utf8))
        resource = RequestValues.segments(
            Array(request.resource.utf8), flat ? 1 : dialect.resourceSegments, dialect)
        given = request.context
        isFolded = false
        caller = request.caller
        service =
            dialect == .huawei
            ? cut(action, upTo: 2).first.flatMap { $0.isEmpty ? nil : [String(decoding: $0, as: UTF8.self)] }
            : nil
    }

    /// What is said beside the action and the resource, in which conditions alone are looked at.
    ///
    /// - Parameter context: The values of each key, in lower case.
    init(_ context: [String: [String]], _ dialect: Dialect) {
        self.dialect = dialect
        action = []
        resource = []
        given = context
        isFolded = context.keys.allSatisfy { key in
            key.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
        }
        caller = nil
        service = nil
    }

    /// The resource cut at its first colons; what is missing is empty.
    private static func segments(_ bytes: [UInt8], _ count: Int, _ dialect: Dialect) -> [ArraySlice<UInt8>] {
        if count == 1 { return [bytes[...]] }
        var result: [ArraySlice<UInt8>] = []
        result.reserveCapacity(count)
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: ":") && result.count < count - 1 {
            result.append(bytes[start..<index])
            start = index + 1
        }
        result.append(bytes[start...])
        while result.count < count { result.append([]) }
        for index in dialect.caselessResourceSegments {
            result[index] = foldedCase(Array(result[index]))[...]
        }
        return result
    }

    /// The values of a key in lower case; none where it is absent.
    func values(of key: String) -> [String] {
        if let values = given[key], !values.isEmpty { return values }
        if !isFolded {
            for (name, values) in given where !values.isEmpty && isSame(name, key) { return values }
        }
        if let service, key == serviceNameKey { return service }
        return []
    }

    /// Whether a name is a key in lower case, whatever its own case.
    private func isSame(_ name: String, _ key: String) -> Bool {
        if name.utf8.count != key.utf8.count {
            return name.utf8.contains { $0 >= 0x80 } && name.lowercased() == key
        }
        for (a, b) in zip(name.utf8, key.utf8) {
            if a >= 0x80 { return name.lowercased() == key }
            if a != b, !(0x41...0x5A).contains(a) || a | 0x20 != b { return false }
        }
        return true
    }

    /// The key's one value; several are open.
    func single(_ key: String) -> String? {
        let values = values(of: key)
        return values.count == 1 ? values[0] : nil
    }
}

/// The key of Huawei whose value is the service that the action belongs to.
let serviceNameKey = "g:servicename"
