import WritCLI
import WritCommit

/// The program `writ`; all it does is in WritCLI.
@main
enum Main {
    static func main() async {
        await runCommandLine(commit: builtCommit)
    }
}
