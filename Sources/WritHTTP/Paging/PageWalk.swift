/// A list while it is read: takes page after page and says what to do next.
package struct PageWalk<Item, Marker: Hashable> {
    /// What to do next.
    package enum Step {
        /// Ask for that page.
        case ask(Marker)
        /// Nothing: this is the list.
        case end(PagedList<Item>)
    }

    private var items: [Item] = []
    private var names: Set<String> = []
    private var markers: Set<Marker> = []
    private var pages = 0
    private var total: Int?
    private let limits: PageLimits
    private let name: (Item) -> String

    /// - Parameter name: what tells an item from every other of the list.
    package init(upTo limits: PageLimits = PageLimits(), name: @escaping (Item) -> String) {
        self.limits = limits
        self.name = name
    }

    /// Takes the page that was asked for.
    package mutating func take(_ page: Page<Item, Marker>) -> Step {
        pages += 1
        guard items.count + page.items.count <= limits.items else {
            return incomplete(.tooManyItems(limit: limits.items))
        }
        for item in page.items {
            let name = name(item)
            guard names.insert(name).inserted else { return incomplete(.repeatedItem(name)) }
            items.append(item)
        }
        if let stated = page.total {
            if let total, total != stated { return incomplete(.totalChanged(from: total, to: stated)) }
            total = stated
        }
        guard let next = page.next else {
            if let total, total != items.count {
                return incomplete(.totalMissed(stated: total, found: items.count))
            }
            return .end(.complete(items, pages: pages))
        }
        guard markers.insert(next).inserted else { return incomplete(.repeatedMarker) }
        guard pages < limits.pages else { return incomplete(.tooManyPages(limit: limits.pages)) }
        return .ask(next)
    }

    private func incomplete(_ problem: PageProblem) -> Step { .end(.incomplete(items, problem)) }
}

/// Reads a list to its end, or until it turns out that there is none to reach.
///
/// - Parameters:
///   - name: what tells an item from every other of the list.
///   - fetch: asks for a page; for the first with `nil`.
package func collectPages<Item, Marker: Hashable, Failure: Error>(
    upTo limits: PageLimits = PageLimits(), name: @escaping (Item) -> String,
    fetch: (Marker?) async throws(Failure) -> Page<Item, Marker>
) async throws(Failure) -> PagedList<Item> {
    var walk = PageWalk<Item, Marker>(upTo: limits, name: name)
    var marker: Marker?
    while true {
        switch walk.take(try await fetch(marker)) {
        case .ask(let next): marker = next
        case .end(let list): return list
        }
    }
}
