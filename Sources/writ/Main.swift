import WritCLI

@main
enum Main {
    static func main() async {
        await runCommandLine()
    }
}
