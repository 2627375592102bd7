/// The elements of a sequence by number, each made when it is first asked for, and once.
struct LazyList<Source: Sequence> {
    private var made: [Source.Element] = []
    private var rest: Source.Iterator

    init(_ source: Source) { rest = source.makeIterator() }

    /// `nil` behind the last one.
    ///
    /// - Precondition: numbers are asked for one after the other, or again.
    subscript(number: Int) -> Source.Element? {
        mutating get {
            if number < made.count { return made[number] }
            guard let next = rest.next() else { return nil }
            made.append(next)
            return next
        }
    }
}
