internal import WritModel

extension LiveAccessKey {
    /// A key as a snapshot has it.
    var json: JSONValue {
        [
            "id": .string(id), "name": .string(name), "generation": .integer(generation),
            "status": .string(status.rawValue), "createdAt": .string(createdAt.description),
            "lastUsedAt": optional(lastUsedAt?.description), "disabledAt": optional(disabledAt?.description),
        ]
    }

    /// Reads ``json`` back; `nil` where it does not fit.
    init?(json: JSONValue) {
        guard let id = json["id"]?.string, let name = json["name"]?.string,
            let generation = json["generation"]?.integer,
            let status = json["status"]?.string.flatMap(DeclaredAccessKey.Status.init),
            let createdAt = json["createdAt"]?.string.flatMap(Instant.init(rfc3339:))
        else { return nil }
        self.init(
            id: id, name: name, generation: generation, status: status, createdAt: createdAt,
            lastUsedAt: json["lastUsedAt"]?.string.flatMap(Instant.init(rfc3339:)),
            disabledAt: json["disabledAt"]?.string.flatMap(Instant.init(rfc3339:)))
    }
}

extension AwaitedConfirmation {
    /// What waits for a person, as a snapshot has it.
    var json: JSONValue {
        [
            "field": .string(field.rawValue), "value": .string(value),
            "requestedAt": .string(requestedAt.description), "until": .string(until.description),
            "withdrawnAt": optional(withdrawnAt?.description),
        ]
    }

    /// Reads ``json`` back; `nil` where it does not fit.
    init?(json: JSONValue) {
        guard let field = json["field"]?.string.flatMap(Field.init(rawValue:)),
            let value = json["value"]?.string,
            let requestedAt = json["requestedAt"]?.string.flatMap(Instant.init(rfc3339:)),
            let until = json["until"]?.string.flatMap(Instant.init(rfc3339:))
        else { return nil }
        self.init(
            field, value, requestedAt: requestedAt, until: until,
            withdrawnAt: json["withdrawnAt"]?.string.flatMap(Instant.init(rfc3339:)))
    }
}

extension MFADevice {
    /// A second factor as a snapshot has it.
    var json: JSONValue {
        [
            "id": .string(id), "sort": .string(sort.rawValue), "boundAt": optional(boundAt?.description),
        ]
    }

    /// Reads ``json`` back; `nil` where it does not fit.
    init?(json: JSONValue) {
        guard let id = json["id"]?.string, let sort = json["sort"]?.string.flatMap(Sort.init(rawValue:))
        else { return nil }
        self.init(id, sort, boundAt: json["boundAt"]?.string.flatMap(Instant.init(rfc3339:)))
    }
}
