internal import WritDiagnostics
internal import WritEngine
internal import WritGit
internal import WritLint
internal import WritManifest
internal import WritModel
internal import WritReport

/// What lint says of a revision: of one target or of all.
struct LintedRepository {
    private(set) var findings: [Finding] = []
    /// What is wrong and belongs to no rule, in order.
    private(set) var diagnostics: [Diagnostic] = []
    /// The texts of all files, by path.
    private(set) var sources: [String: SourceText] = [:]
    /// The manifest files, sorted.
    private(set) var files: [String] = []
    /// With a base: how many findings it has as well.
    private(set) var leftOut: Int?
    /// Whether the manifests are refused.
    private(set) var hasErrors = false
    let rules: RuleSet
    private let opened: OpenRepository
    private let options: RepositoryOptions
    private let facts: LiveFactsOptions
    private let moment: Instant
    private var fixable: [FixableFiles] = []

    /// Reads and lints.
    ///
    /// - Parameter base: findings that the merge base with it has as well are left out.
    /// - Throws: ``Failure``.
    init(
        _ options: RepositoryOptions, base: String?, selected: Set<String>, facts: LiveFactsOptions,
        at moment: Instant
    ) async throws(Failure) {
        self.options = options
        self.facts = facts
        self.moment = moment
        opened = try OpenRepository(options)
        var before: OpenRepository?
        if let base {
            let parted = try opened.mergeBase(with: base)
            before = try? OpenRepository(parted)
        }
        let settings = opened.configuration.lint
        rules = RuleSet(
            settings: settings, base: before?.configuration.lint, selected: selected)
        sources = [opened.configurationSource.path: opened.configurationSource]
        diagnostics = opened.configuration.diagnostics + check(settings)
        let waivedBy = waivers(in: (before ?? opened).configuration.lint)
        var waivers = waivedBy
        var known: [Finding] = []
        var isWhole = selected.isEmpty
        for target in try opened.targets(named: options.target) {
            let read = try await opened.lintable(target)
            hasErrors = hasErrors || read.diagnostics.hasErrors
            sources.merge(read.sources) { first, _ in first }
            files += read.files
            fixable.append(read.fixable)
            let live = try await facts.observed(of: target, root: opened.source.top)
            let account = read.account(observed: live, at: moment)
            var earlier: LintedAccount?
            if let old = before?.configuration[target.name], let before {
                let oldRead = try await before.lintable(old)
                if !oldRead.diagnostics.hasErrors {
                    let oldAccount = oldRead.account(observed: live, at: moment)
                    earlier = oldAccount
                    known += lint(oldAccount, with: rules, texts: { oldRead.sources[$0] }).findings
                }
            }
            let place = opened.configuration.sources[target.name]
            let texts = sources
            let isBroken = read.diagnostics.hasErrors
            let result = lint(
                account, before: earlier, diagnostics: read.diagnostics, with: rules, isBroken: isBroken,
                place: place, texts: { texts[$0] })
            if isBroken { isWhole = false }
            findings += result.findings
            diagnostics += result.diagnostics
            for file in read.files { waivers += texts[file].map { WritLint.waivers(in: $0) } ?? [] }
        }
        hasErrors = hasErrors || diagnostics.hasErrors
        diagnostics = diagnostics.ordered()
        files = Set(files).sorted()
        findings = apply(waivers, to: findings.ordered(), with: rules, at: moment, isWhole: isWhole)
        if base != nil {
            let all = findings.count
            findings = without(known, in: findings)
            leftOut = all - findings.count
        }
    }

    /// Makes the fixes that may be made, again and again until none is left.
    ///
    /// - Returns: how many.
    /// - Throws: ``Failure``; nothing is written then.
    func makeFixes(allowingUnsafe: Bool) async throws(Failure) -> Int {
        guard case .workingTree(let tree) = opened.source else { return 0 }
        var count = 0
        var run = self
        for _ in 0..<mostFixRounds {
            let fixes = run.findings.compactMap { $0.fix(allowingUnsafe: allowingUnsafe) }
            var edits: [FileEdit] = []
            for files in run.fixable {
                let own = fixes.filter { files.holds($0) }
                let result = apply(own, to: files)
                edits += result.edits
                count += result.count
            }
            if edits.isEmpty { break }
            var edited = EditedFiles(below: tree.root)
            try edited.make(edits)
            run = try await LintedRepository(
                options, base: nil, selected: Set(rules.rules.map(\.code)), facts: facts, at: moment)
        }
        return count
    }

    /// What each finding's first fix would do.
    func fixEdits(of findings: [Finding]) -> [Int: [FileEdit]] {
        var result: [Int: [FileEdit]] = [:]
        for files in fixable {
            for (index, edits) in WritLint.fixEdits(of: findings, in: files) { result[index] = edits }
        }
        return result
    }
}

/// A target's manifests as lint needs them.
struct LintableTarget {
    var declaration: Declaration
    var diagnostics: [Diagnostic]
    var sources: [String: SourceText]
    /// The manifest files.
    var files: [String]

    /// The target as the rules see it.
    func account(observed: ObservedState?, at moment: Instant) -> LintedAccount {
        LintedAccount(
            target: declaration.target, state: declaration.desired, sources: declaration.sources,
            observed: observed, asOf: moment)
    }

    /// The files, for fixes.
    var fixable: FixableFiles {
        let manifests = Set(files)
        return FixableFiles(
            state: declaration.desired, sources: declaration.sources,
            manifests: files.compactMap { path in
                sources[path].map { ManifestFile(path: path, bytes: $0.bytes) }
            },
            documents: sources.filter { !manifests.contains($0.key) && $0.key != configurationPath }
                .mapValues { DocumentFile(bytes: $0.bytes) }, dialect: declaration.target.dialect)
    }
}

extension OpenRepository {
    /// The targets of that name, or all.
    func targets(named name: String?) throws(Failure) -> [Target] {
        guard let name else { return configuration.targets }
        return [try target(named: name)]
    }

    /// What the revision declares for `target`, with all texts, whatever is wrong.
    func lintable(_ target: Target) async throws(Failure) -> LintableTarget {
        let (declaration, diagnostics, sources) = try await read(target, keepsTexts: true)
        let documents = Set(declaration.sources.objects.values.flatMap { $0.files.map(\.value) })
        let files = sources.keys.filter { isManifest($0, of: target) && !documents.contains($0) }
        return LintableTarget(
            declaration: declaration, diagnostics: diagnostics, sources: sources, files: files.sorted())
    }
}
