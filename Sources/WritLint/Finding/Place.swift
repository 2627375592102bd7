package import WritDiagnostics
package import WritModel

/// What a finding underlines, before it is known where in which file that stands.
package enum Place: Sendable {
    /// A value of a policy document.
    case value(ElementPath, of: LintedPolicy.ID)
    /// The name of a member of a policy document.
    case key(ElementPath, of: LintedPolicy.ID)
    /// An object's name.
    case object(Address)
    /// The value of an object's field; its name where the manifest does not state the field.
    case field(Address, Field)
    /// An item of an edge list, counted from 0; the list's key where there is none.
    case item(Address, EdgeList, Int)
    /// The key of an edge list; the object's name where the manifest does not state it.
    case list(Address, EdgeList)
    /// A known stretch of text.
    case span(SourceSpan)
    /// The target as a whole: its name in `writ.yaml`.
    case target
}
