package import WritModel

/// A role that another role of Huawei Cloud's first model needs beside it: an entry of its `Depends`.
package struct RoleDependency: Hashable, Comparable, Sendable {
    /// The folder of the vendor's list that the role is in; empty where the document does not say.
    package var catalog: String
    /// What the role is called there, which is what people attach.
    package var name: String

    /// The role of that name.
    package init(_ name: String, catalog: String = "") {
        self.catalog = catalog
        self.name = name
    }

    /// Reads an entry; `nil` where it names no role.
    init?(json: JSONValue) {
        guard let name = json["display_name"]?.string else { return nil }
        self.init(name, catalog: json["catalog"]?.string ?? "")
    }

    package static func < (a: RoleDependency, b: RoleDependency) -> Bool {
        (a.name, a.catalog) < (b.name, b.catalog)
    }
}

extension PolicyDocument {
    /// What the role needs beside it, as the document lists it. Documents of the newer model need nothing.
    package var roleDependencies: [RoleDependency] {
        var entries: [JSONValue] = []
        for member in json.members ?? [] {
            if isSameName(member.name, "Version"), member.value.string == "5.0" { return [] }
            if isSameName(member.name, "Depends") { entries += member.value.array ?? [member.value] }
        }
        return entries.compactMap(RoleDependency.init(json:))
    }
}
