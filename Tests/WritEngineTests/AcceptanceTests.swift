import Testing
import WritDiagnostics
import WritEngine
import WritManifest
import WritModel
import WritPlan
import WritStore
import WritTestKit

private let acceptCount = isFullRun ? 300 : 30

/// Drift is accepted into manifests as many hands would write them. A failure names its seed.
struct AcceptanceTests {
    @Test("a generated state decodes from its odd manifests", arguments: 0..<acceptCount)
    func oddManifestsDecode(seed: Int) {
        var generator = StateGenerator(seed: UInt64(seed), asOf: noon.advanced(by: 86_400))
        let state = generator.state().declarable
        let odd = OddManifests(of: state, seed: UInt64(seed))
        let decoding = read(odd.files, odd.documents)
        #expect(
            decoding.diagnostics.filter { $0.severity == .error }.map {
                "\($0.message) \($0.span.map(\.description) ?? "")"
            } == [], "seed \(seed)")
        // The labels are the writer's own.
        var read = decoding.state
        for address in read.objects.keys { read.objects[address]?.labels = [:] }
        let isSame = read == state
        #expect(isSame, "seed \(seed)")
    }

    @Test(
        "accepted drift: only its lines change, comments stay, the plan is empty", arguments: 0..<acceptCount)
    func acceptedDrift(seed: Int) async throws {
        var generator = StateGenerator(seed: UInt64(seed), asOf: noon.advanced(by: 86_400))
        let odd = OddManifests(of: generator.state().declarable, seed: UInt64(seed))
        let decoding = read(odd.files, odd.documents)
        let (desk, account) = memoryDesk()
        var declaration = desk.declare(decoding.state)
        declaration.sources = decoding.sources
        try await desk.bring(declaration)
        var edits = LiveEdits(try await desk.observed(), seed: UInt64(seed))
        for edit in edits.some() { await account.store.edit(edit) }

        let state = try await readState(store: account.store, ledger: account.ledger)
        let acceptance = try propose(
            AcceptedObjects(addresses: nil),
            in: EditableManifests(declaration: declaration, files: odd.files, documents: odd.documents),
            against: state, asOf: desk.now, place: { "iam/\($0.address.name).yaml" })
        // A forbidden edge that is back is the plan's to find: what was applied does not hold what was forbidden.
        let undone = try await desk.plan(declaration).plan.changes.filter { !$0.effect.isLedgerOnly }
        #expect(acceptance.edits.isEmpty == undone.isEmpty, "seed \(seed): \(undone.map(\.summary))")
        let drift = try await desk.drift()
        #expect(drift.items.isEmpty || !acceptance.edits.isEmpty, "seed \(seed): \(drift.items)")
        #expect(acceptance.pending == [], "seed \(seed)")

        let after = odd.edited(acceptance.edits)
        let decoded = read(after.files, after.documents)
        var accepted = declaration
        accepted.desired = decoded.state
        let plan = try await desk.plan(accepted).plan
        #expect(plan.changes.filter { !$0.effect.isLedgerOnly }.map(\.summary) == [], "seed \(seed)")
        #expect(
            odd.lostComments(in: after, gone: declaration.desired, now: decoded.state) == [], "seed \(seed)")
        #expect(odd.strayLines(in: after, declaration, now: decoded.state) == [], "seed \(seed)")
    }
}

/// Manifests and documents after an edit.
struct EditedTexts {
    var files: [ManifestFile]
    var documents: [String: DocumentFile]
}

func read(_ files: [ManifestFile], _ documents: [String: DocumentFile]) -> Decoding {
    let tree = ManifestTree(
        revision: Revision(commit: nil, name: "work", repository: "/repository"), files: files)
    return decode(
        parseManifests(tree, target: Target(name: "production", account: "acme")), documents: documents)
}

extension OddManifests {
    func edited(_ edits: [FileEdit]) -> EditedTexts {
        var files = Dictionary(
            self.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        var documents = self.documents
        for edit in edits {
            if documents[edit.path] != nil {
                documents[edit.path] = edit.after.map(DocumentFile.init(bytes:))
            } else {
                files[edit.path] = edit.after
            }
        }
        return EditedTexts(
            files: files.map { ManifestFile(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path },
            documents: documents)
    }

    /// Comments that are gone although their object is not.
    func lostComments(in after: EditedTexts, gone before: DesiredState, now: DesiredState) -> [String] {
        let isGone = before.objects.keys.contains { now.objects[$0] == nil }
        // What belongs to a document that goes may go with it: such cases are looked at by file.
        var lost: [String] = []
        for file in files {
            let declared = read([file], documents).state.objects.keys
            if isGone, declared.contains(where: { now.objects[$0] == nil }) { continue }
            let text = after.files.first { $0.path == file.path }.map {
                String(decoding: $0.bytes, as: UTF8.self)
            }
            lost += notes(file.bytes).filter { text?.contains($0) != true }
        }
        for (path, document) in documents {
            guard let kept = after.documents[path] else { continue }
            let text = String(decoding: kept.bytes, as: UTF8.self)
            lost += notes(document.bytes).filter { !text.contains($0) }
        }
        return lost
    }

    private func notes(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
            line.firstRange(of: "# note ").map { String(line[$0.lowerBound...]) }
        }
    }

    /// Lines that changed although no value that they belong to did.
    func strayLines(in after: EditedTexts, _ declaration: Declaration, now: DesiredState) -> [String] {
        var stray: [String] = []
        for file in files {
            let old = lines(file.bytes)
            let new = Set(lines(after.files.first { $0.path == file.path }?.bytes ?? []))
            let allowed = changedLines(of: file.path, declaration, now: now)
            for (index, line) in old.enumerated() where !new.contains(line) && !allowed.contains(index + 1) {
                // An alias is written out where the value it repeats changes.
                if line.contains(": *a") { continue }
                stray.append("\(file.path):\(index + 1): \(line)")
            }
        }
        return stray
    }

    private func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    /// The lines that belong to a field or list that changed, up to the next one's.
    private func changedLines(of path: String, _ declaration: Declaration, now: DesiredState) -> Set<Int> {
        var starts: [(line: Int, isChanged: Bool)] = []
        for (address, source) in declaration.sources.objects where source.name.file == path {
            let old = declaration.desired.objects[address], new = now.objects[address]
            starts.append((source.name.start.line, new == nil))
            for (field, span) in source.fields where span.file == path {
                starts.append((span.start.line, old?.fields[field] != new?.fields[field]))
            }
            starts.append((source.lists[.members]?.start.line ?? 0, old?.members != new?.members))
            starts.append((source.lists[.groups]?.start.line ?? 0, old?.groups != new?.groups))
            starts.append((source.lists[.policies]?.start.line ?? 0, old?.policies != new?.policies))
            if new == nil { starts += (1...source.name.start.line).map { ($0, true) } }
        }
        starts.sort { $0.line < $1.line }
        var lines: Set<Int> = []
        for (index, start) in starts.enumerated() where start.isChanged && start.line > 0 {
            let next = starts[index...].first { $0.line > start.line }?.line ?? 1_000
            lines.formUnion(max(1, start.line - 1)..<next)
        }
        return lines
    }
}
