internal import ArgumentParser
internal import WritEngine
internal import WritGit
internal import WritManifest
internal import WritModel

extension CompletionKind {
    /// The targets that `writ.yaml` in the working tree names.
    static var targets: CompletionKind {
        .custom { words, _, prefix in
            guard let repository = try? working(words) else { return [] }
            return repository.configuration.targets.map(\.name).filter { $0.hasPrefix(prefix) }
        }
    }

    /// What the manifests in the working tree declare, as addresses.
    static var addresses: CompletionKind {
        .custom { words, _, prefix in
            guard let repository = try? working(words) else { return [] }
            let wanted = value(of: "--target", in: words)
            let targets = repository.configuration.targets.filter { wanted == nil || $0.name == wanted }
            var addresses: Set<Address> = []
            for target in targets {
                guard let reading = try? await repository.read(target) else { continue }
                addresses.formUnion(reading.0.desired.objects.keys)
            }
            return addresses.sorted().map(\.description).filter { $0.hasPrefix(prefix) }
        }
    }
}

/// The working tree of the repository that a half-written command line names.
private func working(_ words: [String]) throws -> OpenRepository {
    var options = ["--worktree"]
    if let path = value(of: "--repo", in: words) { options += ["--repo", path] }
    return try OpenRepository(RepositoryOptions.parse(options))
}

/// What stands behind an option on a half-written command line.
private func value(of option: String, in words: [String]) -> String? {
    if let word = words.last(where: { $0.hasPrefix(option + "=") }) {
        return String(word.dropFirst(option.count + 1))
    }
    guard let index = words.lastIndex(of: option), words.indices.contains(index + 1) else { return nil }
    return words[index + 1]
}
