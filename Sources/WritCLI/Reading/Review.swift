internal import WritDigest
internal import WritEngine
internal import WritPlan
internal import WritStore

/// What people have reviewed: a plan of an earlier commit, known by what it does.
struct Review {
    /// The effect digest of the reviewed plan.
    let digest: Digest
    /// The reviewed plan, if it is at hand.
    let plan: Plan?

    /// The review that the options name, if any.
    ///
    /// - Throws: ``Failure`` for a text that is no digest, a file that is no plan, or two that contradict.
    init?(digest text: String?, file: String?) throws(Failure) {
        let plan = try file.map { path throws(Failure) in try savedPlan(path, isTo: "compared with") }
        if let text {
            guard let digest = Digest(parsing: text) else {
                throw .message(
                    "`\(text)` is no digest",
                    help: "write sha256: and 64 digits, as `writ plan` prints behind `effect`",
                    .usage)
            }
            if let plan, plan.effectDigest != digest {
                throw .message(
                    "--reviewed and --reviewed-plan name two plans",
                    help: "the file's effect digest is \(plan.effectDigest)", .usage)
            }
            self.digest = digest
        } else if let plan {
            self.digest = plan.effectDigest
        } else {
            return nil
        }
        self.plan = plan
    }

    /// Refuses a saved plan that does something else.
    func check(_ saved: Plan) throws(Failure) {
        guard saved.effectDigest == digest else {
            throw .unreviewed(saved, reviewed: digest, plan: plan)
        }
    }

    /// Refuses a plan made anew that does something else than what is left of the reviewed one.
    func check(_ fresh: Plan, ledger: any Ledger) async throws(Failure) {
        let isSame: Bool
        do {
            isSame = try await isReviewed(fresh, as: digest, ledger: ledger)
        } catch {
            throw .engine(error)
        }
        guard isSame else { throw .unreviewed(fresh, reviewed: digest, plan: plan) }
    }
}

/// The largest plan file that is read, in bytes.
private let planLimit = 256 << 20

/// Reads a plan that `writ plan --out` has saved.
///
/// - Parameter purpose: what it cannot be, where it cannot be read, such as `applied`.
func savedPlan(_ path: String, isTo purpose: String) throws(Failure) -> Plan {
    let bytes = try contents(
        ofFile: path, atMost: planLimit, whenMissing: "save a plan with `writ plan --out \(path)`")
    do {
        return try Plan(file: bytes)
    } catch {
        throw .message(
            "`\(path)` cannot be \(purpose): \(error)", help: "make it again with `writ plan --out`")
    }
}
