/// Where the members of an object start, to find one that stands twice.
struct MemberOffsets {
    private var starts: [Int] = []
    private var byName: [String: Int] = [:]

    /// Starts with no member.
    init() {}

    /// Most objects have fewer members than hashing their names would pay for.
    private static let linear = 8

    /// Takes in the name of the next member; answers where a member of that name starts already.
    mutating func take(_ name: String, at start: Int, after members: [JSONValue.Member]) -> Int? {
        if members.count < MemberOffsets.linear {
            if let index = members.firstIndex(where: { $0.name == name }) { return starts[index] }
        } else {
            if byName.isEmpty {
                for (member, start) in zip(members, starts) { byName[member.name] = start }
            }
            if let earlier = byName.updateValue(start, forKey: name) { return earlier }
        }
        starts.append(start)
        return nil
    }
}
