internal import WritDiagnostics
internal import WritModel

/// The state of one import while objects and edges are added to it.
struct ImportInProgress {
    let observed: ObservedState
    let existing: ExistingManifests
    let selection: ImportSelection
    let capabilities: Capabilities
    let asOf: Instant

    /// What is imported so far.
    var objects: [Address: DesiredObject] = [:]
    private var declared: [Address] = []
    private var warnings: [(address: Address, diagnostic: Diagnostic)] = []
    private var leftOut: Set<Address> = []
    private var reserved: [ReservedObject] = []
    /// The names of imported objects as stores compare them.
    private var folded: [Address: Address] = [:]

    init(
        observed: ObservedState, existing: ExistingManifests, selection: ImportSelection,
        capabilities: Capabilities, asOf: Instant
    ) {
        self.observed = observed
        self.existing = existing
        self.selection = selection
        self.capabilities = capabilities
        self.asOf = asOf
    }

    /// Declares the selected objects with their fields; edges come when it is known who is declared.
    mutating func declareObjects() {
        for live in observed.objects.values.sorted(by: { $0.address < $1.address })
        where selection.takes(live.address) {
            if existing.state.objects[live.address] != nil {
                declared.append(live.address)
            } else if let reservation = live.reserved {
                reserved.append(ReservedObject(live.address, reservation))
            } else if let reason = obstacle(to: live.address) {
                leaveOut(live.address, reason)
            } else {
                declare(live)
            }
        }
    }

    func finished() -> LiveManifests {
        var result = LiveManifests()
        result.objects = objects.values.sorted { $0.address < $1.address }
        result.declared = declared
        result.leftOut = leftOut.count
        result.reserved = reserved
        // Warnings about one object stay in the order in which they were found.
        result.warnings = warnings.enumerated().sorted {
            ($0.element.address, $0.offset) < ($1.element.address, $1.offset)
        }.map(\.element.diagnostic)
        return result
    }

    /// Whether manifests declare the object, those that are there and those that are being made.
    func isDeclared(_ address: Address) -> Bool {
        objects[address] != nil || existing.state.objects[address] != nil
    }

    mutating func warn(_ address: Address, _ diagnostic: Diagnostic) {
        warnings.append((address, diagnostic))
    }

    private mutating func leaveOut(_ address: Address, _ diagnostic: Diagnostic) {
        leftOut.insert(address)
        warn(address, diagnostic)
    }

    /// Why the object is not declared although a manifest could hold it.
    private func obstacle(to address: Address) -> Diagnostic? {
        if let new = existing.former[address] {
            return Diagnostic(
                "import.renamed", .warning,
                "`\(address)` is not imported: `\(new)` says that it was formerly `\(address.name)`",
                help: "apply the rename first, or take the name out of `formerly`")
        }
        if let external = existing.externals[address] {
            return Diagnostic(
                "import.external", .warning,
                "`\(address)` is not imported: `\(external.by)` names it as external", at: external.place,
                help: "write `\(yamlScalar(address.name, inFlow: true))` there and import again")
        }
        if let twin = existing.twin(of: address) ?? folded[address.folded] {
            return Diagnostic(
                "import.undeclarable", .warning,
                "`\(address)` cannot be declared beside `\(twin)`: they differ only in case",
                help: "it stays unmanaged; rename one of the two in the store and import again")
        }
        return nil
    }

    private mutating func declare(_ live: ObservedObject) {
        let address = live.address
        var wanted = DesiredObject(address)
        for (field, value) in live.fields where capabilities[address.kind, field].isObservable {
            if let value = DesiredValue(stating: value, of: field, kind: address.kind) {
                wanted.fields[field] = value
            }
        }
        // Who may assume an agency has to be said, be it nobody.
        if address.kind == .agency, wanted.fields[.trust] == nil, wanted.fields[.trustPolicy] == nil,
            capabilities[.agency, .trust].isObservable
        {
            wanted.fields[.trust] = .list(DesiredList(.exactly, []))
        }
        if complaints(about: wanted).isEmpty {
            take(wanted)
        } else {
            declareWhatReadsBack(wanted)
        }
    }

    /// Takes the fields that read back, one after the other, and says what is wrong with the others.
    private mutating func declareWhatReadsBack(_ wanted: DesiredObject) {
        let address = wanted.address
        var object = DesiredObject(address)
        if let complaint = complaints(about: object).first(where: { $0.code != "schema.missing-field" }) {
            return leaveOut(address, undeclarable("`\(address)`", complaint))
        }
        for (field, value) in wanted.fields {
            var candidate = object
            candidate.fields[field] = value
            let found = complaints(about: candidate).first { $0.code != "schema.missing-field" }
            if let found {
                warn(address, undeclarable("`\(field.rawValue)` of `\(address)`", found))
            } else {
                object = candidate
            }
        }
        if let complaint = complaints(about: object).first {
            return leaveOut(address, undeclarable("`\(address)`", complaint))
        }
        take(object)
    }

    private mutating func take(_ object: DesiredObject) {
        objects[object.address] = object
        folded[object.address.folded] = object.address
    }
}

/// The warning that a live thing has no form in a manifest, for the reason that the decoder gave.
func undeclarable(_ what: String, _ complaint: Diagnostic) -> Diagnostic {
    Diagnostic(
        "import.undeclarable", .warning, "\(what) cannot be declared: \(complaint.message)",
        help: "it stays unmanaged; change it in the store and import again, or declare it by hand")
}

/// What the decoder has against the object's manifest by itself; nothing where it reads back as the same.
func complaints(about object: DesiredObject) -> [Diagnostic] {
    let parsed = parseFile(ManifestFile(path: "", bytes: Array(manifestText(of: object).utf8)))
    let errors = parsed.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty || parsed.drafts.map(\.object) == [object] { return errors }
    return [Diagnostic("import.undeclarable", "a manifest of it would mean something else")]
}

extension DesiredValue {
    /// What a manifest says so that `value` is as declared; `nil` for an empty collection, which stores show
    /// as no value.
    fileprivate init?(stating value: Value, of field: Field, kind: Kind) {
        guard case .list(var items) = value else {
            self = .scalar(value)
            return
        }
        guard !items.isEmpty else { return nil }
        if case .words(let words)? = KindSchema.of(kind)[field]?.type {
            items.sort { words.firstIndex(of: $0.identity) ?? 0 < words.firstIndex(of: $1.identity) ?? 0 }
        }
        self = .list(DesiredList(.exactly, items))
    }
}
