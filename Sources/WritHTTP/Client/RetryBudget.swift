/// How many requests may be sent again, over all requests: a store that is in trouble is not asked many times as much
/// as one that is well.
package struct RetryBudget: Hashable, Sendable {
    private let capacity: Int
    private let refund: Int
    private let price = 1000
    private var left: Int

    /// - Parameters:
    ///   - retries: how many may be sent again in a row.
    ///   - refund: how many thousandths of one each answer that was no failure gives back.
    package init(retries: Int = 20, refund: Int = 200) {
        precondition(retries >= 0 && refund >= 0, "a budget is no debt")
        capacity = retries * price
        self.refund = refund
        left = capacity
    }

    /// Pays for sending a request again, if there is enough.
    package mutating func take() -> Bool {
        guard left >= price else { return false }
        left -= price
        return true
    }

    /// An answer that was no failure.
    package mutating func earn() { left = min(capacity, left + refund) }
}
