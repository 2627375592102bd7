package import WritDiagnostics

/// Where the parts of one object stand in the manifests.
package struct ObjectSource: Hashable, Sendable {
    /// The value of `metadata.name`.
    package var name: SourceSpan
    /// The values of the fields.
    package var fields: FieldMap<SourceSpan>
    /// Keys and values together, of the fields whose value takes more than a line.
    package var extents: FieldMap<SourceSpan>
    /// The paths of the files that are the values of fields, such as a policy's document.
    package var files: FieldMap<String>
    /// The keys of the edge lists.
    package var lists: [EdgeList: SourceSpan]
    /// The items of the edge lists, in the list's order.
    package var items: [EdgeList: [SourceSpan]]
    /// The value of `metadata.protect`.
    package var protect: SourceSpan?

    package init(name: SourceSpan) {
        self.name = name
        self.fields = [:]
        self.files = [:]
        self.extents = [:]
        self.lists = [:]
        self.items = [:]
    }
}

/// The positions that the model itself does not carry, so that equality and digests ignore them.
package struct SourceMap: Hashable, Sendable {
    /// By address.
    package var objects: [Address: ObjectSource] = [:]

    package init() {}

    /// Where the object stands, if a manifest declares it.
    package subscript(address: Address) -> ObjectSource? { objects[address] }
}
