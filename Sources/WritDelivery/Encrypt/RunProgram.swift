internal import WritModel
internal import WritProcess

extension Encrypter {
    /// What a program writes that ends well.
    ///
    /// - Parameter package: the package that brings it.
    func run(
        _ program: String, of package: String, _ arguments: [String], environment: [String],
        input: Secret? = nil
    ) throws(DeliveryError) -> [UInt8] {
        let started = Program(program, arguments, environment: environment, isLeader: true)
        let deadline = ContinuousClock.now + .seconds(timeout)
        let end: ProgramEnd
        do throws(StartFailure) {
            if let input {
                end = try input.withBytes { (bytes) throws(StartFailure) -> ProgramEnd in
                    try started.run(until: deadline, secretInput: bytes, keepingErrors: errorLimit)
                }
            } else {
                end = try started.run(until: deadline, keepingErrors: errorLimit)
            }
        } catch {
            if error.isMissing { throw .programMissing(program: program, package: package) }
            throw .cannotStart(program: program, reason: error.reason)
        }
        let ending: String
        switch end.ending {
        case .exited(0): return end.output
        case .timedOut: throw .timedOut(program: program, seconds: timeout)
        case .exited(let code): ending = "failed with exit code \(code)"
        case .signalled(let number): ending = "was ended by signal \(number)"
        }
        throw .failed(program: program, ending: ending, said: said(end.errors, hiding: input))
    }
}

/// How much of what a program says is kept, in bytes.
private let errorLimit = 1000

/// What a program said on one line, in printable ASCII; nothing of it where it repeats the secret.
private func said(_ bytes: [UInt8], hiding secret: Secret?) -> String {
    if let secret, holds(bytes, anyPartOf: secret) {
        return "what it said is not shown, since it repeats the secret"
    }
    let words = bytes.split { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.map { word in
        String(decoding: word.map { (0x21...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
    return words.joined(separator: " ")
}
