package import WritDiagnostics
internal import WritModel

/// One manifest as far as it could be read on its own: what other files say is not looked at yet.
package struct Draft: Sendable {
    var object: DesiredObject
    /// Which of the file's documents it is.
    var document = 0
    var source: ObjectSource
    /// One for each name of `formerly`.
    var formerly: [SourceSpan] = []
    /// The fields whose value is in a file of its own.
    var files: [ValueFile] = []
    /// Edge lists that were stated but could not be read in full: nothing is concluded from them.
    var brokenLists: Set<EdgeList> = []
    /// What the readable items of broken lists name, and the items of fields.
    var looseMentions: [Mention] = []

    /// The paths of the files, in the manifest's order.
    var filePaths: [String] { files.map(\.path) }
}

/// A file of the commit that is the value of a field.
struct ValueFile: Sendable {
    var field: Field
    /// The path in the commit.
    var path: String
    /// Where the manifest names it.
    var span: SourceSpan
}

/// A name in an edge list that has to stand for something.
struct Mention: Sendable {
    enum Target: Sendable {
        case object(Kind, isExternal: Bool)
        case systemPolicy
    }

    var name: String
    var target: Target
    var span: SourceSpan
}

/// One file, read on its own: the unit that can be read on any core and kept by its content.
package struct ParsedFile: Sendable {
    /// The path in the commit.
    package let path: String
    var drafts: [Draft] = []
    /// Manifests that declare no object.
    var checks: [AccessCheck] = []
    /// What is wrong with the file by itself, in no order.
    package var diagnostics: [Diagnostic] = []
    /// The names that a file with unreadable manifests may declare: they are not reported as missing.
    var suspects: Set<String> = []
    /// How many manifests the file holds, whether or not they could be read.
    var manifestCount = 0
}
