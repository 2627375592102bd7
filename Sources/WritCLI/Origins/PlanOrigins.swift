internal import WritEngine
internal import WritGit
internal import WritManifest
internal import WritModel
internal import WritPlan

extension OpenRepository {
    /// Who wrote the lines that a plan follows from, and who removed those that are gone.
    ///
    /// What cannot be found out is a note, never an error: the plan stands without it.
    func origins(of result: PlanResult, _ options: RepositoryOptions) -> Origins {
        guard !result.plan.changes.isEmpty else { return Origins() }
        do throws(GitError) {
            var search = try OriginSearch(source, options)
            try search.askWhatIsStated(result)
            try search.findWhatIsGone(result)
            try search.answer()
            return search.found
        } catch {
            return Origins(notes: ["who wrote the lines is not known: \(error)"])
        }
    }
}

extension OriginSearch {
    fileprivate mutating func askWhatIsStated(_ result: PlanResult) throws(GitError) {
        let places = OriginPlaces(result.input.desired, result.input.sources)
        for change in result.plan.changes {
            for key in change.statedKeys {
                if let place = places[key] { try ask(key, place) }
            }
            // A list that cuts what it does not name is what says so.
            if change.statedKeys.isEmpty, change.removedKeys.isEmpty, let source = change.source {
                try ask(change.originKey, OriginPlace(source))
            }
        }
    }

    fileprivate mutating func findWhatIsGone(_ result: PlanResult) throws(GitError) {
        let gone = Set(result.plan.changes.lazy.flatMap(\.removedKeys))
        guard !gone.isEmpty else { return }
        for key in gone {
            guard let since = result.input.applied.provenance(of: key) else { continue }
            note(
                key,
                Origin(.applied, commit: since.commit, at: FileLine(file: since.file, line: since.line)))
        }
        guard let applied = result.appliedCommit else { return }
        let target = result.input.target
        let byObject = keysByObject(gone)
        let committed = try workingTree == nil ? [:] : stated(byObject, at: commit, target)
        for (key, place) in committed { note(key, Origin(.uncommitted, commit: nil, at: place)) }
        let open = gone.subtracting(committed.keys)
        let removals: [OriginKey: Removal]
        do throws(GitError) {
            removals = try reader.removals(
                of: open, between: applied, and: commit, limits: BlameLimits(time: .seconds(10)),
                isManifest: { isManifest($0, of: target) },
                stated: { file, wanted in linesStating(byObject, in: file).filter { wanted.contains($0.key) }
                })
        } catch {
            return note("who removed lines is not known: \(error)")
        }
        for (key, removal) in removals {
            note(key, Origin(.removed, commit: removal.commit, at: removal.place))
        }
    }

    /// Which of the keys the manifests of a commit state, and where.
    private func stated(
        _ keys: [Address: [OriginKey]], at commit: String, _ target: Target
    ) throws(GitError) -> [OriginKey: FileLine] {
        var places: [OriginKey: FileLine] = [:]
        for file in try reader.tree(at: revision(commit), wanted: target.paths).tree.files
        where isManifest(file.path, of: target) {
            for (key, line) in linesStating(keys, in: file) {
                places[key] = FileLine(file: file.path, line: line)
            }
        }
        return places
    }
}

/// Which of the keys a manifest file states, and on which lines. Cost is linear in the file.
private func linesStating(_ keys: [Address: [OriginKey]], in file: ManifestFile) -> [OriginKey: Int] {
    let decoding = decode(ParsedManifests(files: [parseFile(file)]), documents: [:])
    let places = OriginPlaces(decoding.state, decoding.sources)
    var lines: [OriginKey: Int] = [:]
    for address in decoding.state.objects.keys {
        for key in keys[address] ?? [] { lines[key] = places[key]?.lines.lowerBound }
    }
    return lines
}

/// The keys by the objects whose manifests can state them.
private func keysByObject(_ keys: Set<OriginKey>) -> [Address: [OriginKey]] {
    var result: [Address: [OriginKey]] = [:]
    for key in keys {
        switch key {
        case .object(let address), .field(let address, _): result[address, default: []].append(key)
        case .membership(let edge):
            result[Address(.group, edge.group), default: []].append(key)
            result[Address(.user, edge.user), default: []].append(key)
        case .attachment(let edge): result[edge.principal, default: []].append(key)
        }
    }
    return result
}
