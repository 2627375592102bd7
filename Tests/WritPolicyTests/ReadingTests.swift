import Testing
import WritModel
import WritPolicy

/// What is read at once has to be what reading piece by piece says.
@Suite("reading patterns and operators")
struct ReadingTests {
    static let texts = [
        "", "*", "**", "a**b", "S3:Get*?", "?*?", "a:b::c", "Ärger*", "x$", "${*}", "arn:aws:s3:::b/*",
    ]

    @Test("a text's glob is that of its bytes", arguments: texts)
    func globs(text: String) {
        let bytes = { (one: Bool) in
            text.utf8.map { $0 == 0x2A ? Glob.run : $0 == 0x3F && one ? Glob.one : $0 }
        }
        #expect(Glob(text) == Glob(bytes: bytes(true)))
        #expect(Glob(text).isLiteral == Glob(bytes: bytes(true)).isLiteral)
        #expect(Glob(text, questionMark: false) == Glob(bytes: bytes(false)))
        #expect(Glob(text).caseFolded == Glob(bytes: foldedCase(bytes(true))))
        let pattern = TextPattern(text, .text)
        #expect(pattern.constant == Glob(literal: text))
        #expect(pattern.parts == (text.isEmpty ? [] : [.bytes(Array(text.utf8))]))
    }

    struct OperatorRow: CustomTestStringConvertible {
        var name: String
        var dialect = Dialect.aws
        var test: ConditionTest?
        var isNegated = false
        var qualifier: Qualifier?
        var ifExists = false
        var testDescription: String { "\(dialect) \(name)" }
    }

    @Test(
        "an operator's name, its qualifier and its suffix",
        arguments: [
            OperatorRow(name: "StringLike", test: .glob(caseless: false)),
            OperatorRow(
                name: "foranyvalue:STRINGLIKEifexists", test: .glob(caseless: false), qualifier: .anyValue,
                ifExists: true),
            OperatorRow(name: "ForAllValues:Bool", test: .boolean, qualifier: .allValues),
            OperatorRow(name: "StringLi\u{212A}e", test: .glob(caseless: false)),
            OperatorRow(name: "Null", test: .absence), OperatorRow(name: "NullIfExists"),
            OperatorRow(name: "ForAnyValue:Null"), OperatorRow(name: "IfExists"),
            OperatorRow(name: "ForAnyValue:ForAllValues:Bool"), OperatorRow(name: "BoolIfExistsIfExists"),
            OperatorRow(name: "DateEquals", test: .date(.equal)),
            OperatorRow(name: "NumericNotEquals", test: .number(.equal), isNegated: true),
            OperatorRow(name: "DateEquals", dialect: .huawei),
            OperatorRow(name: "DateNotEquals", dialect: .huawei),
            OperatorRow(name: "DateLessThan", dialect: .huawei, test: .date(.less)),
            OperatorRow(name: "NumberEquals", dialect: .huawei, test: .number(.equal)),
            OperatorRow(name: "NumericEquals", dialect: .huawei),
            OperatorRow(name: "StringEquals", dialect: .volcengine, test: .glob(caseless: false)),
            OperatorRow(name: "ArnLike", dialect: .volcengine),
        ])
    func operators(row: OperatorRow) {
        let found = row.dialect.conditionOperator(named: row.name)
        #expect(found?.test == row.test)
        guard let found else { return }
        #expect(
            found.isNegated == row.isNegated && found.qualifier == row.qualifier
                && found.ifExists == row.ifExists)
    }

    @Test("of two statement elements of one name in different case neither counts")
    func twice() {
        let reading = readPolicy(
            [
                "Version": "2012-10-17",
                "Statement": [["Effect": "Allow", "effect": "Deny", "Action": "*", "Resource": "*"]],
            ],
            dialect: .aws)
        #expect(reading.statements.isEmpty && reading.unreadableCount == 1)
        #expect(reading.problems.map(\.path.description) == ["Statement[0].effect"])
    }

    @Test("only the operator of JD Cloud that its page names is certain")
    func open() {
        #expect(Dialect.jd.conditionOperator(named: "StringEquals")?.isOpen == false)
        #expect(Dialect.jd.conditionOperator(named: "StringEqualsIfExists")?.isOpen == true)
        #expect(Dialect.jd.conditionOperator(named: "Bool")?.isOpen == true)
    }
}
