internal import WritDiagnostics
package import WritModel

/// The name of the configuration file, at the root of the manifests; never a manifest.
package let configurationPath = "writ.yaml"

/// The files of a target, each read on its own.
package struct ParsedManifests: Sendable {
    /// Sorted by path.
    package let files: [ParsedFile]
    /// The paths of the files that manifests name as values, such as policies' documents.
    package let documentPaths: Set<String>

    /// Puts together files in any order, so that they can be read on all cores.
    package init(files: [ParsedFile]) {
        self.files = files.sorted { $0.path < $1.path }
        var paths: Set<String> = []
        for file in files {
            for index in file.drafts.indices {
                for value in file.drafts[index].files { paths.insert(value.path) }
            }
        }
        self.documentPaths = paths
    }
}

/// Whether the file at `path` may hold manifests of `target`.
package func isManifest(_ path: String, of target: Target) -> Bool {
    (path.hasSuffix(".yaml") || path.hasSuffix(".yml")) && path != configurationPath && target.contains(path)
}

/// Reads the target's files one by one.
package func parseManifests(
    _ tree: ManifestTree, target: Target, limits: ManifestLimits = ManifestLimits()
) -> ParsedManifests {
    ParsedManifests(
        files: tree.files.filter { isManifest($0.path, of: target) }.map { parseFile($0, limits: limits) })
}

/// Reads one file on its own: everything about it that no other file can change. Never fails; what is
/// wrong is in the diagnostics. Cost is linear in the file's size and bounded by `limits`.
package func parseFile(_ file: ManifestFile, limits: ManifestLimits = ManifestLimits()) -> ParsedFile {
    let yaml = readYaml(file.bytes, file: file.path, limits: limits)
    var reader = NodeReader(yaml)
    var parsed = ParsedFile(path: file.path)
    parsed.manifestCount = yaml.tree.roots.count + (yaml.isCut ? 1 : 0)
    if parsed.manifestCount == 0 {
        reader.report(
            "manifest.empty", "the file holds no manifest", at: .init(startOf: file.path),
            help: "delete the file, or write a manifest")
    }
    for (index, root) in yaml.tree.roots.enumerated() {
        guard var draft = reader.manifest(root: root) else { continue }
        draft.document = index
        parsed.drafts.append(draft)
    }
    parsed.checks = reader.checks
    if parsed.drafts.count + parsed.checks.count < parsed.manifestCount {
        parsed.suspects = namesDeclared(in: file.bytes)
    }
    parsed.diagnostics = diagnostics(of: yaml, reader)
    return parsed
}

/// Everything that is wrong with a file by itself, with secrets wherever they stand.
func diagnostics(of yaml: YamlFile, _ reader: NodeReader) -> [Diagnostic] {
    var result = Array(yaml.diagnostics.prefix(mostDiagnostics)) + reader.diagnostics
    if yaml.diagnostics.count > mostDiagnostics || reader.isOverfull {
        result.append(
            Diagnostic(
                "manifest.too-many-errors", "the file has more mistakes than are told",
                at: SourceSpan(startOf: yaml.file), help: "mend the others first"))
    }
    return result
        + straySecrets(
            in: yaml.scanned, file: yaml.file, besides: reader.diagnostics, certified: reader.certified,
            isCut: yaml.isCut)
}
