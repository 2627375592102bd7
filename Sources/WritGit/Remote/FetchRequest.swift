internal import WritModel

/// What the fetching process is asked to do, as JSON on its standard input. Holds no secret.
struct FetchRequest: Hashable, Sendable {
    /// The process that asks: when it is gone, the fetch is too.
    var asker: Int32
    /// The repository.
    var remote: RemoteURL
    /// The bare repository that is fetched into.
    var folder: String
    /// How many bytes are received at most.
    var byteLimit: Int
    /// The user's home, for git's credential helpers.
    var home: String
    /// Whether a `file` repository may belong to somebody else.
    var anyOwner: Bool
    /// The certificates of the authorities to trust instead of the system's; empty for the system's.
    var authorities: String
    /// What the known hosts say about the host of an `ssh` repository.
    var hostKeys: HostKeys

    /// As JSON.
    var json: JSONValue {
        [
            "asker": .integer(Int(asker)), "remote": .string(remote.description), "folder": .string(folder),
            "byteLimit": .integer(byteLimit), "home": .string(home), "anyOwner": .boolean(anyOwner),
            "authorities": .string(authorities), "known": keys(hostKeys.known),
            "revoked": keys(hostKeys.revoked),
        ]
    }

    /// Reads what ``json`` writes; `nil` for anything else.
    init?(_ json: JSONValue) {
        guard let asker = json["asker"]?.integer, let text = json["remote"]?.string,
            let remote = try? RemoteURL(parsing: text), let folder = json["folder"]?.string,
            let byteLimit = json["byteLimit"]?.integer, let home = json["home"]?.string,
            let anyOwner = json["anyOwner"]?.boolean, let authorities = json["authorities"]?.string
        else { return nil }
        self.init(
            asker: Int32(truncatingIfNeeded: asker), remote: remote, folder: folder, byteLimit: byteLimit,
            home: home, anyOwner: anyOwner, authorities: authorities,
            hostKeys: HostKeys(known: hostKeyList(json["known"]), revoked: hostKeyList(json["revoked"])))
    }

    init(
        asker: Int32, remote: RemoteURL, folder: String, byteLimit: Int, home: String, anyOwner: Bool,
        authorities: String, hostKeys: HostKeys
    ) {
        self.asker = asker
        self.remote = remote
        self.folder = folder
        self.byteLimit = byteLimit
        self.home = home
        self.anyOwner = anyOwner
        self.authorities = authorities
        self.hostKeys = hostKeys
    }
}

private func keys(_ keys: [HostKey]) -> JSONValue {
    .array(keys.map { ["type": .string($0.type), "text": .string($0.text)] })
}

private func hostKeyList(_ json: JSONValue?) -> [HostKey] {
    (json?.array ?? []).compactMap { item in
        guard let type = item["type"]?.string, let text = item["text"]?.string else { return nil }
        return HostKey(type: type, text: text)
    }
}

/// What the fetching process answers, as JSON on its standard output.
enum FetchAnswer: Hashable, Sendable {
    /// The repository now holds the branches and tags of the remote.
    case fetched(bytes: Int)
    /// Nothing was changed that counts.
    case failed(RemoteError)

    /// As JSON.
    var json: JSONValue {
        switch self {
        case .fetched(let bytes): ["bytes": .integer(bytes)]
        case .failed(let error):
            [
                "kind": .string(error.kind.rawValue), "detail": .string(error.detail),
                "keyType": .string(error.keyType), "fingerprint": .string(error.fingerprint),
            ]
        }
    }

    /// Reads what ``json`` writes; `nil` for anything else.
    init?(_ json: JSONValue) {
        if let bytes = json["bytes"]?.integer {
            self = .fetched(bytes: bytes)
            return
        }
        guard let kind = json["kind"]?.string.flatMap(RemoteError.Kind.init),
            let detail = json["detail"]?.string
        else { return nil }
        self = .failed(
            RemoteError(
                kind, detail: detail, keyType: json["keyType"]?.string ?? "",
                fingerprint: json["fingerprint"]?.string ?? ""))
    }
}
