/// The codes that mean something else than their status. In lower case: the vendor writes them both ways.
private let kinds: [String: HuaweiError.Kind] = {
    let rows: [(HuaweiError.Kind, [String])] = [
        (.conflict, ["1109", "1110", "1111", "1113", "iam.0005", "pap5.0028"]),
        (.reserved, ["1107"]),
        (.quota, ["1115", "aksknumexceed", "pap5.0003"]),
        (.precondition, ["iam.1061", "iam.1062"]),
        (.credentials, ["iam.1104", "iam.1105", "iam.1106", "iam.1107", "iam.1108"]),
        (.credentials, ["iam.0061", "iam.0062"]),
        (.session, ["iam.0001", "iam.0066", "iam.0067", "apigw.0301"]),
        (.permission, ["iam.0002", "iam.0003", "iam.0080", "iam.0081", "iam.0082", "iam.0083", "pap5.0001"]),
        (.notFound, ["iam.0004", "pap5.0012"]),
        (.otherRegion, ["iam.0020"]),
        (.throttled, ["iam.0012", "apigw.0308"]),
        (.serverFault, ["iam.0006"]),
    ]
    return Dictionary(uniqueKeysWithValues: rows.flatMap { kind, codes in codes.map { ($0, kind) } })
}()

/// What an answer means, by its code where that is known, else by its status.
func kind(ofCode code: String?, status: Int) -> HuaweiError.Kind {
    if let code, let kind = kinds[code.lowercased()] { return kind }
    return switch status {
    case 400, 406, 415, 422: .invalidInput
    case 401: .session
    case 403: .permission
    case 404: .notFound
    case 405, 501: .unsupported
    case 409, 412: .conflict
    case 410: .otherRegion
    case 413: .tooLarge
    case 429: .throttled
    case 502, 503, 504: .unavailable
    case 500...599: .serverFault
    default: .unknown
    }
}
