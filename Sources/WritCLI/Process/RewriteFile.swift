internal import WritManifest

/// Edits one file wherever it lies.
///
/// - Throws: ``Failure``; where it changed meanwhile, nothing is edited.
func rewrite(_ edit: FileEdit) throws(Failure) {
    let parts = edit.path.split(separator: "/", omittingEmptySubsequences: true)
    guard let name = parts.last else { throw cannot("write", edit.path) }
    let folder = edit.path.dropLast(name.count)
    var files = EditedFiles(below: folder.isEmpty ? "." : String(folder))
    try files.make([FileEdit(String(name), before: edit.before, after: edit.after)])
}
