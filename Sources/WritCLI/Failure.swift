internal import ArgumentParser
internal import WritDiagnostics
internal import WritDigest
internal import WritEngine
internal import WritGit
internal import WritModel
internal import WritPlan
internal import WritReport
internal import WritStore

/// Why a command ends early, with all that its message needs.
enum Failure: Error {
    /// Something about the manifests; `sources` are the files whose lines are shown.
    case invalid([Diagnostic], sources: [String: SourceText])
    case git(GitError)
    case remote(RemoteError)
    case engine(EngineError)
    /// What would be done is not what was reviewed; `plan` is the reviewed one, if it is at hand.
    case unreviewed(Plan, reviewed: Digest, plan: Plan?)
    /// Anything else that went wrong, with what helps.
    case message(String, help: String?, WritExit = .failed)

    var exit: WritExit {
        switch self {
        case .invalid, .git: .failed
        case .remote(let error): error.isUsage ? .usage : .failed
        case .engine(let error): error.exit
        case .unreviewed: .refused
        case .message(_, _, let exit): exit
        }
    }

    /// The message for standard error.
    func text(_ style: Style) -> String {
        switch self {
        case .invalid(let diagnostics, let sources):
            return render(diagnostics, sources: { sources[$0] }, style: style)
        case .git(let error): return line(error.description, code: error.code, help: error.help, style)
        case .remote(let error): return line(error.description, help: error.help, style)
        case .engine(let error): return error.text(style)
        case .unreviewed(let fresh, let reviewed, let plan):
            return renderUnreviewed(fresh, reviewed: reviewed, before: plan, style: style)
        case .message(let message, let help, _): return line(message, help: help, style)
        }
    }
}

/// `error: …` or `error[code]: …` and, below it, `help: …`.
private func line(_ message: String, code: String? = nil, help: String?, _ style: Style) -> String {
    let word = "error" + (code.map { "[\($0)]" } ?? "")
    var text = style.paint(word, .error) + ": " + terminalSafe(message) + "\n"
    if let help { text += style.paint("help", .help) + ": " + terminalSafe(help) + "\n" }
    return text
}

extension EngineError {
    fileprivate var exit: WritExit {
        switch self {
        case .store(.leaseHeld), .store(.leaseLost), .refused, .stale: .refused
        case .incomplete: .incomplete
        case .store, .invalid, .notManaged, .courier: .failed
        }
    }

    fileprivate func text(_ style: Style) -> String {
        switch self {
        case .store(let error): return line(error.description, help: error.help, style)
        case .incomplete(let reason):
            return line(
                "not everything could be read, so nothing is concluded: \(reason)",
                help: "run it again when the store can be read in full", style)
        case .invalid(let diagnostics): return render(diagnostics, sources: { _ in nil }, style: style)
        case .refused(let refusals, let plan): return render(refusals, of: plan, style: style)
        case .stale(let reasons): return render(reasons, style: style)
        case .courier(let error, let credential):
            return line("\(credential): \(error)", help: error.help, style)
        case .notManaged(let names):
            return line(
                "not managed: " + names.joined(separator: ", "),
                help: "`writ drift` lists what is not managed; nothing was released", style)
        }
    }
}

extension StoreError {
    /// What the user can do about it.
    fileprivate var help: String? {
        switch self {
        case .busy: "wait until the other program is done, or end it"
        case .newerSchema: "use the Writ that made it, or a newer one"
        case .corrupt: "restore the database from a backup; nothing was written"
        case .readOnly: "check who owns the file and its folder"
        case .full: "free some space and run the command again; nothing was lost"
        case .notOurs: "name another file with `--store sqlite:PATH`"
        case .wrongAccount: "check `account` in `writ.yaml`, and `--store`"
        case .leaseHeld(let lease):
            "wait, or if that process is gone for good: `writ unlock \(lease.nonce)`"
        case .leaseLost: "run apply again: it goes on where this run stopped"
        case .noSuchLease: "a refused `writ apply` prints the nonce of the lease that is held"
        case .cannotOpen:
            "check that its folder exists and may be read, or name another `--store sqlite:PATH`"
        case .refused: "look for a trigger or constraint that Writ did not make; nothing was written"
        case .io: "check the disk and who owns the file; nothing was concluded from it"
        }
    }
}
