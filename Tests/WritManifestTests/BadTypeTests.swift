import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// Rows B061 to B074 of the corpus of bad inputs, and what is like them.
@Suite struct BadTypeTests {
    static let rows = [
        BadInput(
            "B061 no", named("⟦no⟧"), "type.quote-it", "`no` is read as false by YAML 1.1 tools",
            help: "write `\"no\"`"),
        BadInput("B062 NO", named("⟦NO⟧"), "type.quote-it", "as false", help: "write `\"NO\"`"),
        BadInput("B062 on", named("⟦on⟧"), "type.quote-it", "as true"),
        BadInput("B062 off", named("⟦off⟧"), "type.quote-it", "as false"),
        BadInput("B062 y", named("⟦y⟧"), "type.quote-it", "as true"),
        BadInput(
            "B062 tilde", named("⟦~⟧"), "type.quote-it", "as null",
            help: "write `\"~\"` if that text is meant"),
        BadInput("B062 null", named("⟦null⟧"), "type.quote-it", "as null"),
        BadInput("true", named("⟦True⟧"), "type.quote-it", "as true"),
        BadInput(
            "B063 account id", agency("trust: [{account: ⟦012345678901⟧}]"), "type.quote-it",
            "`012345678901` is read as a number", help: "write `\"012345678901\"`"),
        BadInput("B064 separators", group("description: ⟦1_000⟧"), "type.quote-it", "as a number"),
        BadInput("B064 hexadecimal", group("description: ⟦0x10⟧"), "type.quote-it", "as a number"),
        BadInput("B064 octal", group("description: ⟦0o17⟧"), "type.quote-it", "as a number"),
        BadInput("B064 binary", group("description: ⟦0b11⟧"), "type.quote-it", "as a number"),
        BadInput("B064 exponent", group("description: ⟦1e3⟧"), "type.quote-it", "as a number"),
        BadInput("B064 float", group("description: ⟦+12.5⟧"), "type.quote-it", "as a number"),
        BadInput("B064 infinity", group("description: ⟦.inf⟧"), "type.quote-it", "as a number"),
        BadInput("B064 not a number", group("description: ⟦.NaN⟧"), "type.quote-it", "as a number"),
        BadInput("B064 base 60", group("description: ⟦190:20:30⟧"), "type.quote-it", "in base 60"),
        BadInput("B064 date", group("description: ⟦2024-01-01⟧"), "type.quote-it", "as a date"),
        BadInput("B064 time", group("description: ⟦2024-01-01T10:00:00Z⟧"), "type.quote-it", "as a date"),
        BadInput("in a list", group("members: [⟦no⟧]"), "type.quote-it", "`members[0]` takes a text"),
        BadInput("in labels", labelled("owner: ⟦on⟧"), "type.quote-it", "`labels.owner` takes a text"),
        BadInput(
            "B065 yes", user("enabled: ⟦yes⟧"), "type.expected-bool", "not `yes`", help: "write `true`"),
        BadInput(
            "B065 Off", user("enabled: ⟦Off⟧"), "type.expected-bool", "not `Off`", help: "write `false`"),
        BadInput(
            "B066 quoted", user("enabled: ⟦\"true\"⟧"), "type.expected-bool", "not a quoted text",
            help: "without quotes"),
        BadInput("neither", user("enabled: ⟦maybe⟧"), "type.expected-bool", "not `maybe`"),
        BadInput("B067 quoted", minimum("⟦\"14\"⟧"), "type.expected-int", "not a quoted text"),
        BadInput("B067 fraction", minimum("⟦14.0⟧"), "type.expected-int", "not `14.0`"),
        BadInput("B067 exponent", minimum("⟦1e1⟧"), "type.expected-int", "not `1e1`"),
        BadInput("B067 negative", minimum("⟦-1⟧"), "value.range", "from 6 to 128"),
        BadInput("B067 beyond 32 bits", minimum("⟦2147483648⟧"), "value.range", "from 6 to 128"),
        BadInput("beyond 64 bits", minimum("⟦99999999999999999999⟧"), "value.range", "from 6 to 128"),
        BadInput("leading zero", minimum("⟦014⟧"), "type.expected-int", "not `014`"),
        BadInput("hexadecimal", minimum("⟦0xE⟧"), "type.expected-int", "not `0xE`"),
        BadInput(
            "B068 a text", group("members: ⟦alice⟧"), "type.expected-list", "takes a list, not a text",
            help: "write `[alice]`"),
        BadInput(
            "B069 null", group("members: ⟦null⟧"), "type.null", "`members` has no value",
            help: "write `[]` to empty it, delete the key to leave it unmanaged"),
        BadInput(
            "B069 nothing", group("⟦members⟧:"), "type.null", "`members` has no value",
            help: "write `[]` to empty it, delete the key to leave it unmanaged"),
        BadInput(
            "B069 nothing in a text", group("⟦description⟧:"), "type.null", "has no value", help: "`\"\"`"),
        BadInput("B069 nothing in a section", user("⟦console⟧:"), "type.null", "has no value"),
        BadInput(
            "B070 a mapping", group("members: {⟦alice⟧: }"), "type.expected-list", "not a mapping",
            help: "`atLeast:` or `none:`"),
        BadInput(
            "a misspelt mode", group("members: {⟦atleast⟧: []}"), "type.expected-list", "not a mapping",
            help: "did you mean `atLeast`?"),
        BadInput(
            "exactly", group("members: {⟦exactly⟧: []}"), "type.expected-list", "not a mapping",
            help: "without `exactly`"),
        BadInput(
            "two modes", group("members: {atLeast: [], ⟦none⟧: []}"), "type.expected-list",
            "more than one mode"),
        BadInput("no mode", group("⟦members⟧: {}"), "type.expected-list", "not a mapping"),
        BadInput(
            "a mode of a text", group("members: {atLeast: ⟦alice⟧}"), "type.expected-list",
            "`members.atLeast` takes a list"),
        BadInput("a mode of nothing", group("members: {⟦none⟧: }"), "type.null", "`members.none`"),
        BadInput(
            "B071 a mapping", group("⟦description⟧: {a: b}"), "type.expected-text",
            "`description` takes a text, not a mapping"),
        BadInput(
            "B071 a list", group("⟦description⟧: [a]"), "type.expected-text", "takes a text, not a list"),
        BadInput("B072 empty item", group("members:\n  ⟦-⟧ "), "type.null", "`members[0]` has no value"),
        BadInput(
            "B073 duplicate item", group("members: [{external: a}, ⟦{external: a}⟧]"), "list.duplicate",
            "`a` stands twice in `members`", help: "keep one"),
        BadInput(
            "B074 equal but for case",
            user("console: {protection: [sms]}\ngroups: [{external: Ops}, ⟦{external: ops}⟧]"),
            "list.duplicate-folded", "`ops` and `Ops` differ only in case"),
        BadInput(
            "duplicate attachment", group("policies: [{system: FullAccess}, ⟦{system: FullAccess}⟧]"),
            "list.duplicate", "`system: FullAccess` stands twice"),
        BadInput(
            "duplicate word", user("operationProtection: [sms, ⟦sms⟧]"), "list.duplicate",
            "`sms` stands twice"),
        BadInput(
            "unknown word", user("operationProtection: [⟦smss⟧]"), "value.choice", "`smss` is none",
            help: "did you mean `sms`?"),
        BadInput(
            "labels as a list", labelledAs("⟦[a]⟧"), "yaml.not-a-mapping", "`labels` takes a mapping"),
        BadInput(
            "protect without a reason", metadata("protect: ⟦true⟧"), "type.expected-text", "takes the reason",
            help: "on-call needs it"),
        BadInput("protect empty", metadata("protect: ⟦\"\"⟧"), "value.empty", "`protect` is empty"),
        BadInput("adopt in words", metadata("adopt: ⟦yes⟧"), "type.expected-bool", "not `yes`"),
        BadInput("formerly as a text", metadata("formerly: ⟦old⟧"), "type.expected-list", "takes a list"),
        BadInput(
            "formerly with a mode", metadata("⟦formerly⟧: {atLeast: [old]}"), "type.expected-list",
            "takes a list"),
        BadInput(
            "formerly twice", metadata("formerly: [old, ⟦old⟧]"), "list.duplicate", "`old` stands twice"),
        BadInput(
            "unknown metadata", metadata("⟦lables⟧: {}"), "schema.unknown-field", "`lables`", help: "`labels`"
        ),
        BadInput(
            "two invitations", user("invitation: {email: a@b, ⟦account⟧: c}"), "schema.one-of",
            "one address"),
        BadInput(
            "a range of no addresses", settings("api: {allowFrom: [⟦10.0.0.300⟧]}"), "value.address",
            "`10.0.0.300` is no range of addresses", help: "203.0.113.0/24"),
        BadInput(
            "an address inside a network", settings("api: {allowFrom: [⟦203.0.113.7/24⟧]}"), "value.address",
            "names an address inside its network", help: "`203.0.113.0/24` for the network, or `203.0.113.7`"),
        BadInput(
            "addresses without a range", settings("console: {allowFrom: [{⟦description⟧: office}]}"),
            "schema.missing-field", "no `range`"),
        BadInput(
            "addresses of one range",
            settings("console: {allowFrom: [10.0.0.0/8, ⟦{range: 10.0.0.0-10.255.255.255}⟧]}"),
            "list.duplicate", "`10.0.0.0/8` stands twice"),
        BadInput(
            "what users do not change", settings("selfService: [⟦mail⟧]"), "value.choice", "`mail` is none"),
        BadInput("no address", user("email: ⟦alice⟧"), "value.format", "an e-mail address"),
        BadInput("no phone number", user("phone: ⟦12 34 56⟧"), "value.format", "a phone number"),
        BadInput("two lines", user("displayName: ⟦\"a\\nb\"⟧"), "value.format", "one line"),
        BadInput(
            "too long", user("displayName: ⟦" + String(repeating: "a", count: 129) + "⟧"), "value.length",
            "129 characters, more than 128"),
        BadInput("B112 no days", agencyFor("⟦0d⟧"), "policy.duration", "`0d` is no duration", help: "`30d`"),
        BadInput("B112 never", agencyFor("⟦never⟧"), "policy.duration", "`never` is no duration"),
        BadInput("B112 beyond any calendar", agencyFor("⟦9999999d⟧"), "policy.duration", "no duration"),
        BadInput(
            "no trust", "apiVersion: writ/v1\nkind: Agency\nmetadata:\n  name: x\n⟦spec⟧: {}\n",
            "schema.missing-field", "no `trust` and no `trustPolicy`"),
        BadInput(
            "no spec", "apiVersion: writ/v1\nkind: Agency\nmetadata:\n  name: ⟦x⟧\n", "schema.missing-field",
            "no `trust`"),
        BadInput(
            "two trusts", agency("trust: []\n⟦trustPolicy⟧: {Statement: {Effect: Allow}}"), "schema.one-of",
            "exclude each other"),
        BadInput(
            "trust of nobody known", agency("trust: [{⟦acount⟧: a}]"), "schema.unknown-field", "`acount`",
            help: "did you mean `account`?"),
        BadInput(
            "trust of a bare name", agency("trust: [⟦acme⟧]"), "type.expected-mapping", "what it names",
            help: "`{account: acme}`"),
        BadInput(
            "trust of two at once", agency("trust: [{account: a, ⟦user⟧: b}]"), "type.expected-mapping",
            "has one key"),
        BadInput(
            "access key without a name", user("accessKeys: {keys: [{⟦status⟧: active}]}"),
            "schema.missing-field", "no `name`"),
        BadInput(
            "access key status", user("accessKeys: {keys: [{name: a, status: ⟦on-hold⟧}]}"), "value.choice",
            "`on-hold`", help: "`active`, `inactive`"),
        BadInput(
            "access key generation", user("accessKeys: {keys: [{name: a, generation: ⟦0⟧}]}"), "value.range",
            "from 1"),
        BadInput(
            "access keys of one name", user("accessKeys: {keys: [{name: a}, ⟦{name: a}⟧]}"), "list.duplicate",
            "`a` stands twice"),
        BadInput(
            "an attachment of no policy", group("policies: [⟦{scope: account}⟧]"), "schema.missing-field",
            "names no policy"),
        BadInput(
            "an attachment of two", group("policies: [{system: FullAccess, ⟦external⟧: b}]"),
            "type.expected-mapping", "both name the policy"),
        BadInput(
            "an unknown scope", group("policies: [{system: FullAccess, scope: ⟦acount⟧}]"), "value.choice",
            "`acount`", help: "did you mean `account`?"),
        BadInput(
            "an unknown sort of scope", group("policies: [{system: FullAccess, scope: {⟦projects⟧: a}}]"),
            "schema.unknown-field", "`projects`", help: "did you mean `project`?"),
        BadInput(
            "no date", group("policies: [{system: FullAccess, expires: ⟦2027-02-30⟧}]"), "value.date",
            "`2027-02-30` is no date"),
        BadInput(
            "expiry of what is forbidden",
            group("policies: {none: [{system: FullAccess, ⟦expires⟧: 2027-01-31}]}"), "value.expires-in-none",
            "cannot expire"),
        BadInput(
            "a reference with a wrong key", group("members: [{⟦extern⟧: a}]"), "schema.unknown-field",
            "`extern`", help: "did you mean `external`?"),
        BadInput("an empty reference", group("members: [⟦\"\"⟧]"), "value.empty", "is empty"),
    ]

    private static func settings(_ spec: String) -> String {
        manifest(.securitySettings, spec, name: "default")
    }

    private static func minimum(_ value: String) -> String {
        manifest(.passwordPolicy, "minimumLength: \(value)")
    }

    private static func agencyFor(_ duration: String) -> String {
        agency("trust: [{account: acme}]\nduration: \(duration)")
    }

    private static func metadata(_ line: String) -> String {
        "apiVersion: writ/v1\nkind: Group\nmetadata:\n  name: x\n  \(line)\n"
    }

    private static func labelled(_ label: String) -> String { metadata("labels: {\(label)}") }
    private static func labelledAs(_ value: String) -> String { metadata("labels: \(value)") }

    @Test(arguments: rows) func `a value of a wrong type is reported once`(_ row: BadInput) {
        row.verify()
    }

    @Test(
        arguments: [
            "nobody", "yesterday", "1.2.3", "v1", "0xyz", "1-2", "10.0.0.1", "12:99:00", "a:b",
            "+", ".", "1e", "2024-1", "e3", "nil", "None", "--1", "1__a",
        ]) func `a text that nobody reads as anything else may be plain`(_ text: String)
    {
        #expect(decode(["m.yaml": group("description: \(text)")]).diagnostics == [])
    }

    @Test(arguments: ["2027-01-31", "'2027-01-31'", "2027-01-31T12:00:00Z", "'2027-01-31T12:00:00+08:00'"])
    func `an expiry is a date by its schema, quoted or not`(_ text: String) throws {
        let decoding = decode(["m.yaml": group("policies: [{system: FullAccess, expires: \(text)}]")])
        #expect(decoding.diagnostics == [])
        let object = try #require(decoding.state.objects[Address(.group, "x")])
        let plain = text.replacing("'", with: "")
        #expect(object.policies?.items.first?.expires == Expiry(parsing: plain))
    }
}
