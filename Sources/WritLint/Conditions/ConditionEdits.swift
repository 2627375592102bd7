package import WritManifest
internal import WritModel
internal import WritPolicy

extension WrittenCondition {
    /// Puts the key under another operator; `nil` where that one has the key already.
    package func moving(to name: String) -> [DocumentEdit]? {
        let keys = all.members.first { $0.path == operatorPath }?.members ?? []
        let other = all.members.first { $0.name.lowercased() == name.lowercased() }
        if let other, other.path != operatorPath {
            let key = meaning.key
            guard !other.members.contains(where: { $0.name.lowercased() == key }) else { return nil }
            return removing() + [.set(other.path.member(meaning.keyName), json)]
        }
        if keys.count == 1 { return [.rename(operatorPath, name)] }
        return removing() + [.set(all.path.member(name), .object([.init(meaning.keyName, json)]))]
    }

    /// Takes the key out, with what it would leave empty.
    package func removing() -> [DocumentEdit] {
        let keys = all.members.first { $0.path == operatorPath }?.members ?? []
        if keys.count > 1 { return [.remove(path)] }
        return all.members.count > 1 ? [.remove(operatorPath)] : [.remove(all.path)]
    }

    /// Takes a value out, with what it would leave empty.
    package func removing(_ value: Value) -> [DocumentEdit] {
        values.count > 1 ? [.remove(value.path)] : removing()
    }
}

extension WrittenCondition {
    /// Adds that the key has to be there; `nil` where `Null` says something about it already.
    package func demandingPresence() -> [DocumentEdit]? {
        let key = meaning.key
        guard let null = all.members.first(where: { $0.name.lowercased() == "null" }) else {
            return [.set(all.path.member("Null"), .object([.init(meaning.keyName, .array(["false"]))]))]
        }
        guard !null.members.contains(where: { $0.name.lowercased() == key }) else { return nil }
        return [.set(null.path.member(meaning.keyName), .array(["false"]))]
    }
}
