package import WritDiagnostics
package import WritModel

/// Where a part of an object's document stands in the author's text: in its manifest, or in the file that the manifest
/// names. Reads the file again: for the few places that people are shown.
///
/// - Parameter path: from the document's root.
/// - Parameter field: the document, or an agency's trust policy; of a list, the path's first step is the item.
/// - Returns: `nil` where the text is not at hand, or is not what the object was read from.
package func documentSpan(
    of path: [ElementPath.Step], in field: Field, of source: ObjectSource, text: (String) -> SourceText?
) -> SourceSpan? {
    DocumentPlaces(field, of: source, text: text)?.span(of: path)
}

/// Where a part of a document stands in a file that is the document: YAML where its name says so, else JSON.
package func documentSpan(of path: [ElementPath.Step], inFile file: SourceText) -> SourceSpan? {
    DocumentPlaces(inFile: file)?.span(of: path)
}
