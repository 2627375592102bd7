internal import WritModel
internal import WritStore

/// What users have beside their rows, by user's id.
struct UserBelongings {
    private(set) var keys: [String: [LiveAccessKey]] = [:]
    /// The generations of passwords that Writ has set.
    private(set) var passwords: [String: Int] = [:]
    private(set) var awaited: [String: [AwaitedConfirmation]] = [:]
    /// `nil` where nobody records them.
    private var devices: [String: [MFADevice]]?

    /// Nothing, as objects have it that are no users.
    init() {}

    /// What the selected users have. Call it in a transaction; cost: a statement for each table.
    init(_ selection: ObjectReader.Selection, in database: Database) throws(StoreError) {
        keys = try AccessKeyRows(database: database).byUser(selection)
        passwords = try PasswordRows(database: database).generations(selection)
        awaited = try ConfirmationRows(database: database).byUser(selection)
        let isRecorded =
            try database.first("SELECT records_mfa_devices FROM confirmation_rules") { $0.integer(0) == 1 }
            ?? false
        guard isRecorded else { return }
        var devices: [String: [MFADevice]] = [:]
        let (condition, values) = selection.condition(id: "user_id", objects: "users")
        try database.each("SELECT user_id, id, sort, bound_at FROM mfa_devices\(condition)", values) { row in
            devices[row.requiredText(0), default: []].append(
                MFADevice(
                    row.requiredText(1), MFADevice.Sort(rawValue: row.requiredText(2)) ?? .virtual,
                    boundAt: row.integer(3).map(Instant.init(epochSeconds:))))
        }
        self.devices = devices
    }

    /// The second factors of the user with that id; `nil` where nobody records them.
    func mfaDevices(of id: String) -> [MFADevice]? { devices.map { $0[id] ?? [] } }
}
