/// One page of a list.
package struct Page<Item, Marker: Hashable> {
    /// What is on it.
    package var items: [Item]
    /// What the next page is asked for by; `nil` on the last one.
    package var next: Marker?
    /// How many items the whole list has, where the answer says so.
    package var total: Int?

    /// A page.
    package init(_ items: [Item], next: Marker?, total: Int? = nil) {
        self.items = items
        self.next = next
        self.total = total
    }
}

extension Page where Marker == Int {
    /// Page `number` of a list that is asked for by numbers from 1 on, `size` items at a time.
    ///
    /// It is the last where it is not full, and where the pages up to it hold the total.
    package init(_ items: [Item], number: Int, size: Int, total: Int? = nil) {
        let isLast = items.count < size || total.map { number * size >= $0 } ?? false
        self.init(items, next: isLast ? nil : number + 1, total: total)
    }
}

/// A list that was read page by page.
package enum PagedList<Item> {
    /// All of it: the server's own mark said where it ends.
    case complete([Item], pages: Int)
    /// Not all of it, or nobody knows: nothing may be deleted for being absent here.
    case incomplete([Item], PageProblem)
}

extension PagedList: Sendable where Item: Sendable {}

/// Why a list is not known to be complete.
package enum PageProblem: Hashable, Sendable, CustomStringConvertible {
    /// The server points to a page that was read already.
    case repeatedMarker
    /// Two pages hold the same item: the list changed, or a page came twice and another not at all.
    case repeatedItem(String)
    case tooManyPages(limit: Int)
    case tooManyItems(limit: Int)
    /// Two pages say different totals: the list changed.
    case totalChanged(from: Int, to: Int)
    case totalMissed(stated: Int, found: Int)

    package var description: String {
        switch self {
        case .repeatedMarker: "the server points back to a page that was read already"
        case .repeatedItem(let name): "`\(name)` is on two pages"
        case .tooManyPages(let limit): "the list has more than \(limit) pages"
        case .tooManyItems(let limit): "the list has more than \(limit) items"
        case .totalChanged(let from, let to): "the list changed from \(from) to \(to) items while it was read"
        case .totalMissed(let stated, let found): "the server speaks of \(stated) items and gives \(found)"
        }
    }
}

/// How much of a list is read.
package struct PageLimits: Hashable, Sendable {
    /// How many pages.
    package var pages = 10_000
    /// How many items.
    package var items = 1_000_000

    /// The usual ones.
    package init() {}
}
