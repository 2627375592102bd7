/// Why a text is no SAML metadata of an identity provider.
struct SAMLProblem: Hashable {
    var message: String
    /// The bytes that show it.
    var range: Range<Int>
    var help: String
}

/// What is wrong with the text of SAML metadata; `nil` for nothing.
///
/// Reads the frame and no more: tags that fit each other, the root element with its namespace, and which elements
/// describe an entity or an identity provider. A document type is refused, as is every entity that it would declare, so
/// that nothing is expanded or fetched. Certificates are not looked at, nor signatures. Cost is linear.
func samlProblem(in bytes: [UInt8]) -> SAMLProblem? {
    var scan = SAMLScan(bytes)
    do throws(SAMLScan.Stop) {
        try scan.run()
        return nil
    } catch {
        return error.problem
    }
}

/// Walks once over the bytes, from tag to tag.
private struct SAMLScan {
    struct Stop: Error { var problem: SAMLProblem }

    private let xml: XMLBytes
    private var index = 0
    /// The elements that are open, outermost first.
    private var open: [Range<Int>] = []
    private var hasRoot = false
    private var hasEntity = false
    private var hasProvider = false

    init(_ bytes: [UInt8]) {
        xml = XMLBytes(bytes)
    }

    mutating func run() throws(Stop) {
        while index < xml.bytes.count {
            if xml.bytes[index] != UInt8(ascii: "<") {
                try text()
            } else if xml.has("<!--", at: index) {
                try skip(past: "-->", "the comment")
            } else if xml.has("<?", at: index) {
                try skip(past: "?>", "the instruction")
            } else if xml.has("<![CDATA[", at: index), !open.isEmpty {
                try skip(past: "]]>", "the section")
            } else if xml.has("<!", at: index) {
                try refuse(
                    "a document type is not read", index..<xml.nameEnd(from: index + 2),
                    "delete the `<!…>`: metadata has no need of one, and what it declares could be expanded without end"
                )
            } else if xml.has("</", at: index) {
                try close()
            } else {
                try element()
            }
        }
        if let last = open.last { try refuse("`\(xml.text(last))` is not closed", last, wellFormed) }
        guard hasRoot else { try refuse("this is not SAML metadata: it has no element", 0..<0, wellFormed) }
        guard hasEntity else {
            try refuse(
                "this is not SAML metadata: no `EntityDescriptor` has an `entityID`", 0..<0, fetchAgain)
        }
        guard hasProvider else {
            try refuse(
                "the metadata describes no identity provider: there is no `IDPSSODescriptor`", 0..<0,
                "take the metadata of the directory, not of the service that people sign in to")
        }
    }

    private func refuse(_ message: String, _ range: Range<Int>, _ help: String) throws(Stop) -> Never {
        throw Stop(problem: SAMLProblem(message: message, range: range, help: help))
    }

    private mutating func skip(past end: String, _ what: String) throws(Stop) {
        guard let found = xml.find(end, from: index) else {
            try refuse("\(what) does not end", index..<min(index + 4, xml.bytes.count), wellFormed)
        }
        index = found + end.utf8.count
    }

    /// Goes over the text before the next tag.
    private mutating func text() throws(Stop) {
        let end = xml.bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? xml.bytes.count
        let range = index..<end
        if open.isEmpty, let first = range.first(where: { !isXMLSpace(xml.bytes[$0]) }) {
            try refuse(
                "this is not SAML metadata: text stands outside of its element", first..<first + 1, fetchAgain
            )
        }
        if let stray = xml.unknownEntity(in: range) {
            try refuse("`\(xml.text(stray))` is no character of XML", stray, "write `&amp;` for an `&`")
        }
        index = end
    }

    private mutating func close() throws(Stop) {
        let name = index + 2..<xml.nameEnd(from: index + 2)
        guard let last = open.popLast(), xml.text(last) == xml.text(name) else {
            try refuse("`\(xml.text(name))` is closed and was not opened", name, wellFormed)
        }
        index = xml.skipSpace(from: name.upperBound)
        guard index < xml.bytes.count, xml.bytes[index] == UInt8(ascii: ">") else {
            try refuse("the tag `\(xml.text(name))` does not end", name, wellFormed)
        }
        index += 1
    }

    private mutating func element() throws(Stop) {
        guard let tag = XMLTag(xml, at: index) else {
            let name = index..<xml.nameEnd(from: index + 1)
            try refuse("the tag `\(xml.text(name))` is not well-formed", name, wellFormed)
        }
        for attribute in tag.attributes {
            if let stray = xml.unknownEntity(in: attribute.value) {
                try refuse("`\(xml.text(stray))` is no character of XML", stray, "write `&amp;` for an `&`")
            }
        }
        if open.isEmpty { try checkRoot(tag) }
        switch tag.localName(xml) {
        case "EntityDescriptor":
            if let id = tag.value(of: "entityID", xml), !id.isEmpty { hasEntity = true }
        case "IDPSSODescriptor": hasProvider = true
        default: break
        }
        if !tag.isClosed { open.append(tag.name) }
        index = tag.end
    }

    private mutating func checkRoot(_ tag: XMLTag) throws(Stop) {
        if hasRoot { try refuse("this is not SAML metadata: it has two elements", tag.name, fetchAgain) }
        hasRoot = true
        let name = tag.localName(xml)
        guard name == "EntityDescriptor" || name == "EntitiesDescriptor" else {
            try refuse(
                "this is not SAML metadata: its element is `\(xml.text(tag.name))`", tag.name,
                name.lowercased() == "html"
                    ? "it is a page for people; \(fetchAgain)"
                    : "its element would be `EntityDescriptor` or `EntitiesDescriptor`; \(fetchAgain)")
        }
        let prefix = tag.prefix(xml)
        let namespace = tag.value(of: prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)", xml)
        guard namespace == "urn:oasis:names:tc:SAML:2.0:metadata" else {
            try refuse(
                "this is not SAML metadata: `\(xml.text(tag.name))` is of another namespace", tag.name,
                "its namespace is `urn:oasis:names:tc:SAML:2.0:metadata`; \(fetchAgain)")
        }
    }
}

private let wellFormed = "take the metadata from the identity provider as it is, whole"
private let fetchAgain = "download the metadata from the identity provider again"
