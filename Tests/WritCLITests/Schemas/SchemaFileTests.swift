import Foundation
import Testing
import WritManifest
import WritModel
import WritReport

/// The files of `schemas/`: what the code says they are, and schemas at all.
@Suite struct SchemaFileTests {
    @Test func `schemas are as generated`() throws {
        let folder = SchemaValidator.root + "/schemas"
        let found = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(found == publishedSchemas.map(\.file).sorted(), "run `swift run writ-dev generate schemas`")
        for schema in publishedSchemas {
            let text = try String(contentsOfFile: "\(folder)/\(schema.file)", encoding: .utf8)
            #expect(
                text == schema.text,
                "schemas/\(schema.file) is out of date: run `swift run writ-dev generate schemas`")
        }
    }

    @Test func `each is a schema of draft 2020-12`() throws {
        let verdicts = try SchemaValidator.judge([])
        #expect(verdicts.schemas.count == publishedSchemas.count)
        for (name, problem) in verdicts.schemas { #expect(problem == nil, "\(name): \(problem ?? "")") }
    }

    @Test func `each has a name of its own, and refers to nothing outside`() {
        #expect(Set(publishedSchemas.map(\.document.id)).count == publishedSchemas.count)
        for schema in publishedSchemas {
            for reference in schema.text.matches(of: /"\$ref": "([^"]*)"/) {
                let name = reference.1.dropFirst("#/$defs/".count)
                #expect(reference.1.hasPrefix("#/$defs/"))
                #expect(schema.document.json["$defs"]?[String(name)] != nil, "\(schema.file): \(name)")
            }
        }
    }

    /// An editor shows the description of what the cursor is on.
    @Test func `everything that a manifest may say is described`() {
        for schema in publishedSchemas where schema.document.id.hasSuffix(":v1") {
            for definition in schema.document.json.objectSchemas {
                for property in definition["properties"]?.members ?? []
                where property.value.members?.isEmpty == false && property.value.boolean == nil {
                    let target = property.value["$ref"]?.string.flatMap { reference in
                        schema.document.json["$defs"]?[String(reference.dropFirst("#/$defs/".count))]
                    }
                    let text = property.value["description"] ?? target?["description"]
                    #expect(
                        text?.string?.isEmpty == false || property.name == "kind",
                        "\(schema.file): \(property.name)")
                }
            }
        }
    }
}

extension JSONValue {
    /// The schemas of objects in a schema, at any depth.
    fileprivate var objectSchemas: [JSONValue] {
        switch self {
        case .object(let members):
            (self["properties"] == nil ? [] : [self]) + members.flatMap(\.value.objectSchemas)
        case .array(let items): items.flatMap(\.objectSchemas)
        case .null, .boolean, .number, .string: []
        }
    }
}
