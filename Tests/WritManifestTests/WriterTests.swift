import Testing
import WritDiagnostics
import WritManifest
import WritModel
import WritTestKit

/// What is written reads back as it was, and looks as a person would write it.
@Suite struct WriterTests {
    struct Scalar: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let block: String
        let flow: String

        init(_ description: String, _ text: String, _ block: String, flow: String? = nil) {
            (testDescription, self.text, self.block, self.flow) = (description, text, block, flow ?? block)
        }
    }

    @Test(arguments: [
        Scalar("words", "Payments engineers", "Payments engineers"),
        Scalar("an action", "obs:bucket:*", "obs:bucket:*"),
        Scalar("nothing", "", #""""#),
        Scalar("a word for false", "no", #""no""#),
        Scalar("a word for nothing", "Null", #""Null""#),
        Scalar("a number", "0x1F", #""0x1F""#),
        Scalar("a version", "1.1", #""1.1""#),
        Scalar("a date", "2027-01-31", #""2027-01-31""#),
        Scalar("a time in base 60", "12:30:45", #""12:30:45""#),
        Scalar("a phone number", "+353 1 555 0140", #""+353 1 555 0140""#),
        Scalar("a wildcard", "*", #""*""#),
        Scalar("a colon and a space", "see: this", #""see: this""#),
        Scalar("a number sign in a word", "C#", "C#"),
        Scalar("a comment", "a #b", #""a #b""#),
        Scalar("spaces around", " a ", #"" a ""#),
        Scalar("a comma", "a, b", "a, b", flow: #""a, b""#),
        Scalar("brackets", "Reads (all) [now]", "Reads (all) [now]", flow: #""Reads (all) [now]""#),
        Scalar("an apostrophe", "it's", "it's"),
        Scalar("double quotes", #""a" b"#, #"'"a" b'"#),
        Scalar("both quotes", #"'a' "b""#, #"'''a'' "b"'"#),
        Scalar("a backslash in a word", #"a\b"#, #"a\b"#),
        Scalar("a tab", "a\tb", #""a\tb""#),
        Scalar("a space that is none", "a\u{A0}b", #""a\xA0b""#),
        Scalar("a character that is refused", "a\u{202E}b", #""a\u202Eb""#),
        Scalar("other scripts", "日本 🦊", "日本 🦊"),
        Scalar("the merge key", "<<", #""<<""#),
    ])
    func `a text is quoted only where it has to be`(_ row: Scalar) {
        #expect(yamlScalar(row.text) == row.block)
        #expect(yamlScalar(row.text, inFlow: true) == row.flow)
    }

    @Test(arguments: awkwardLines + awkwardProse)
    func `a text reads back wherever it stands`(_ text: String) throws {
        var object = DesiredObject(Address(.user, "u"), protect: text.isEmpty ? nil : text)
        object.fields[.description] = .scalar(.text(text))
        if !text.contains("\n") {
            object.labels["key: 1"] = text
            object.labels[text.isEmpty ? "x" : text] = "no"
            object.fields[.displayName] = .scalar(.text(text))
        }
        if !text.isEmpty {
            object.groups = DesiredList(.none, [Reference(text, isExternal: true)])
            object.policies = DesiredList(
                .atLeast, [DesiredAttachment(.custom(text), isExternal: true, scope: .project(text))])
        }
        try expectReadsBack(object)
        var document = DesiredObject(Address(.policy, "p"))
        let statement: JSONValue = .object([
            .init("Effect", "Allow"), .init("Sid", .string(text)), .init(text, [.string(text), "x"]),
            .init("Condition", .object([.init("Bool", .object([.init(text, .string(text))]))])),
        ])
        document.fields[.document] = .scalar(.document(PolicyDocument(["Statement": [statement]])))
        try expectReadsBack(document)
    }

    @Test(arguments: 0..<(isFullRun ? 500 : 50))
    func `generated states read back whole`(_ seed: UInt64) throws {
        var generator = StateGenerator(
            seed: seed, asOf: Instant(epochSeconds: 1_800_000_000), hasCredentials: true)
        var state = generator.mutated(from: generator.state())
        for address in state.objects.keys where address.kind != .passwordPolicy {
            state.objects[address]?.labels = ["owner": "a, b", "1.1": "yes"]
            state.objects[address]?.protect = "on-call\nneeds it"
            state.objects[address]?.adopt = true
            // A manifest says who may assume an agency.
            if address.kind == .agency, state.objects[address]?.fields[.trustPolicy] == nil,
                state.objects[address]?.fields[.trust] == nil
            {
                state.objects[address]?.fields[.trust] = .list(DesiredList(.exactly, []))
            }
        }
        let objects = state.objects.values.sorted { $0.address < $1.address }
        let decoding = decode(["m.yaml": manifestText(of: objects)])
        #expect(decoding.diagnostics.filter { $0.severity == .error } == [], "seed \(seed)")
        #expect(decoding.state == state, "seed \(seed)")
    }

    @Test func `a manifest is laid out as a person would write it`() {
        var user = DesiredObject(Address(.user, "li.na"), formerly: ["lina"])
        user.labels = ["owner": "payments", "cost-center": "4400"]
        user.protect = "on-call needs it"
        user.fields = [
            .displayName: .scalar(.text("Li Na")),
            .description: .scalar(.text("Leads the ledger team.\n\nAway on Fridays: ask \"sofia\".\n")),
            .phone: .scalar(.text("+86 10 5555 0100")), .enabled: .scalar(.boolean(true)),
            .consoleEnabled: .scalar(.boolean(true)),
            .consoleProtection: .list(.init(.exactly, [.word("vmfa")])),
            .operationProtection: .list(.init(.atLeast, [.word("vmfa"), .word("sms")])),
            .accessKeysMax: .scalar(.integer(2)),
            .accessKeysKeys: .list(
                .init(
                    .exactly,
                    [
                        .accessKey(
                            DeclaredAccessKey(name: "ci", generation: 3, deliverTo: sampleRecipients[0])),
                        .accessKey(DeclaredAccessKey(name: "old", status: .inactive)),
                    ])),
        ]
        user.groups = DesiredList(.none, [Reference("contractors"), Reference("visitors", isExternal: true)])
        user.policies = DesiredList(
            .atLeast,
            [
                DesiredAttachment(.custom("ledger-read")), DesiredAttachment(.system("Tenant Guest")),
                DesiredAttachment(
                    .custom("ledger-write"), scope: .enterpriseProject("payments"),
                    expires: Expiry(parsing: "2027-01-31")),
                DesiredAttachment(.custom("by-hand"), isExternal: true, scope: .allProjects),
            ])
        var policy = DesiredObject(Address(.policy, "ledger read"))
        policy.fields[.description] = .scalar(
            .text(
                "Reads the ledger and looks at its databases, which the auditors have asked for in the review of spring 2026"
            ))
        policy.fields[.document] = .scalar(
            .document(
                PolicyDocument([
                    "Version": "1.1",
                    "Statement": [
                        [
                            "Effect": "Allow",
                            "Action": [
                                "obs:bucket:HeadBucket", "obs:bucket:ListBucket", "obs:object:GetObject",
                                "obs:object:GetObjectVersion", "rds:instance:list",
                            ], "Resource": ["*"],
                            "Condition": ["Bool": ["g:MFAPresent": ["true"]], "NumericLessThan": ["x": 5]],
                        ], ["Effect": "Deny", "Action": "kms:cmk:delete"],
                    ],
                ])))
        var agency = DesiredObject(Address(.agency, "batch"), adopt: true)
        agency.fields[.trust] = .list(
            .init(
                .exactly,
                [.trust(TrustPrincipal(.service, "op_svc_ecs")), .trust(TrustPrincipal(.user, "x"))]))
        agency.policies = DesiredList(.none, [DesiredAttachment(.system("FullAccess"), scope: nil)])
        var group = DesiredObject(Address(.group, "everybody"))
        group.members = DesiredList(.exactly, (1...12).map { Reference("somebody-\($0)") })
        group.policies = DesiredList(.exactly, [])
        expectGolden(manifestText(of: [user, policy, agency, group]), named: "written-manifests")
    }

    @Test func `a configuration reads back as its target`() {
        let target = Target(name: "production", account: "0123: no", paths: ["iam", "a b"])
        let file = ManifestFile(path: "writ.yaml", bytes: Array(configurationText(of: target).utf8))
        let configuration = decodeConfiguration(file)
        #expect(configuration.diagnostics == [])
        #expect(configuration.targets == [target])
    }

    private func expectReadsBack(_ object: DesiredObject) throws {
        let text = manifestText(of: object)
        let decoding = decode(["m.yaml": text])
        let errors = decoding.diagnostics.filter { $0.severity == .error }
        #expect(errors == [], "\(text)")
        #expect(decoding.state.objects[object.address] == object, "\(text)")
        if case .scalar(.document(let written))? = object.fields[.document],
            case .scalar(.document(let read))? = decoding.state.objects[object.address]?.fields[.document]
        {
            #expect(read.json == written.json, "\(text)")
        }
    }
}
