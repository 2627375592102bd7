import WritCLI

@main
enum Main {
    static func main() async {
        await WritCommand.main()
    }
}
