extension Report {
    /// Reports an entry of an option that says nothing.
    mutating func refuse(_ entry: String, of option: String, help: String) {
        find("`\(entry)` of the option `\(option)` cannot be read", at: .target, help: help)
    }
}
