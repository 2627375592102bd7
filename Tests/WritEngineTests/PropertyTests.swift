import Testing
import WritEngine
import WritModel
import WritPlan
import WritTestKit

/// Ten times as many cases with `WRIT_FULL=1`.
let caseCount = isFullRun ? 1000 : 100

/// Properties over generated states. A failure names its seed; the same seed gives the same case.
struct PropertyTests {
    private let asOf = noon

    private func generator(_ seed: Int, _ capabilities: Capabilities = Capabilities()) -> StateGenerator {
        StateGenerator(seed: UInt64(seed), capabilities: capabilities, asOf: noon.advanced(by: 86_400))
    }

    @Test("diff(x, x) is empty", arguments: 0..<caseCount)
    func diffOfEqualStatesIsEmpty(seed: Int) async throws {
        var generator = generator(seed)
        let (desk, _) = memoryDesk()
        let state = generator.state()
        try await desk.bring(state)
        let plan = try await desk.plan(desk.declare(state)).plan
        #expect(plan.changes.isEmpty, "seed \(seed)")
        #expect(try await desk.drift().items.isEmpty, "seed \(seed)")
    }

    @Test("apply(diff(a, b)) turns a into b", arguments: 0..<caseCount)
    func applyingTheDifferenceGivesTheOtherState(seed: Int) async throws {
        var generator = generator(seed)
        // Every other account has users who confirm their contacts, and have not done so yet.
        let (desk, account) = memoryDesk(seed % 2 == 0 ? Capabilities(parallelism: 4) : .confirming)
        await account.store.edit(.confirmContacts)
        let a = generator.state()
        let b = generator.mutated(from: a)
        try await desk.bring(a)
        #expect(faults(of: try await desk.observed(), as: a, asOf: asOf) == [], "seed \(seed)")
        let before = try await desk.observed()
        let report = try await desk.bring(b)
        #expect(report.remaining.map(\.summary) == [], "seed \(seed)")
        let after = try await desk.observed()
        #expect(faults(of: after, as: b, asOf: asOf) == [], "seed \(seed)")
        for object in b.objects.values {
            for old in object.formerly {
                let kept = before.objects[Address(object.address.kind, old)]?.id
                #expect(after.objects[object.address]?.id == kept, "seed \(seed): a rename keeps the id")
            }
        }
    }

    @Test("apply twice is apply once", arguments: 0..<caseCount)
    func applyingTwiceIsApplyingOnce(seed: Int) async throws {
        var generator = generator(seed)
        let (desk, account) = memoryDesk()
        let a = generator.state()
        let b = generator.mutated(from: a)
        try await desk.bring(a)
        let declaration = desk.declare(b)
        try await desk.bring(declaration)
        let once = (try await desk.observed(), try await desk.applied(), await account.store.writes)
        let again = try await desk.bring(declaration)
        #expect(again.results.isEmpty, "seed \(seed)")
        #expect(try await desk.observed() == once.0, "seed \(seed)")
        #expect(try await desk.applied() == once.1, "seed \(seed)")
        #expect(await account.store.writes == once.2, "seed \(seed)")
    }

    @Test("a plan file reads back as the same plan", arguments: 0..<caseCount)
    func planFilesRoundTrip(seed: Int) async throws {
        var generator = generator(seed)
        let (desk, _) = memoryDesk()
        let a = generator.state()
        try await desk.bring(a)
        let plan = try await desk.plan(desk.declare(generator.mutated(from: a))).plan
        let read = try Plan(file: Array(plan.json.prettyText.utf8))
        #expect(read == plan, "seed \(seed)")
        #expect(read.digest == plan.digest, "seed \(seed)")
    }

    @Test("equal inputs in any order give byte-equal plans", arguments: 0..<caseCount)
    func orderOfInputsDoesNotMatter(seed: Int) async throws {
        var generator = generator(seed)
        let (desk, _) = memoryDesk()
        let a = generator.state()
        try await desk.bring(a)
        let result = try await desk.plan(desk.declare(generator.mutated(from: a)))
        var shuffled = result.input
        var random = SplitMix64(seed: UInt64(seed) &+ 77)
        shuffled.desired.objects = reordered(shuffled.desired.objects, &random)
        shuffled.sources.objects = reordered(shuffled.sources.objects, &random)
        shuffled.applied.objects = reordered(shuffled.applied.objects, &random)
        shuffled.applied.memberships = reordered(shuffled.applied.memberships, &random)
        shuffled.applied.attachments = reordered(shuffled.applied.attachments, &random)
        shuffled.observed.objects = reordered(shuffled.observed.objects, &random)
        shuffled.observed.memberships = reordered(shuffled.observed.memberships, &random)
        shuffled.observed.attachments = reordered(shuffled.observed.attachments, &random)
        var binding = result.plan.binding
        binding.reads = PlanReads(reordered(PlanReads(of: shuffled).versions, &random))
        var difference = diff(shuffled)
        difference.changes =
            arranged(
                difference.changes, on: shuffled.observed, target: shuffled.target,
                isParallel: shuffled.capabilities.parallelism > 1,
                appliers: result.context.appliers, at: shuffled.asOf
            ).changes
        var context = result.context
        context.desired = shuffled.desired
        context.applied = shuffled.applied
        context.observed = shuffled.observed
        let plan = Plan(
            binding: binding, difference: difference, refusals: refusals(of: difference.changes, context))
        #expect(plan.json.prettyText == result.plan.json.prettyText, "seed \(seed)")
    }
}

/// The same dictionary, built in another order and with another capacity.
private func reordered<Key, Value>(_ map: [Key: Value], _ random: inout SplitMix64) -> [Key: Value] {
    var result: [Key: Value] = [:]
    result.reserveCapacity(map.count + random.below(200))
    for (key, value) in map.shuffled(using: &random) { result[key] = value }
    return result
}
