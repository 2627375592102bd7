internal import WritDiagnostics
internal import WritModel

extension Collected {
    /// Checks that every former name belongs to one object, and to none that is still declared.
    mutating func checkRenames() {
        var claims: [Address: SourceSpan] = [:]
        for number in drafts.indices where !drafts[number].formerly.isEmpty {
            let draft = drafts[number]
            let address = draft.object.address
            for (name, place) in zip(draft.object.formerly, draft.formerly) {
                let former = Address(address.kind, name)
                if former == address {
                    refuse(
                        "`\(address)` was not formerly itself", place, help: "delete the name from `formerly`"
                    )
                } else if let index = index[former] {
                    refuse(
                        "`\(former)` is still declared, so `\(address)` cannot have been it", place,
                        note: DiagnosticNote("it is declared here", at: drafts[index].source.name),
                        help: "delete the older manifest, or the name from `formerly`")
                } else if let earlier = claims[former] {
                    refuse(
                        "`\(former)` cannot have become two objects", place,
                        note: DiagnosticNote("it is claimed first here", at: earlier),
                        help: "keep one of the two")
                } else {
                    claims[former] = place
                }
            }
        }
    }

    private mutating func refuse(
        _ message: String, _ place: SourceSpan, note: DiagnosticNote? = nil, help: String
    ) {
        diagnostics.append(
            Diagnostic(
                "rename.conflict", message, at: place, notes: note.map { [$0] } ?? [], help: help))
    }
}
