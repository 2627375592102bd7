import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ActionMarksTests {
    /// Each action of every list, and patterns around it that match it, match others too, or match none.
    static func patterns(_ dialect: Dialect) -> [String] {
        let actions = Set(ActionTopic.allCases.flatMap { dialect.actions($0).names })
        var patterns: Set<String> = ["*", "*:*", "*:*:*", "*:*:*:*", "", ":", "iam", "create*", "*user*"]
        for action in actions {
            let service = String(action.prefix { $0 != ":" })
            let operation = String(action.dropFirst(service.count))
            let (head, end) = (String(action.dropLast(3)), String(action.suffix(4)))
            let around: [String] = [
                action, action.uppercased(), "\(action)x", head, "\(head)*", "\(head)???", "*\(operation)",
                "?\(action.dropFirst())", service, "\(service):", "\(service)x:*", "\(service)*", operation,
                "\(service):*\(end)", "\(service):Get*", "\(service):D*",
            ]
            patterns.formUnion(around)
        }
        for service in dialect.sensitiveServices.union(dialect.infrastructureServices) {
            let operations = [
                "*", "*:*", "CreateThing", "thing:create*", "*:create", "zap*", "z*", "c*", "Describe*",
            ]
            patterns.formUnion(operations.map { "\(service):\($0)" })
        }
        return patterns.sorted()
    }

    @Test(arguments: Dialect.allCases) func areThoseOfEachListByItself(_ dialect: Dialect) throws {
        let texts = ActionMarksTests.patterns(dialect)
        let list = JSONValue.array(texts.map(JSONValue.string)).compactText
        let policy = try policy(#"{"Effect": "Allow", "Action": \#(list), "Resource": "*"}"#, dialect)
        let included = policy.statements.first?.reading?.actions.included ?? []
        let entries = policy.statementMarks.first?.entries ?? []
        #expect(included.count == texts.count && entries.count == texts.count)
        for (pattern, marks) in zip(included, entries) {
            #expect(marks == expected(pattern.glob, dialect), "\(pattern.text)")
        }
    }

    private func policy(
        _ statement: String, _ dialect: Dialect, _ kind: PolicyKind = .identity
    ) throws -> LintedPolicy {
        let json = try JSONValue(parsing: Array("{\"Statement\": \(statement)}".utf8))
        return LintedPolicy(id: LintedPolicy.ID(.file("x")), dialect: dialect, kind: kind, json: json)
    }

    /// The marks of a pattern, asked of one list after the other.
    private func expected(_ glob: Glob, _ dialect: Dialect) -> ActionMarks {
        if glob.coversEveryAction(dialect) { return .everyAction }
        var marks: ActionMarks = []
        for topic in ActionTopic.allCases {
            let matches = dialect.actions(topic).names.contains { glob.matches(foldedCase(Array($0.utf8))) }
            if matches { marks.insert(.reaches(topic)) }
        }
        if let service = glob.wholeService, dialect.sensitiveServices.contains(service) {
            marks.insert(.wholeSensitiveService)
        } else if glob.hasOpenOperation, glob.changesSomething {
            marks.insert(.openWrite)
        }
        if let service = glob.actionService, dialect.infrastructureServices.contains(service),
            glob.changesSomething
        {
            marks.insert(.changesInfrastructure)
        }
        return marks
    }

    @Test(arguments: [
        ("ec2:createvpc", true), ("ec2:create", true), ("ec2:c*", true), ("ec2:*", true),
        ("ec2:crea?e*", true), ("create", true), ("ec2:recreate", false), ("ec2:crea", false),
        ("ec2:z*", false), ("ec2:", false),
        ("ec2:describe*", false), ("ecs:create:get", false), ("ecs:get:cre*", true), ("ec2:{*", false),
    ]) func namesTellWhatChangesSomething(_ text: String, changes: Bool) {
        #expect(Glob(text).changesSomething == changes)
    }

    @Test func stateWhatTheStatementDoes() throws {
        let statements: [(String, ActionMarks)] = [
            (#"{"Effect": "Deny", "Action": "iam:PassRole", "Resource": "*"}"#, [.any, .denies]),
            (#"{"Effect": "Deny", "NotAction": "iam:*", "Resource": "*"}"#, [.any, .denies, .excludes]),
            (#"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}"#, [.any, .excludes]),
            (#"{"Effect": "Allow", "Action": "iam:PassRole", "NotResource": "a"}"#, [.any, .excludes]),
            (#"{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::1:role/a"}"#, .any),
            (
                #"{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}"#,
                [.any, .reaches(.passAgency)]
            ),
            (#"{"Effect": "Sometimes", "Action": "iam:PassRole", "Resource": "*"}"#, .any),
        ]
        for (text, marks) in statements {
            #expect(try policy(text, .aws).statementMarks.map(\.marks) == [marks], "\(text)")
            let ofResource = #"{"Principal": {"AWS": "0123456789"}, "# + text.dropFirst()
            #expect(
                try policy(ofResource, .aws, .resource).statementMarks.map(\.marks)
                    == [marks.subtracting(.reaches(.passAgency))], "\(ofResource)")
        }
    }
}
