extension Dictionary {
    /// Whether there is a value for `key`. A comparison of the value with `nil` would copy it first, and an
    /// object is a dozen references.
    func has(_ key: Key) -> Bool { index(forKey: key) != nil }
}
