package import WritModel

/// What would change where a document is printed in another form.
package struct RenderingProblem: Hashable, Sendable {
    /// A stable dotted code.
    package var code: String
    /// A lower-case sentence.
    package var message: String
    /// What to do about it.
    package var help: String?
    /// In the document that was to be printed.
    package var path: ElementPath
    /// Otherwise something to look at.
    package var isError: Bool
    /// A request that the two documents decide differently.
    package var witness: Request?
}

/// A document in another form, or why it cannot be said there.
package struct PolicyRendering: Sendable {
    /// `nil` where a problem is an error.
    package var document: JSONValue?
    /// In the document's order.
    package var problems: [RenderingProblem]
}

/// Prints a document in a form, in the author's order.
///
/// In its own form it stays as it is written. In another one it is printed only if it means exactly the same there: what was printed is read again as the
/// other vendor does, and compared.
package func renderPolicy(
    _ document: JSONValue, from dialect: Dialect, to form: PolicyForm, kind: PolicyKind = .identity
) -> PolicyRendering {
    if PolicyForm(of: document, dialect: dialect) == form {
        return PolicyRendering(document: document, problems: [])
    }
    let reading = readPolicy(document, dialect: dialect, kind: kind)
    var renderer = PolicyRenderer(reading, form)
    for problem in reading.problems {
        renderer.refuse(
            "render.problem", problem.message, at: problem.path,
            help: "what \(dialect.rawValue) would refuse has no meaning that could be kept: mend it first")
    }
    if !form.has(kind) {
        renderer.refuse(
            "render.kind", "\(form.rawValue) has no \(kind.rawValue) policies", at: ElementPath(), help: nil)
    }
    guard renderer.problems.isEmpty else {
        return PolicyRendering(document: nil, problems: renderer.problems)
    }
    let rendered = renderer.document(document)
    if !renderer.problems.contains(where: \.isError) {
        renderer.problems += differences(
            reading, readPolicy(rendered, dialect: form.dialect, kind: kind), form)
    }
    let isRefused = renderer.problems.contains(where: \.isError)
    return PolicyRendering(document: isRefused ? nil : rendered, problems: renderer.problems)
}

/// Prints the parts of one document, and collects what cannot be said.
struct PolicyRenderer {
    let reading: PolicyReading
    let form: PolicyForm
    /// The first action of each service that the other vendor has to know.
    var services: [String: ElementPath] = [:]
    var problems: [RenderingProblem] = []

    init(_ reading: PolicyReading, _ form: PolicyForm) {
        self.reading = reading
        self.form = form
    }

    /// Whose language the document is in.
    var source: Dialect { reading.dialect }

    /// Whether both forms are of one vendor.
    var isSameVendor: Bool { source == form.dialect }

    mutating func refuse(_ code: String, _ message: String, at path: ElementPath, help: String?) {
        problems.append(
            RenderingProblem(code: code, message: message, help: help, path: path, isError: true))
    }

    mutating func warn(_ code: String, _ message: String, at path: ElementPath, help: String?) {
        problems.append(
            RenderingProblem(code: code, message: message, help: help, path: path, isError: false))
    }

    mutating func document(_ json: JSONValue) -> JSONValue {
        let root = ElementPath()
        guard case .object(let members) = json else {
            let statements = json.array ?? []
            return .object(
                version + [.init("Statement", .array(rendered(statements) { root.item($0) }))])
        }
        var result: [JSONValue.Member] = []
        if !members.contains(where: { $0.name.lowercased() == "version" }) { result += version }
        for member in members {
            let path = root.member(member.name)
            switch member.name.lowercased() {
            case "version": result += version
            case "statement":
                if case .array(let items) = member.value {
                    result.append(.init("Statement", .array(rendered(items) { path.item($0) })))
                } else {
                    let only = rendered([member.value]) { _ in path }
                    result.append(.init("Statement", form.takesScalars ? only[0] : .array(only)))
                }
            case "depends":
                refuse(
                    "render.depends", "the roles that it depends on give access of their own", at: path,
                    help: "attach those roles beside it, and leave `Depends` out")
            default:
                warn(
                    "render.dropped", "\(form.rawValue) has no `\(member.name)`: left out", at: path,
                    help: nil)
            }
        }
        return .object(result)
    }

    private var version: [JSONValue.Member] {
        form.version.map { [.init("Version", .string($0))] } ?? []
    }

    private mutating func rendered(
        _ statements: [JSONValue], _ path: (Int) -> ElementPath
    ) -> [JSONValue] {
        var result: [JSONValue] = []
        for (index, (json, statement)) in zip(statements, reading.statements).enumerated() {
            result.append(self.statement(json, statement, at: path(index)))
        }
        for (service, path) in services.sorted(by: { "\($0.value)" < "\($1.value)" }) {
            warn(
                "render.names",
                isSameVendor
                    ? "5.0 names some operations of `\(service)` anew"
                    : "`\(service)` is a service of \(source.rawValue): its actions are kept by name",
                at: path,
                help: isSameVendor
                    ? "look the actions up in the table of the service"
                    : "check that \(form.rawValue) has actions of these names that do the same")
        }
        return result
    }
}
