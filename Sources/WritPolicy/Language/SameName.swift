/// Whether two names of elements are equal, or differ in the case of ASCII letters at most.
package func isSameName(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count else { return false }
    if a == b { return true }
    var (left, right) = (a.utf8.makeIterator(), b.utf8.makeIterator())
    while let x = left.next(), let y = right.next() {
        if x != y, x | 0x20 != y | 0x20 || !(0x61...0x7A).contains(x | 0x20) { return false }
    }
    return true
}
