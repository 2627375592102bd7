internal import WritModel
internal import WritPolicy

/// The services and actions of a dialect that rules about privilege know by name, to be held against patterns: all lists at once.
///
/// One object for each dialect, which never changes.
final class ReachIndex: Sendable {
    private let dialect: Dialect
    private let services: ServiceTable
    /// By service: what it makes of a pattern that changes something in it, or takes all of it.
    private let kinds: [ActionMarks]
    /// By service: where its actions stand.
    private let places: [Range<Int>]
    /// In lower case, none twice, those of a service side by side.
    private let actions: PackedTexts
    /// By action.
    private let topics: [ActionMarks]

    private init(_ dialect: Dialect) {
        self.dialect = dialect
        var known: [[UInt8]: ActionMarks] = [:]
        for topic in ActionTopic.allCases {
            for action in dialect.actions(topic).folded { known[action, default: []].insert(.reaches(topic)) }
        }
        var marked: [[UInt8]: (kind: ActionMarks, actions: [[UInt8]])] = [:]
        for action in known.keys {
            marked[Array(action.prefix { $0 != UInt8(ascii: ":") }), default: ([], [])].actions.append(action)
        }
        for service in dialect.sensitiveServices {
            marked[Array(service.utf8), default: ([], [])].kind.insert(.wholeSensitiveService)
        }
        for service in dialect.infrastructureServices {
            marked[Array(service.utf8), default: ([], [])].kind.insert(.changesInfrastructure)
        }
        let services = marked.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        var (actions, topics, places) = (PackedTexts(), [ActionMarks](), [Range<Int>]())
        for service in services {
            let first = topics.count
            for action in service.value.actions {
                actions.append(action)
                topics.append(known[action] ?? [])
            }
            places.append(first..<topics.count)
        }
        self.services = ServiceTable(services.map(\.key))
        kinds = services.map(\.value.kind)
        (self.actions, self.topics, self.places) = (actions, topics, places)
    }

    /// What an entry of `Action` gives.
    ///
    /// A pattern with a literal service matches actions of that service alone, so that no other's are held against it.
    func marks(of glob: Glob) -> ActionMarks {
        if glob.coversEveryAction(dialect) { return .everyAction }
        let (bytes, colon, wildcards) = (glob.bytes, UInt8(ascii: ":"), Glob.one)
        let end = bytes.firstIndex { $0 == colon || $0 >= wildcards }
        guard let end, bytes[end] == colon else {
            return topics(of: glob, among: topics.indices).union(glob.takesInChanges ? .openWrite : [])
        }
        guard let service = services.number(of: bytes[..<end]) else {
            return glob.takesInChanges ? .openWrite : []
        }
        var marks = topics(of: glob, among: places[service])
        let isInfrastructure = kinds[service].contains(.changesInfrastructure)
        let changes = (isInfrastructure || !glob.isLiteral) && glob.changesSomething
        if isInfrastructure, changes { marks.insert(.changesInfrastructure) }
        if kinds[service].contains(.wholeSensitiveService), glob.wholeService != nil {
            marks.insert(.wholeSensitiveService)
        } else if changes, glob.hasOpenOperation {
            marks.insert(.openWrite)
        }
        return marks
    }

    private func topics(of glob: Glob, among places: Range<Int>) -> ActionMarks {
        var found: ActionMarks = []
        let count = glob.bytes.count
        for place in places where !found.isSuperset(of: topics[place]) {
            if glob.isLiteral, actions.range(place).count != count { continue }
            if glob.matches(actions[place]) { found.formUnion(topics[place]) }
        }
        return found
    }

    private static let aws = ReachIndex(.aws)
    private static let huawei = ReachIndex(.huawei)
    private static let jd = ReachIndex(.jd)
    private static let volcengine = ReachIndex(.volcengine)

    /// The one of a dialect.
    static func of(_ dialect: Dialect) -> ReachIndex {
        switch dialect {
        case .aws: aws
        case .huawei: huawei
        case .jd: jd
        case .volcengine: volcengine
        }
    }
}

extension Glob {
    /// Whether a wildcard in its operation takes in actions that change something.
    fileprivate var takesInChanges: Bool { !isLiteral && hasOpenOperation && changesSomething }
}
