internal import WritDigest
internal import WritModel
internal import WritPlan
internal import WritStore

/// Why a credential is not made.
struct NoCredential: Error {
    var outcome: Outcome
}

extension SQLiteAccount {
    /// A credential of random letters; a password besides as it is to be set, by the account's rules of this moment.
    /// Nothing is written yet.
    func newCredential(
        _ order: CredentialOrder, for user: Address, at now: Instant
    ) throws(StoreError) -> Result<(CreatedCredential, PreparedPassword?), NoCredential> {
        var random = SystemRandomNumberGenerator()
        switch order.name {
        case .accessKey:
            let id = String(decoding: letters(20, of: keyLetters, &random), as: UTF8.self)
            let secret = Secret(copying: letters(40, of: secretLetters, &random))
            return .success(
                (CreatedCredential(user: user, order: order, id: id, secret: secret, createdAt: now), nil))
        case .password:
            let found = try reading { database throws(StoreError) in
                (
                    try PasswordRows(database: database).situation(of: user.name),
                    try ChangePerformer(database: database, now: now).object(user)
                )
            }
            guard let situation = found?.0, let live = found?.1 else {
                return .failure(NoCredential(outcome: .conflict("\(user) is not there")))
            }
            let password = generatePassword(rules: situation.rules, owner: situation.owner) {
                UInt8.random(in: .min ... .max, using: &random)
            }
            let setter = PasswordSetter.administrator(
                generation: order.generation,
                mustChange: live.fields[.consoleResetAtNextLogin] != .boolean(false))
            let created = CreatedCredential(
                user: user, order: order, id: "", secret: password, createdAt: now)
            switch try preparePassword(
                password, for: user.name, by: setter, at: now, salt: randomSalt(), cost: .standard)
            {
            case .ready(let prepared): return .success((created, prepared))
            case .not(let outcome): return .failure(NoCredential(outcome: refusal(outcome, user)))
            }
        }
    }
}

/// The letters of access keys' ids.
private let keyLetters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
private let secretLetters = keyLetters + Array("abcdefghijklmnopqrstuvwxyz".utf8)

private func letters(
    _ count: Int, of alphabet: [UInt8], _ random: inout SystemRandomNumberGenerator
) -> [UInt8] {
    (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }
}

private func refusal(_ outcome: PasswordOutcome, _ user: Address) -> Outcome {
    switch outcome {
    case .done: preconditionFailure("preparing sets nothing")
    case .generationTaken(let found): .conflict("the password of \(user) has generation \(found) already")
    case .noSuchUser: .conflict("\(user) is not there")
    case .refused(let violations):
        .failed(
            "the account's rules allow no password that could be made: "
                + violations.map { "\($0)" }.joined(separator: "; "), isRetryable: false)
    }
}
