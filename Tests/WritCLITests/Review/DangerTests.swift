import Testing
import WritModel
import WritPlan
import WritReport

/// Under which heading a change stands.
@Suite struct DangerTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: Change
        let heading: String

        init(_ description: String, _ change: Change, _ heading: String) {
            testDescription = description
            self.change = change
            self.heading = heading
        }
    }

    private static func update(
        _ kind: Kind, _ field: Field, _ before: Value?, _ after: Value
    ) -> Change {
        Change(
            Address(kind, "x"), .update([FieldChange(field, before: before, after: after)]), cause: .commit)
    }

    private static func words(_ words: String...) -> Value { .list(of: words.map(Item.word)) }

    private static func addresses(_ ranges: String...) -> Value {
        .list(
            of: ranges.compactMap(AddressRange.init(bounds:)).map { .addresses(AdmittedAddresses($0)) })
    }

    private static func mappings(_ names: String...) -> Value {
        .list(
            of: names.map {
                .mapping(
                    FederationMapping($0, when: [FederationCondition("x")], groups: [Reference("g")]))
            })
    }

    private static func trust(_ accounts: String...) -> Value {
        .list(of: accounts.map { .trust(TrustPrincipal(.account, $0)) })
    }

    private static let get = PlanSample.allow("a:b:get")
    private static let all = PlanSample.allow("a:b:*")
    private static let no = PlanSample.deny("a:b:delete")
    private static let widens = "🔴 Access that may widen"
    private static let narrows = "🟠 Access taken away"
    private static let lifts = "🔴 Denials lifted"
    private static let other = "🟡 Other changes"
    private static let january = Expiry(parsing: "2027-01-31")
    private static let march = Expiry(parsing: "2027-03-31")

    private static func attach(_ expires: Expiry?, _ replaced: Expiry?) -> Change {
        Change(
            Address(.group, "g"),
            .attach(PlanSample.key("g", "p"), expires: expires, replacing: ReplacedExpiry(replaced)),
            cause: .commit)
    }

    private static func document(_ before: Value, _ after: Value) -> Change {
        update(.policy, .document, before, after)
    }

    static let rows: [Row] = [
        Row(
            "an allowing statement more", document(PlanSample.document(get), PlanSample.document(get, all)),
            widens),
        Row(
            "an allowing statement less", document(PlanSample.document(get, all), PlanSample.document(get)),
            narrows),
        Row(
            "another allowing statement", document(PlanSample.document(all), PlanSample.document(get)), widens
        ),
        Row("a denial more", document(PlanSample.document(all), PlanSample.document(all, no)), narrows),
        Row("a denial less", document(PlanSample.document(all, no), PlanSample.document(all)), lifts),
        Row("a user comes back", update(.user, .enabled, .boolean(false), .boolean(true)), widens),
        Row("a user is disabled", update(.user, .enabled, .boolean(true), .boolean(false)), narrows),
        Row(
            "a second factor less", update(.user, .consoleProtection, words("sms", "vmfa"), words("vmfa")),
            widens),
        Row(
            "a second factor more", update(.user, .consoleProtection, words("vmfa"), words("sms", "vmfa")),
            other),
        Row(
            "a directory lets people in",
            update(.identityProvider, .enabled, .boolean(false), .boolean(true)), widens),
        Row(
            "a new directory",
            Change(Address(.identityProvider, "x"), .create([.signIn: .text("role")]), cause: .commit), widens
        ),
        Row("a directory lets nobody in", update(.identityProvider, .enabled, nil, .boolean(false)), narrows),
        Row(
            "another way of signing in", update(.identityProvider, .signIn, .text("role"), .text("user")),
            widens),
        Row(
            "other logins go", update(.identityProvider, .otherLogins, .boolean(true), .boolean(false)),
            widens),
        Row(
            "other metadata", update(.identityProvider, .samlMetadata, .text("<a/>"), .text("<b/>")), widens),
        Row("another issuer", update(.identityProvider, .oidcIssuer, .text("a"), .text("b")), widens),
        Row("a client less", update(.identityProvider, .oidcClientIDs, words("a", "b"), words("a")), widens),
        Row("other thumbprints", update(.identityProvider, .oidcThumbprints, words("a"), words("b")), widens),
        Row(
            "other signing keys", update(.identityProvider, .oidcSigningKeys, .text("a"), .text("b")), widens),
        Row(
            "another place to log in",
            update(.identityProvider, .oidcAuthorizationEndpoint, .text("a"), .text("b")), widens),
        Row(
            "another answer of the directory",
            update(.identityProvider, .oidcResponseMode, .text("fragment"), .text("form_post")), other),
        Row(
            "a mapping more", update(.identityProvider, .mappings, mappings("a"), mappings("a", "b")), widens),
        Row(
            "a mapping less", update(.identityProvider, .mappings, mappings("a", "b"), mappings("a")), narrows
        ),
        Row("another account is trusted", update(.agency, .trust, trust("a"), trust("a", "b")), widens),
        Row("an account is no longer trusted", update(.agency, .trust, trust("a", "b"), trust("a")), narrows),
        Row("a longer session", update(.agency, .maxSessionSeconds, .integer(3600), .integer(7200)), widens),
        Row("trust without end", update(.agency, .duration, .text("30d"), .text("forever")), widens),
        Row("trust for less long", update(.agency, .duration, .text("forever"), .text("30d")), narrows),
        Row(
            "a first list of addresses",
            update(.securitySettings, .apiAllowFrom, nil, addresses("10.0.0.0/8")), narrows),
        Row(
            "addresses inside those before",
            update(
                .securitySettings, .apiAllowFrom, addresses("10.0.0.0/8"), addresses("10.1.0.0/16")),
            narrows),
        Row(
            "no address listed",
            update(.securitySettings, .apiAllowFrom, addresses("10.0.0.0/8"), addresses()), widens),
        Row(
            "another address",
            update(
                .securitySettings, .consoleAllowFrom, addresses("10.0.0.0/8"),
                addresses("10.0.0.0/8", "192.0.2.1")), widens),
        Row(
            "more failed logins", update(.securitySettings, .lockoutFailures, .integer(5), .integer(9)),
            widens),
        Row(
            "sessions without an end",
            update(.securitySettings, .sessionMaximumHours, .integer(12), .integer(0)), widens),
        Row("shorter passwords", update(.passwordPolicy, .minimumLength, .integer(14), .integer(8)), widens),
        Row("longer passwords", update(.passwordPolicy, .minimumLength, .integer(8), .integer(14)), other),
        Row(
            "passwords that never expire", update(.passwordPolicy, .validityDays, .integer(90), .integer(0)),
            widens),
        Row("an attachment until later", attach(march, january), widens),
        Row("an attachment without end", attach(nil, january), widens),
        Row("an attachment that ends sooner", attach(january, march), narrows),
        Row("an attachment that ends at all", attach(january, nil), narrows),
        Row(
            "a role that somebody may assume",
            Change(Address(.agency, "x"), .create([.trust: trust("a")]), cause: .commit), widens),
        Row("a new user", Change(Address(.user, "x"), .create([:]), cause: .commit), "⚪ Created"),
        Row("another name", Change(Address(.user, "x"), .rename(from: "y"), cause: .commit), other),
        Row("another text", update(.user, .description, .text("a"), .text("b")), other),
        Row(
            "the worst of two fields counts",
            Change(
                Address(.user, "x"),
                .update([
                    FieldChange(.description, before: nil, after: .text("b")),
                    FieldChange(.programmatic, before: .boolean(false), after: .boolean(true)),
                ]), cause: .commit), widens),
    ]

    @Test(arguments: rows)
    func `a change stands under its heading`(_ row: Row) {
        let text = markdown(PlanSample.plan([row.change]), maxBytes: 60_000, details: nil)
        #expect(text.contains("<summary>\(row.heading) (1)</summary>"), "\(text)")
    }
}
