internal import WritDiagnostics
internal import WritModel

/// Something about a field that no change settles: a person has to do it, or may do it until a certain time.
struct FieldRemark: Hashable, Sendable {
    var address: Address
    var field: Field
    var code: String
    var severity: Severity
    var message: String
    var help: String?

    /// The remark at the place where the field is stated; `nil` where no text is at hand.
    func diagnostic(at span: SourceSpan?) -> Diagnostic {
        Diagnostic(code, severity, message, at: span, help: help)
    }
}

/// What is to be said about `fields`, which were declared or applied, and the user as the store has it.
///
/// - Parameter live: as observed, without what waits put in its place.
func remarks(
    on fields: FieldMap<DesiredValue>, of live: ObservedObject, asOf: Instant
) -> [FieldRemark] {
    guard live.address.kind == .user else { return [] }
    return confirmations(of: fields, live, asOf) + secondFactor(of: fields, live)
        + keys(of: fields, live, asOf)
}

/// What waits to be confirmed or accepted, and what was not in time.
private func confirmations(
    of fields: FieldMap<DesiredValue>, _ live: ObservedObject, _ asOf: Instant
) -> [FieldRemark] {
    live.awaited.compactMap { awaited in
        // An invitation to another address stands in the way of the declared one as well.
        let field =
            awaited.field.isInvitation
            ? Field.invitations.first { fields.has($0) } : fields.has(awaited.field) ? awaited.field : nil
        guard let field, let stated = fields[field] else { return nil }
        let isStated = field == awaited.field && stated.isSatisfied(by: .text(awaited.value))
        if !isStated, stated.isSatisfied(by: live.fields[field]), awaited.state(asOf: asOf) != .pending {
            return nil
        }
        return remark(on: awaited, field, of: live.address, asOf, isStated: isStated)
    }
}

private func remark(
    on awaited: AwaitedConfirmation, _ field: Field, of address: Address, _ asOf: Instant, isStated: Bool
) -> FieldRemark? {
    let isInvitation = field.isInvitation
    let what = isInvitation ? "the invitation of `\(address)`" : "`\(field.rawValue)` of `\(address)`"
    func make(_ code: String, _ severity: Severity, _ message: String, _ help: String?) -> FieldRemark {
        FieldRemark(
            address: address, field: field, code: code, severity: severity, message: message, help: help)
    }
    let again =
        isInvitation
        ? "the plan sends another; to invite nobody, delete the manifest or its `invitation`"
        : "the plan asks again, which sends another message; to keep the former value, state it"
    switch awaited.state(asOf: asOf) {
    case .pending where isStated:
        let verb = isInvitation ? "accepted" : "confirmed"
        return make(
            "confirmation.pending", .note,
            "\(what) waits to be \(verb), asked for \(awaited.requestedAt), until \(awaited.until)", nil)
    case .pending:
        return make(
            "confirmation.other", .warning,
            "\(what) waits for an answer about another value, asked for \(awaited.requestedAt), until "
                + "\(awaited.until)",
            "the plan takes that back; `writ accept` would write it into the manifest")
    case .expired where isStated:
        return make(
            "confirmation.expired", .warning, "nobody answered about \(what) until \(awaited.until)", again)
    case .withdrawn where isStated:
        let moment = awaited.withdrawnAt.map { " at \($0)" } ?? ""
        return make("confirmation.withdrawn", .warning, "\(what) was withdrawn\(moment)", again)
    case .expired, .withdrawn:
        return nil
    }
}

/// That a second factor is missing. Only the user can bind one, so that no plan makes it.
private func secondFactor(of fields: FieldMap<DesiredValue>, _ live: ObservedObject) -> [FieldRemark] {
    guard live.mfaDevices == [] else { return [] }
    if fields[.mfaRequired] == .scalar(.boolean(true)) {
        return [
            FieldRemark(
                address: live.address, field: .mfaRequired, code: "credential.no-mfa", severity: .warning,
                message: "`\(live.address)` has bound no MFA device",
                help: "nobody but the user can bind one, in the console")
        ]
    }
    guard case .list(let list)? = fields[.consoleProtection], list.mode != .none,
        list.items.contains(.word("vmfa"))
    else { return [] }
    return [
        FieldRemark(
            address: live.address, field: .consoleProtection, code: "credential.no-mfa", severity: .warning,
            message: "the login of `\(live.address)` asks for an MFA device, and none is bound",
            help: "let the user bind one in the console before the protection is needed")
    ]
}

/// Which keys are older, or more, than the manifest allows: nobody is kept from using them.
private func keys(
    of fields: FieldMap<DesiredValue>, _ live: ObservedObject, _ asOf: Instant
) -> [FieldRemark] {
    let active = live.accessKeys.filter { $0.status == .active }
    var remarks: [FieldRemark] = []
    func add(_ code: String, _ field: Field, _ message: String, _ help: String) {
        remarks.append(
            FieldRemark(
                address: live.address, field: field, code: code, severity: .warning, message: message,
                help: help))
    }
    if case .scalar(.integer(let most))? = fields[.accessKeysMax], active.count > most {
        add(
            "credential.too-many", .accessKeysMax,
            "`\(live.address)` has \(active.count) access keys that can be used, more than \(most)",
            "an exact list under `accessKeys.keys` disables those that it does not name")
    }
    guard case .scalar(.integer(let days))? = fields[.accessKeysMaxAgeDays] else { return remarks }
    for key in active {
        let age = (asOf.epochSeconds - key.createdAt.epochSeconds) / 86_400
        guard age > days else { continue }
        add(
            "credential.too-old", .accessKeysMaxAgeDays,
            "access key `\(key.name)`, generation \(key.generation), of `\(live.address)` is \(age) days old, more "
                + "than \(days)", "write `generation: \(key.generation + 1)` for a new one")
    }
    return remarks
}
