internal import WritDiagnostics
internal import WritEngine
internal import WritGit
internal import WritManifest
internal import WritModel

extension DesiredState {
    /// The state with what names `added` written as for declared objects, so that they can be declared.
    func declaring(_ added: Set<Address>) -> DesiredState {
        var state = self
        for (address, object) in objects {
            var object = object
            for (index, item) in (object.members?.items ?? []).enumerated()
            where added.contains(Address(.user, item.name)) {
                object.members?.items[index].isExternal = false
            }
            for (index, item) in (object.groups?.items ?? []).enumerated()
            where added.contains(Address(.group, item.name)) {
                object.groups?.items[index].isExternal = false
            }
            for (index, item) in (object.policies?.items ?? []).enumerated() {
                if case .custom(let name) = item.policy, added.contains(Address(.policy, name)) {
                    object.policies?.items[index].isExternal = false
                }
            }
            state.objects[address] = object
        }
        return state
    }
}

extension WorkingManifests {
    /// The files with what they declare, to be edited.
    func editable(_ place: ImportPlace) -> EditableManifests {
        let manifests = Set(decoding.files)
        let declaration = Declaration(
            revision: place.tree.revision, target: place.target, desired: decoding.state,
            sources: decoding.sources, manifestCount: decoding.manifestCount)
        return EditableManifests(
            declaration: declaration,
            files: manifests.compactMap { path in
                sources[path].map { ManifestFile(path: path, bytes: $0.bytes) }
            },
            documents: sources.filter { !manifests.contains($0.key) }.mapValues {
                DocumentFile(bytes: $0.bytes)
            })
    }
}
