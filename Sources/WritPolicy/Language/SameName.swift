/// Whether two names of elements are equal, or differ in the case of ASCII letters at most.
package func isSameName(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count else { return false }
    var (left, right) = (a, b)
    let isSame: Bool? = left.withUTF8 { left in
        right.withUTF8 { right in
            for index in left.indices where left[index] != right[index] {
                // Beyond ASCII equal texts have different bytes.
                if (left[index] | right[index]) >= 0x80 { return nil }
                let folded = left[index] | 0x20
                if folded != right[index] | 0x20 || !(0x61...0x7A).contains(folded) { return false }
            }
            return true
        }
    }
    return isSame ?? (a == b)
}
