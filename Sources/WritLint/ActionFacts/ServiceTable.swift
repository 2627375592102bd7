/// Numbers of services by name, found without making a text of what stands in a pattern.
struct ServiceTable: Sendable {
    private var names = PackedTexts()
    /// Numbers at the places that names hash to, or behind; -1 where none is.
    private var slots: [Int16]

    /// The services are numbered in their order.
    init(_ services: [[UInt8]]) {
        var size = 16
        while size < services.count * 4 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        for (number, service) in services.enumerated() {
            var place = ServiceTable.start(ServiceTable.hash(service), size)
            while slots[place] >= 0 { place = (place + 1) & (size - 1) }
            slots[place] = Int16(number)
            names.append(service)
        }
    }

    /// The number of the service that an action's first bytes name.
    func number(of name: ArraySlice<UInt8>) -> Int? {
        var place = ServiceTable.start(ServiceTable.hash(name), slots.count)
        while slots[place] >= 0 {
            let number = Int(slots[place])
            if names[number] == name { return number }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Fowler, Noll and Vo's, 32 bits.
    private static func hash(_ name: some Sequence<UInt8>) -> UInt32 {
        var value: UInt32 = 0x811C_9DC5
        for byte in name { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
        return value
    }

    private static func start(_ hash: UInt32, _ size: Int) -> Int {
        Int((hash ^ (hash >> 15)) & UInt32(size - 1))
    }
}
