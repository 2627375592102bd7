/// Commits waiting to be visited, the newest first; equal times in the order of their ids.
struct CommitQueue {
    private struct Item {
        let time: Int
        let id: ObjectID
        let digits: String

        func isVisited(before other: Item) -> Bool {
            time != other.time ? time > other.time : digits < other.digits
        }
    }

    /// A binary heap: no item is visited after one of the two at `2i + 1` and `2i + 2`.
    private var items: [Item] = []

    /// Adds a commit; one that is waiting already is visited twice.
    mutating func insert(_ id: ObjectID, committedAt time: Int) {
        items.append(Item(time: time, id: id, digits: id.description))
        var child = items.count - 1
        while child > 0, items[child].isVisited(before: items[(child - 1) / 2]) {
            items.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes out the newest commit, or answers `nil` where none is waiting.
    mutating func popNewest() -> ObjectID? {
        guard let newest = items.first, let last = items.popLast() else { return nil }
        guard !items.isEmpty else { return newest.id }
        items[0] = last
        var parent = 0
        while true {
            var first = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < items.count {
                if items[child].isVisited(before: items[first]) { first = child }
            }
            guard first != parent else { return newest.id }
            items.swapAt(parent, first)
            parent = first
        }
    }
}
