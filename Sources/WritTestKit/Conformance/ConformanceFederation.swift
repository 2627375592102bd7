internal import Testing
internal import WritModel
internal import WritPlan
internal import WritStore

extension StoreConformance {
    /// Mappings of identity providers name groups as edges do: by what they are, not by what they are called.
    func mappings(_ run: ConformanceRun) async throws {
        let provider = Address(.identityProvider, "corporate")
        let mapping = FederationMapping(
            "engineers", when: [FederationCondition("groups", .anyOf(["a"]))], user: "{0}",
            groups: [Reference("dev"), Reference("ops")])
        let fields: FieldMap<Value> = [.mappings: .list(of: [.mapping(mapping)])]
        try await run.create(group("dev"))
        let missing = try await run.perform(provider, .create(fields), given: .absent)
        #expect(missing.word == "conflict", "\(missing)")
        #expect(try await run.observe().objects[provider] == nil)
        try await run.create(group("ops"))
        let made = try await run.create(provider, fields)
        #expect(made.fields == fields)

        let dev = try await run.object(group("dev"))
        _ = try await run.perform(group("dev-2"), .rename(from: "dev"), given: .version(dev.version))
        let renamed = try await run.object(provider)
        #expect(renamed.version == made.version)
        let after = mapping.renaming(group: "dev", to: "dev-2")
        #expect(renamed.fields[.mappings] == .list(of: [.mapping(after)]))

        try await run.expectConflict(
            group("ops"), .delete([:]), given: .version(try await run.object(group("ops")).version),
            naming: "corporate", "a mapping names the group")
        let rest = Value.list(of: [
            .mapping(FederationMapping("engineers", when: mapping.conditions, user: "{0}"))
        ])
        let change = FieldChange(.mappings, before: renamed.fields[.mappings], after: rest)
        let outcome = try await run.perform(provider, .update([change]), given: .version(renamed.version))
        let changed = try await run.object(provider)
        #expect(outcome == .done(changed.version, id: nil))
        #expect(changed.version != renamed.version)
        #expect(changed.fields[.mappings] == rest)
        for name in ["dev-2", "ops"] {
            let live = try await run.object(group(name))
            let gone = try await run.perform(group(name), .delete([:]), given: .version(live.version))
            #expect(gone == .done(nil, id: nil), "\(name)")
        }
    }
}
