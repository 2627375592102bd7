import WritDiagnostics
import WritEngine
import WritModel
import WritPlan
import WritStore
import WritTestKit

/// The moment at which the tests' plans are made.
let noon = Instant(epochSeconds: 1_795_348_800)

/// Somebody who plans and applies states to one account, a second later each time.
final class Desk {
    let account: Account
    var target: Target
    var now = noon
    let courier = RecordingCourier()
    private var runs = 0
    private var commits = 0

    init(_ account: Account, target: Target = Target(name: "production", account: "acme")) {
        self.account = account
        self.target = target
    }

    /// A declaration of `state` by a new commit.
    func declare(
        _ state: DesiredState, manifestCount: Int? = nil, missingPaths: [String] = [],
        file: (Address) -> String = { "iam/\($0.kind.rawValue).yaml" }
    ) -> Declaration {
        commits += 1
        let digits = String(commits, radix: 16)
        let commit = String(repeating: "0", count: 40 - digits.count) + digits
        var sources = SourceMap()
        for address in state.objects.keys {
            let line = SourcePosition(line: 4, column: 9)
            sources.objects[address] = ObjectSource(
                name: SourceSpan(file: file(address), start: line, end: line))
        }
        return Declaration(
            revision: Revision(commit: commit, name: "main", repository: "/repository"), target: target,
            desired: state, sources: sources, manifestCount: manifestCount ?? state.objects.count,
            missingPaths: missingPaths)
    }

    func plan(
        _ declaration: Declaration, succession: Succession = .descendant, adopting: Set<Address> = []
    ) async throws -> PlanResult {
        let state = try await readState(store: account.store, ledger: account.ledger)
        return try makePlan(
            declaration, against: state, succession: { _ in succession },
            settings: PlanSettings(tool: Writ.version, now: now, adopting: adopting))
    }

    /// Applies a plan with the given approvals.
    func apply(
        _ plan: Plan, of declaration: Declaration, succession: Succession = .descendant,
        approvals: [Approval] = [], isInterrupted: @escaping @Sendable () -> Bool = { false }
    ) async throws -> ApplyReport {
        runs += 1
        now = now.advanced(by: 1)
        let moment = now
        return try await WritEngine.apply(
            plan, of: declaration, to: account, succession: { _ in succession }, approvals: approvals,
            environment: ApplyEnvironment(
                holder: LeaseHolder(actor: "tester@desk", boot: "boot", processID: 1, processStart: "1"),
                run: "run-\(runs)", nonce: "nonce-\(runs)", now: { moment },
                isGone: { _ in true }, isInterrupted: isInterrupted, courier: courier))
    }

    /// Plans and applies `state`, approving whatever a guard refuses.
    @discardableResult
    func bring(_ state: DesiredState, adopting: Set<Address> = []) async throws -> ApplyReport {
        let declaration = declare(state)
        return try await bring(declaration, adopting: adopting)
    }

    @discardableResult
    func bring(_ declaration: Declaration, adopting: Set<Address> = []) async throws -> ApplyReport {
        let plan = try await plan(declaration, adopting: adopting).plan
        let approvals = plan.refusals.map { Approval($0.rule, plan.digest) }
        return try await apply(plan, of: declaration, approvals: approvals)
    }

    func observed() async throws -> ObservedState {
        try await readState(store: account.store, ledger: account.ledger).observed
    }

    func applied() async throws -> AppliedState {
        try await account.ledger.applied()
    }

    func drift() async throws -> Drift {
        let state = try await readState(store: account.store, ledger: account.ledger)
        return WritPlan.drift(
            applied: state.applied, observed: state.observed, capabilities: state.capabilities, asOf: now)
    }
}

/// A store in memory and a desk at it.
func memoryDesk(
    _ capabilities: Capabilities = Capabilities(parallelism: 4)
) -> (desk: Desk, account: InMemoryAccount) {
    let account = InMemoryAccount(capabilities: capabilities)
    return (Desk(account.account), account)
}

extension Capabilities {
    /// Those of a store whose users confirm their contacts and accept invitations.
    static let confirming = Capabilities(
        exceptions: [
            .user: Dictionary(
                uniqueKeysWithValues: ([.email, .phone] + Field.invitations).map { ($0, .asyncVerify) })
        ], parallelism: 4)
}
