internal import ArgumentParser
internal import Glibc
internal import WritEngine
internal import WritModel
internal import WritPlan
internal import WritReport
internal import WritStore

/// `writ apply`.
struct ApplyCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Bring the store to what a revision declares",
        discussion: """
            With a saved plan, exactly that plan is applied, or nothing is: whatever it read must not have \
            changed. Without one, Writ plans, shows the plan and asks.
            """)

    @Argument(
        help: ArgumentHelp("A plan that `writ plan --out` has saved", valueName: "plan"), completion: .file())
    var planFile: String?

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var origin: OriginOptions
    @OptionGroup var delivery: CredentialOptions

    @Option(
        help: ArgumentHelp(
            "Apply only what was reviewed: the effect digest of the reviewed plan, whatever commit it was made for",
            valueName: "effect-digest"))
    var reviewed: String?

    @Option(
        help: ArgumentHelp(
            "The same, by the reviewed plan's file; what differs is named", valueName: "plan"))
    var reviewedPlan: String?

    @Flag(help: "Do not ask")
    var autoApprove = false

    @Option(
        help: ArgumentHelp(
            "Let a saved plan break a guard's rule; repeatable", valueName: "rule=plan-digest"))
    var approve: [String] = []

    @Option(
        help: ArgumentHelp("Take over a live object that differs; repeatable", valueName: "address"),
        completion: .addresses)
    var adopt: [String] = []

    func validate() throws {
        if repository.worktree {
            throw ValidationError(
                "only a commit can be applied, not a working tree: run `git commit`, then `writ apply`")
        }
        if delivery.credentials == "-", output.format != .text {
            throw ValidationError("`--credentials -` and `--format json` would both write to standard output")
        }
        guard planFile != nil else {
            if !approve.isEmpty {
                throw ValidationError(
                    "--approve names the digest of a saved plan: save it with `writ plan --out FILE`, then run "
                        + "`writ apply FILE --approve RULE=DIGEST`")
            }
            return
        }
        if repository.rev != nil { throw ValidationError("the saved plan names its commit: leave --rev out") }
        if !adopt.isEmpty { throw ValidationError("the saved plan says what it adopts: leave --adopt out") }
    }

    func perform() async throws(Failure) -> WritExit {
        let approvals = try readApprovals()
        let adopting = try addresses(adopt)
        let saved = try planFile.map { path throws(Failure) in try readPlan(path) }
        let review = try Review(digest: reviewed, file: reviewedPlan)
        let opened = try OpenRepository(repository, commit: saved?.binding.revision.commit)
        let target = try opened.target(named: repository.target ?? saved?.binding.target)
        let declaration = try await opened.declaration(for: target)
        let planned = try await makeOrTake(saved, declaration, opened, Set(adopting), review)
        guard let planned else { return .refused }

        let account = try await store.openReadWrite(target, root: opened.source.top)
        return try await apply(planned, declaration, to: account, opened, approvals)
    }

    private func readApprovals() throws(Failure) -> [Approval] {
        var approvals: [Approval] = []
        for text in approve {
            guard let approval = Approval(parsing: text) else {
                let rules = GuardRule.allCases.filter { $0 != .adoption }.map(\.rawValue)
                throw .message(
                    "`\(text)` is no approval",
                    help: "write RULE=sha256:…, with a rule of: " + rules.joined(separator: ", "), .usage)
            }
            approvals.append(approval)
        }
        return approvals
    }

    private func readPlan(_ path: String) throws(Failure) -> Plan {
        let plan = try savedPlan(path, isTo: "applied")
        let obstacle: String? =
            if plan.binding.snapshotAt != nil {
                "it was made from a snapshot, not from the live store"
            } else if plan.binding.revision.commit == nil {
                "it was made from a working tree, not from a commit"
            } else {
                nil
            }
        if let obstacle {
            throw .message(
                "`\(path)` cannot be applied: \(obstacle)",
                help:
                    "plan the commit against the store; `--reviewed-plan \(path)` says whether it is the same"
            )
        }
        return plan
    }

    /// The saved plan, or a new one that the user has agreed to; `nil` where the user has not.
    private func makeOrTake(
        _ saved: Plan?, _ declaration: Declaration, _ opened: OpenRepository, _ adopting: Set<Address>,
        _ review: Review?
    ) async throws(Failure) -> Plan? {
        if let saved {
            try review?.check(saved)
            return saved
        }
        let account = try await store.openReadOnly(declaration.target, root: opened.source.top)
        let result = try await plan(
            declaration, try await read(account), opened,
            PlanSettings(tool: Writ.version, now: systemTime(), adopting: adopting))
        if output.format == .text {
            let origins = origin.isWanted ? opened.origins(of: result, repository) : Origins()
            Terminal.output.write(render(result.plan, origins: origins, style: output.style))
            if let access = result.context.access {
                let places = ComparedPlaces(of: declaration)
                Terminal.output.write(
                    "\n" + render(access, of: result.plan, places: places, style: output.style))
            }
            Terminal.error.write(render(notes: origins.notes, style: Terminal.error.style))
        }
        guard result.plan.refusals.isEmpty else {
            throw .engine(.refused(result.plan.refusals, result.plan))
        }
        if let review {
            try await review.check(result.plan, ledger: account.ledger)
            return result.plan
        }
        if autoApprove || !result.plan.changesStore { return result.plan }
        return try isAgreed(result.plan) ? result.plan : nil
    }

    private func isAgreed(_ plan: Plan) throws(Failure) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else {
            throw .message(
                "nobody is there to ask", help: "give `--auto-approve`, or apply a saved plan", .refused)
        }
        Terminal.error.write("Apply this to \(plan.binding.target)? Only `yes` is taken: ")
        if readLine() == "yes" { return true }
        Terminal.error.write("nothing was changed\n")
        return false
    }

    private func apply(
        _ plan: Plan, _ declaration: Declaration, to account: Account, _ opened: OpenRepository,
        _ approvals: [Approval]
    ) async throws(Failure) -> WritExit {
        catchInterrupts()
        let style: Style = Terminal.error.takesColors ? .colored : .plain
        let count = plan.changes.count
        let environment = ApplyEnvironment(
            holder: currentHolder(), run: randomText(), nonce: randomText(), now: systemTime,
            isGone: isGone, isInterrupted: isInterrupted,
            courier: delivery.courier(to: declaration.target),
            report: { index, change, result in
                Terminal.error.write(progressLine(index, of: count, change, result, style: style) + "\n")
            })
        do throws(EngineError) {
            // History is read before the lease: the commit that was applied by then is the one asked for.
            let applied = try await appliedCommit(account)
            let succession = applied.map { opened.succession(of: $0) } ?? .none
            let report = try await WritEngine.apply(
                plan, of: declaration, to: account,
                succession: { $0 == applied ? succession : .unknown("it was applied a moment ago") },
                approvals: approvals, environment: environment)
            switch output.format {
            case .text: Terminal.output.write(render(report, style: output.style))
            case .json: Terminal.output.write(json(report).prettyText)
            }
            return exit(for: report)
        } catch {
            throw .engine(error)
        }
    }

    private func appliedCommit(_ account: Account) async throws(EngineError) -> String? {
        do {
            return try await account.ledger.applied().revision?.commit
        } catch {
            throw .store(error)
        }
    }

    private func exit(for report: ApplyReport) -> WritExit {
        if report.isComplete { return .done }
        let conflict = report.results.contains { if case .conflict = $0.result { true } else { false } }
        if report.appliedCount > 0 { return .partial }
        return conflict || report.wasInterrupted ? .refused : .failed
    }
}
