import Testing
import WritModel

struct PolicyDocumentTests {
    private static func document(_ text: String) throws -> PolicyDocument {
        PolicyDocument(try JSONValue(parsing: Array(text.utf8)))
    }

    static let base =
        #"{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["a:b:c","a:b:d"],"Resource":["r"],"Condition":{"Bool":{"g:MFAPresent":["true"]}}},{"Effect":"Deny","Action":["x:y:z"]}]}"#

    static let equal = [
        ("the order of actions", base.replacing(#""a:b:c","a:b:d""#, with: #""a:b:d","a:b:c""#)),
        ("an action twice", base.replacing(#""a:b:d""#, with: #""a:b:d","a:b:d""#)),
        ("a scalar instead of a list of one", base.replacing(#"["r"]"#, with: #""r""#)),
        ("a boolean instead of its text", base.replacing(#"["true"]"#, with: "true")),
        ("the case of elements and effects", base.replacing(#""Effect":"Deny""#, with: #""effect":"DENY""#)),
        ("the case of actions", base.replacing("x:y:z", with: "X:y:Z")),
        (
            "the order of members",
            #"{"Statement":[{"Action":["x:y:z"],"Effect":"Deny"},{"Condition":{"Bool":{"g:MFAPresent":["true"]}},"Action":["a:b:c","a:b:d"],"Effect":"Allow","Resource":["r"]}],"Version":"1.1"}"#
        ),
    ]

    @Test("documents that mean the same are equal", arguments: equal)
    func equalDocuments(name: String, text: String) throws {
        #expect(text != Self.base)
        #expect(try Self.document(text) == Self.document(Self.base))
        #expect(try Self.document(text).hashValue == Self.document(Self.base).hashValue)
    }

    static let denials = [
        ("a statement denies", base, true),
        ("any spelling", #"{"statement":{"EFFECT":"deny","Action":["a:b:c"]}}"#, true),
        ("nothing denies", base.replacing("Deny", with: "Allow"), false),
        ("an effect that is no text", #"{"Statement":[{"Effect":["Deny"]}]}"#, false),
        ("no statement", #"{"Effect":"Deny"}"#, false),
        ("no object", #"["Deny"]"#, false),
    ]

    @Test("whether a document denies", arguments: denials)
    func denies(name: String, text: String, expected: Bool) throws {
        #expect(try Self.document(text).denies == expected)
    }

    static let different = [
        ("another effect", base.replacing("Deny", with: "Allow")),
        ("another action", base.replacing("x:y:z", with: "x:y:w")),
        ("one action less", base.replacing(#","a:b:d""#, with: "")),
        ("another resource", base.replacing(#"["r"]"#, with: #"["R"]"#)),
        ("no resource", base.replacing(#""Resource":["r"],"#, with: "")),
        ("another condition value", base.replacing(#"["true"]"#, with: #"["false"]"#)),
        ("another condition key", base.replacing("g:MFAPresent", with: "g:MFAAge")),
        ("another version", base.replacing("1.1", with: "5.0")),
        ("Action and NotAction", base.replacing(#""Action":["x"#, with: #""NotAction":["x"#)),
        ("a statement less", base.replacing(#",{"Effect":"Deny","Action":["x:y:z"]}"#, with: "")),
    ]

    @Test("documents that mean something else are not", arguments: different)
    func differentDocuments(name: String, text: String) throws {
        #expect(text != Self.base)
        #expect(try Self.document(text) != Self.document(Self.base))
    }

    @Test("a document keeps the author's order")
    func verbatim() throws {
        for (_, text) in Self.equal { #expect(try Self.document(text).text == text) }
    }
}
