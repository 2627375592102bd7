import Testing

/// A wrong thing that somebody new to Writ does, and what the message has to say.
struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let arguments: [String]
    let code: Int32
    /// Each has to be in the message: what is wrong, and the fix.
    let texts: [String]
    /// Brings the repository of the first example into the state of the mistake.
    let prepare: @Sendable (Sandbox) throws -> Void

    init(
        _ description: String, _ arguments: [String], _ code: Int32, _ texts: [String],
        _ prepare: @escaping @Sendable (Sandbox) throws -> Void = { _ in }
    ) {
        testDescription = description
        self.arguments = arguments
        self.code = code
        self.texts = texts
        self.prepare = prepare
    }

    static let all = [
        Mistake(
            "an unknown target", ["plan", "--target", "prodution"], 64,
            ["`writ.yaml` has no target `prodution`", "did you mean `production`?"]),
        Mistake(
            "a misspelt field", ["validate"], 1,
            ["iam/users.yaml:8:3", "`dispayName`", "did you mean `displayName`?"]
        ) { sandbox in
            try sandbox.replace("displayName: Alice", by: "dispayName: Alice", in: "iam/users.yaml")
            try sandbox.commit("a typing error")
        },
        Mistake(
            "a misspelt name", ["validate"], 1,
            ["iam/groups.yaml:7:", "there is no `user/alicia` in this target", "did you mean `alice`?"]
        ) { sandbox in
            try sandbox.replace("members: [alice", by: "members: [alicia", in: "iam/groups.yaml")
            try sandbox.commit("a typing error")
        },
        Mistake(
            "a system policy written like one's own", ["validate"], 1,
            ["there is no `policy/IAM ReadOnlyAccess`", "write `{system: IAM ReadOnlyAccess}`"]
        ) { sandbox in
            try sandbox.replace(
                "{system: IAM ReadOnlyAccess}", by: "IAM ReadOnlyAccess", in: "iam/groups.yaml")
            try sandbox.commit("a misunderstanding")
        },
        Mistake(
            "a yes that is no boolean", ["validate"], 1,
            ["iam/users.yaml:11:", "`console.enabled` takes `true` or `false`", "write `true`"]
        ) { sandbox in
            try sandbox.replace("enabled: true", by: "enabled: yes", in: "iam/users.yaml")
            try sandbox.commit("YAML 1.1")
        },
        Mistake(
            "no writ.yaml", ["plan"], 1,
            ["has no `writ.yaml` at the top", "commit one that names a target: its account, and the paths"]
        ) { sandbox in
            try sandbox.git("rm", "-q", "writ.yaml")
            try sandbox.commit("tidy up")
        },
        Mistake(
            "a writ.yaml that is not committed yet", ["plan"], 1,
            ["has no `writ.yaml` at the top", "commit one"]
        ) { sandbox in
            try sandbox.git("rm", "-q", "--cached", "writ.yaml")
            try sandbox.git("commit", "-q", "-m", "oh")
        },
        Mistake(
            "no repository", ["plan", "--repo", "/"], 1,
            ["`/` is not in a git repository", "name a repository, a folder inside one, or its `.git`"]),
        Mistake(
            "no commit yet", ["plan"], 1,
            ["the branch `main` has no commit yet", "commit the manifests first, or read the working tree"]
        ) { sandbox in
            try sandbox.git("update-ref", "-d", "HEAD")
        },
        Mistake(
            "a wrong revision", ["plan", "--rev", "mian"], 1,
            ["no branch, tag or commit is named `mian`", "did you mean `main`?"]),
        Mistake(
            "a revision in git's own language", ["plan", "--rev", "HEAD^"], 1,
            ["`HEAD^`", "give a branch, a tag or a commit id of at least 7 digits, with `~n` behind it"]),
        Mistake(
            "a store in a folder that does not exist",
            ["apply", "--auto-approve", "--store", "sqlite:no/such.db"], 1,
            ["cannot open `no/such.db`", "check that its folder exists"]),
        Mistake(
            "a store that is not named as one", ["plan", "--store", "production.db"], 64,
            ["`production.db` names no store", "write `sqlite:production.db`"]),
        Mistake(
            "a store of a sort that does not exist", ["plan", "--store", "mysql:iam"], 64,
            ["`mysql:iam` names no store", "write `sqlite:PATH`"]),
        Mistake(
            "a kind in the plural", ["import", "--kind", "groups"], 64,
            ["`groups` is no kind", "did you mean `group`?"]),
        Mistake(
            "an object that nothing was done to", ["history", "user/alcie"], 0,
            ["did you mean `user/alice`?"]
        ) { sandbox in
            _ = try sandbox.writ("apply", "--auto-approve")
        },
        Mistake(
            "a bare repository without --store", ["plan", "--repo", "../bare.git"], 64,
            ["a bare repository has no folder for the store", "name one with `--store sqlite:PATH`"]
        ) { sandbox in
            try sandbox.git("clone", "-q", "--bare", ".", "../bare.git")
        },
        Mistake(
            "a revision of the working tree", ["plan", "--rev", "main", "--worktree"], 64,
            ["--worktree and --rev exclude each other"]),
        Mistake(
            "apply with nobody to ask", ["apply"], 5,
            ["nobody is there to ask", "give `--auto-approve`, or apply a saved plan"]),
        Mistake(
            "apply of a plan that does not exist", ["apply", "plan.json"], 1,
            ["cannot read `plan.json`: No such file or directory"]),
        Mistake(
            "apply of something else than a plan", ["apply", "writ.yaml"], 1,
            ["`writ.yaml` cannot be applied: not a plan", "make it again with `writ plan --out`"]),
        Mistake(
            "an address without a kind", ["release", "alice"], 64,
            ["`alice` is no address", "write KIND/NAME, with a kind of: user, group, policy, agency"]),
        Mistake(
            "release of what is not managed", ["release", "user/nobody"], 1,
            ["not managed: user/nobody", "nothing was released"]
        ) { sandbox in
            _ = try sandbox.writ("apply", "--auto-approve")
        },
        Mistake(
            "several targets", ["plan"], 64,
            ["`writ.yaml` has 2 targets: production, staging", "name one with `--target NAME`"]
        ) { sandbox in
            try sandbox.replace(
                "targets:", by: "targets:\n  staging: {account: acme-staging, paths: [iam]}", in: "writ.yaml")
            try sandbox.commit("a second target")
        },
        Mistake("a mistyped command", ["aply"], 64, ["did you mean `writ apply`?", "Usage: writ"]),
        Mistake("a mistyped option", ["plan", "--taget", "x"], 64, ["Did you mean '--target'?"]),
        Mistake(
            "a format that does not exist", ["plan", "--format", "xml"], 64, ["'text', 'json' or 'markdown'"]),
        Mistake(
            "drift before anything was applied", ["drift"], 1,
            ["there is no store yet, so nothing can have drifted", "apply first"]),
        Mistake(
            "release before anything was applied", ["release", "user/alice"], 1,
            ["there is no store `", ".writ/production.db` yet", "`writ apply` makes it"]),
        Mistake(
            "unlock before anything was applied", ["unlock", "abc"], 1,
            ["there is no store `", "`writ apply` makes it"]),
        Mistake(
            "unlock with a wrong nonce", ["unlock", "abc"], 1,
            ["no lease with the nonce `abc` is held", "a refused `writ apply` prints the nonce"]
        ) { sandbox in
            _ = try sandbox.writ("apply", "--auto-approve")
        },
        Mistake(
            "a folder that does not exist as the repository", ["plan", "--repo", "/no/such"], 1,
            ["cannot read `/no/such`", "check that it exists and that this user may read it"]),
        Mistake(
            "a plan saved into a folder that does not exist", ["plan", "--out", "no/such.json"], 1,
            ["cannot write `no/such.json`", "what it leads through has to exist"]),
        Mistake(
            "a plan saved over a folder", ["plan", "--out", "iam"], 1,
            ["cannot write `iam`: Is a directory", "name a file in that folder"]),
        Mistake(
            "a plan that was never saved", ["apply", "plan.json"], 1,
            ["No such file or directory", "save a plan with `writ plan --out plan.json`"]),
        Mistake(
            "apply of a working tree", ["apply", "--worktree"], 64,
            ["only a commit can be applied", "run `git commit`, then `writ apply`"]),
        Mistake(
            "an approval without a saved plan", ["apply", "--approve", "rewind=sha256:0"], 64,
            ["save it with `writ plan --out FILE`", "`writ apply FILE --approve RULE=DIGEST`"]),
        Mistake(
            "an approval of an unknown rule", ["apply", "plan.json", "--approve", "all=sha256:0"], 64,
            ["`all=sha256:0` is no approval", "with a rule of: removed-objects"]),
        Mistake(
            "a date in words", ["plan", "--as-of", "tomorrow"], 64,
            ["`tomorrow` is no date", "write a day as 2027-01-31"]),
        Mistake(
            "a revision that is further back than history", ["plan", "--rev", "main~7"], 1,
            ["goes beyond the first commit", "take back at most `~0`"]),
        Mistake("no address to release", ["release"], 64, ["<address>", "such as group/payments"]),
        Mistake("an unknown shell", ["completions", "tcsh"], 64, ["'bash', 'zsh', 'fish' or 'man'"]),
    ]
}
