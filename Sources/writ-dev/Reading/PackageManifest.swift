/// The targets that `Package.swift` declares, read as text: evaluating it would take SwiftPM's lock.
struct PackageManifest: Sendable {
    /// A target with what it may import.
    struct Target: Hashable, Sendable {
        let name: String
        let isTest: Bool

        /// Names of targets and products.
        let dependencies: Set<String>

        /// Where its declaration begins, from 1.
        let line: Int
    }

    /// In the order of the file.
    let targets: [Target]

    /// The targets of a `Package.swift` with one literal list of targets.
    init(text: [UInt8]) {
        targets = PackageManifest.targetList(PackageToken.all(in: text)).compactMap(Target.init)
    }

    /// The target whose module is `module`.
    func target(module: String) -> Target? { targets.first { moduleName($0.name) == module } }

    /// The target called `name`.
    subscript(name: String) -> Target? { targets.first { $0.name == name } }

    /// The tokens of each element in the list after `targets:` in the outermost brackets.
    private static func targetList(_ tokens: [PackageToken]) -> [ArraySlice<PackageToken>] {
        var depth = 0
        for (index, token) in tokens.enumerated() {
            if token.sort == .sign, "([".contains(token.text) { depth += 1 }
            if token.sort == .sign, ")]".contains(token.text) { depth -= 1 }
            if depth == 1, token.text == "targets", token.sort == .word,
                tokens[(index + 1)...].prefix(2).map(\.text) == [":", "["]
            {
                return elements(of: tokens[(index + 2)...])
            }
        }
        return []
    }

    /// The tokens between the commas of a list that begins with its opening bracket.
    fileprivate static func elements(of list: ArraySlice<PackageToken>) -> [ArraySlice<PackageToken>] {
        var elements: [ArraySlice<PackageToken>] = []
        var depth = 0
        var start = list.startIndex + 1
        for index in list.indices {
            let token = list[index]
            guard token.sort == .sign else { continue }
            if "([".contains(token.text) { depth += 1 }
            if ")]".contains(token.text) { depth -= 1 }
            guard depth == 0 || (depth == 1 && token.text == ",") else { continue }
            if start < index { elements.append(list[start..<index]) }
            if depth == 0 { break }
            start = index + 1
        }
        return elements
    }
}

/// The module of a target.
func moduleName(_ target: String) -> String { String(target.map { $0 == "-" ? "_" : $0 }) }

extension PackageManifest.Target {
    /// A target from `.target(name: "…", dependencies: […])` and its like.
    fileprivate init?(_ tokens: ArraySlice<PackageToken>) {
        guard let first = tokens.first, let sort = tokens.dropFirst().first,
            let open = tokens.firstIndex(where: { $0.text == "(" && $0.sort == .sign })
        else { return nil }
        var name: String?
        var dependencies: Set<String> = []
        for argument in PackageManifest.elements(of: tokens[open...]) {
            guard let value = argument.dropFirst(2).first else { continue }
            switch argument.first?.text {
            case "name": name = value.text
            case "dependencies":
                let list = PackageManifest.elements(of: argument.dropFirst(2))
                // `"Name"`, `.target(name: "Name")` or `.product(name: "Name", package: "…")`.
                dependencies = Set(list.compactMap { $0.first { $0.sort == .text }?.text })
            default: break
            }
        }
        guard let name else { return nil }
        self.init(name: name, isTest: sort.text == "testTarget", dependencies: dependencies, line: first.line)
    }
}
