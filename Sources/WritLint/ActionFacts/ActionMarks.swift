/// What is known at a glance of an entry of `Action`, or of a statement: of it, and of each of its entries.
///
/// A rule about statements names the marks of which a statement must have one for it to find anything; it is asked about no other.
package struct ActionMarks: OptionSet, Hashable, Sendable {
    /// A bit for each mark.
    package let rawValue: UInt32

    /// The marks of these bits.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// It gives actions of a topic, and not simply every action.
    package static func reaches(_ topic: ActionTopic) -> ActionMarks {
        ActionMarks(rawValue: 1 << UInt32(topic.rawValue))
    }

    /// It gives every action.
    package static let everyAction = ActionMarks(rawValue: 1 << 16)
    /// It gives a service as a whole that decides who may do what.
    package static let wholeSensitiveService = ActionMarks(rawValue: 1 << 17)
    /// It takes in, by a wildcard, actions that change something; no mark of what has one of the two above.
    package static let openWrite = ActionMarks(rawValue: 1 << 18)
    /// It changes machines, networks or databases.
    package static let changesInfrastructure = ActionMarks(rawValue: 1 << 19)

    /// The statement denies.
    package static let denies = ActionMarks(rawValue: 1 << 24)
    /// The statement excludes actions or resources.
    package static let excludes = ActionMarks(rawValue: 1 << 25)
    /// Every statement has this one.
    package static let any = ActionMarks(rawValue: 1 << 31)
}
