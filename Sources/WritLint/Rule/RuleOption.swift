package import WritModel

/// A setting of one rule, with its value where `writ.yaml` says nothing.
package struct RuleOption: Hashable, Sendable {
    /// What an option holds.
    package enum Value: Hashable, Sendable {
        case integer(Int)
        case boolean(Bool)
        case text(String)
        case texts([String])
    }

    /// The key in `writ.yaml`, in camel case.
    package var name: String
    /// One sentence for the page and the schema.
    package var summary: String
    /// What holds unless it is set; also says the option's type.
    package var standard: Value
    /// The values that an integer may have.
    package var range: ClosedRange<Int>?

    /// An option of a rule.
    package init(_ name: String, _ standard: Value, _ summary: String, range: ClosedRange<Int>? = nil) {
        self.name = name
        self.summary = summary
        self.standard = standard
        self.range = range
    }
}

/// The options of one rule as they are set.
package struct RuleOptions: Hashable, Sendable {
    /// By name; those that are not here have their standard value.
    package var values: [String: RuleOption.Value]

    /// What is set.
    package init(_ values: [String: RuleOption.Value] = [:]) {
        self.values = values
    }
}

extension RuleOption {
    /// A value as it is written in `writ.yaml`; `nil` where it is of another type or out of range.
    package func read(_ json: JSONValue) -> Value? {
        switch (standard, json) {
        case (.integer, .number(let text)), (.integer, .string(let text)):
            guard let value = Int(text), range?.contains(value) ?? true else { return nil }
            return .integer(value)
        case (.boolean, .boolean(let flag)): return .boolean(flag)
        case (.text, .string(let text)): return .text(text)
        case (.texts, .array(let items)):
            let texts = items.compactMap(\.string)
            return texts.count == items.count ? .texts(texts) : nil
        default: return nil
        }
    }
}
