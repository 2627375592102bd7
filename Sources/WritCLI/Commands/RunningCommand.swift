internal import ArgumentParser
internal import WritReport

/// A command that ends with one of Writ's codes and reports failures in one place.
protocol RunningCommand: AsyncParsableCommand {
    /// Does the command's work and says how it ended.
    func perform() async throws(Failure) -> WritExit
}

extension RunningCommand {
    mutating func run() async throws {
        let exit: WritExit
        do throws(Failure) {
            exit = try await perform()
        } catch {
            Terminal.error.write(error.text(Terminal.error.takesColors ? .colored : .plain))
            exit = error.exit
        }
        if exit != .done { throw exit.code }
    }
}
