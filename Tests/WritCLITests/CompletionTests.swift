import Foundation
import Testing

/// Completions in the shells themselves, the manual page, and the version.
@Suite struct CompletionTests {
    /// What a person types, with the cursor at the end, and what is offered.
    struct Row: Sendable, CustomTestStringConvertible {
        let words: [String]
        let offered: [String]
        var missing: [String] = []
        /// Whether the program itself is asked; fish has to be typed at for that.
        var isAsked = false

        var testDescription: String { words.joined(separator: " ") }
        var last: String { words.last ?? "" }
    }

    static let rows = [
        Row(words: ["writ", "pl"], offered: ["plan"], missing: ["apply"]),
        Row(
            words: ["writ", ""], offered: ["init", "validate", "plan", "apply", "drift", "completions"],
            missing: ["fetch-child"]),
        Row(words: ["writ", "plan", "--wo"], offered: ["--worktree"]),
        Row(words: ["writ", "plan", "--format", ""], offered: ["text", "json"]),
        Row(words: ["writ", "plan", "--target", ""], offered: ["production"], isAsked: true),
        Row(
            words: ["writ", "release", "user/a"], offered: ["user/alice"], missing: ["user/bob"],
            isAsked: true),
        Row(words: ["writ", "completions", ""], offered: ["bash", "zsh", "fish", "man"]),
    ]

    @Test(arguments: rows) func `bash offers`(_ row: Row) throws {
        let sandbox = try Self.sandbox()
        let script = """
            set -u
            PATH="$(dirname "$WRIT"):$PATH"
            source writ.bash
            COMP_WORDS=(\(row.words.map { "'\($0)'" }.joined(separator: " ")))
            COMP_CWORD=\(row.words.count - 1)
            COMP_LINE="${COMP_WORDS[*]}" COMP_POINT=\(row.words.joined(separator: " ").utf8.count) COMP_TYPE=9
            $(complete -p writ | sed 's/.*-F \\([^ ]*\\) .*/\\1/') writ '\(row.last)' '\(row.words[row.words.count - 2])'
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let result = try sandbox.bash(script)
        expect(result, row)
    }

    @Test(arguments: rows.filter { !$0.isAsked }) func `fish offers`(_ row: Row) throws {
        let sandbox = try Self.sandbox()
        guard let fish = Self.find("fish") else { return }
        let line = row.words.joined(separator: " ")
        let script = "set PATH (dirname $WRIT) $PATH; source writ.fish; complete -C '\(line)'"
        let result = try sandbox.run(fish, ["--no-config", "-c", script])
        expect(result, row)
    }

    /// zsh completes only in its line editor: one is run in a pseudo terminal and typed at.
    @Test(arguments: rows) func `zsh offers`(_ row: Row) throws {
        let sandbox = try Self.sandbox()
        guard let zsh = Self.find("zsh") else { return }
        try sandbox.write(Self.zshSetup, to: "setup.zsh")
        try sandbox.write(Self.zshTyping, to: "type.zsh")
        let result = try sandbox.run(zsh, ["-f", "type.zsh", row.words.joined(separator: " ")])
        expect(result, row)
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func `the script is whole in the eyes of its shell`(
        _ shell: String
    ) throws {
        let sandbox = try Self.sandbox()
        guard let path = Self.find(shell) else { return }
        let result = try sandbox.run(path, ["-n", "writ.\(shell)"])
        #expect(result.code == 0, "\(result.stderr)")
        #expect(result.stderr == "")
    }

    @Test func `outside of any repository nothing is offered, and nothing goes wrong`() throws {
        let sandbox = try Sandbox()
        let result = try sandbox.writ(
            "---completion", "plan", "--", "--target", "2", "0", "writ", "plan", "--target", "",
            environment: ["SAP_SHELL": "bash"])
        #expect(!result.stdout.contains("error"))
        #expect(!result.stderr.contains("Fatal"))
    }

    @Test func `the manual is without fault, and tells every command, option and exit code`() throws {
        let sandbox = try Sandbox()
        let page = try sandbox.writ("completions", "man").stdout
        try sandbox.write(page, to: "writ.1")
        let groff = try #require(Self.find("groff"))
        let shown = try sandbox.run(groff, ["-man", "-Tascii", "-ww", "-P-cbou", "writ.1"])
        #expect(shown.code == 0)
        #expect(shown.stderr == "", "\(shown.stderr)")
        if let mandoc = Self.find("mandoc") {
            let lint = try sandbox.run(mandoc, ["-T", "lint", "-W", "warning", "writ.1"])
            #expect(lint.stdout.split(separator: "\n").filter { !$0.contains("missing date") } == [])
        }
        for text in [
            "writ - keep identity and access management in git", "writ plan", "--valid-for minutes",
            "writ release <address> ...", "64     Wrong usage.", "WRIT_STORE", "(default: 60).",
        ] { #expect(shown.stdout.contains(text), "\(text)") }
        #expect(!shown.stdout.contains("fetch-child"))
        let help = try sandbox.writ("--help").stdout
        for command in help.matches(of: /\n  ([a-z]+) {2,}/) {
            #expect(shown.stdout.contains("writ \(command.1)"), "\(command.1)")
        }
    }

    @Test func `the version names the commit it was built from, where there is one`() throws {
        let result = try Sandbox().writ("--version")
        #expect(result.code == 0)
        let match = try #require(
            result.stdout.wholeMatch(of: /writ \d+\.\d+\.\d+( \(([0-9a-f]{7,}), \d{4}-\d{2}-\d{2}\))?\n/),
            "\(result.stdout)")
        guard FileManager.default.fileExists(atPath: SchemaValidator.root + "/.git") else { return }
        let commit = try #require(match.output.2.map(String.init), "built in git, but without a commit")
        let found = try runProcess(
            "git", ["cat-file", "-t", commit], in: SchemaValidator.root,
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"], seconds: 60
        )
        #expect(found.stdout == "commit\n", "\(found.stderr)")
    }

    private func expect(_ result: CommandResult, _ row: Row) {
        #expect(result.code == 0, "\(result.stderr)")
        let offered = result.stdout.split(whereSeparator: \.isNewline)
            .map { $0.prefix { $0 != "\t" }.trimmingCharacters(in: .whitespaces) }
        for word in row.offered { #expect(offered.contains(word), "\(word) in \(offered)\n\(result.stderr)") }
        for word in row.missing { #expect(!offered.contains(word), "\(word) in \(offered)") }
    }

    /// The first example with the scripts beside it.
    private static func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox(Example.first)
        for shell in ["bash", "zsh", "fish"] {
            let script = try sandbox.writ("completions", shell)
            #expect(script.code == 0, "\(script.stderr)")
            try sandbox.write(script.stdout, to: "writ.\(shell)")
        }
        return sandbox
    }

    /// The shells of the system; those that are not installed are not asked.
    private static func find(_ name: String) -> String? {
        ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + name }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// What is offered is printed, a line each, instead of being shown.
    private static let zshSetup = """
        PROMPT="PROMPT"'> ' RPROMPT=
        PATH="${WRIT:h}:$PATH"
        autoload -Uz compinit
        compinit -D -u
        source ./writ.zsh
        compdef _writ writ
        bindkey '^I' complete-word
        compadd() {
            if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
            typeset -a found
            builtin compadd -A found "$@"
            local word
            for word in "${found[@]}"; do print -r -- $'\\n'"$word"; done
        }
        """

    /// Types a line and the tab key, and ends when nothing comes any more.
    private static let zshTyping = """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell 'source ./setup.zsh'
        # The prompt is shown when the line editor has taken the terminal.
        zpty -r -m shell text '*PROMPT> *'
        zpty -w -n shell "$1"$'\\t'
        zpty -w shell $'\\x15print EN''D'
        zpty -r -m shell text '*END*'
        print -r -- "$text"
        zpty -d shell
        """
}

extension Sandbox {
    /// Runs a bash script in the repository; `$WRIT` is the program.
    func bash(_ script: String) throws -> CommandResult { try run("/bin/bash", ["-c", script]) }

    /// Runs a program in the repository, with `$WRIT` in its environment.
    func run(_ executable: String, _ arguments: [String]) throws -> CommandResult {
        try runProcess(
            executable, arguments, in: path,
            environment: environment.merging(["WRIT": WritProgram.path]) { $1 }, seconds: 60)
    }
}
