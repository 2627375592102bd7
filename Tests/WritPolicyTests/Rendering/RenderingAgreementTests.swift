import Testing
import WritModel
import WritPolicy
import WritTestKit

/// Random documents of every dialect in every form.
@Suite("documents in another form decide the same")
struct RenderingAgreementTests {
    private static let count = isFullRun ? 5000 : 100

    /// A generated key and its name with each vendor, written down here a second time.
    private static let keys: [(name: String, own: [Dialect: String])] = [
        ("k:name2", tag("Resource", "two")), ("k:Age", tag("Request", "age")),
        ("k:Mfa", tag("Request", "mfa")),
        ("k:Name", [.aws: "aws:username", .huawei: "g:UserName", .volcengine: "volc:UserName"]),
        ("k:Time", [.aws: "aws:CurrentTime", .huawei: "g:CurrentTime", .volcengine: "volc:CurrentTime"]),
        ("k:Ip", [.aws: "aws:SourceIp", .huawei: "g:SourceIp", .volcengine: "volc:SourceIp"]),
    ]

    private static func tag(_ of: String, _ key: String) -> [Dialect: String] {
        [
            .aws: "aws:\(of)Tag/\(key)", .huawei: "g:\(of)Tag/\(key)", .volcengine: "volc:\(of)Tag/\(key)",
            .jd: of == "Resource" ? "JDCloud:ResourceTag/\(key)" : "k:\(key)",
        ]
    }

    /// A document's text under a vendor's names; JD knows users by their tags alone.
    private static func named(_ text: String, _ dialect: Dialect, with other: Dialect) -> String {
        keys(dialect, with: other).reduce(text) { text, key in text.replacing(key.name, with: key.own) }
    }

    private static func keys(_ dialect: Dialect, with other: Dialect) -> [(name: String, own: String)] {
        let isJD = dialect == .jd || other == .jd
        return keys.compactMap { key in
            let own = isJD && key.name == "k:Name" ? tag("Resource", "u") : key.own
            return own[dialect].map { (key.name, $0) }
        }
    }

    @Test("what was printed decides as what it was made from", arguments: Dialect.allCases)
    func agreement(_ dialect: Dialect) throws {
        var printed: [PolicyForm: Int] = [:]
        var faults: [String] = []
        for seed in 0..<UInt64(Self.count) {
            var random = SplitMix64(seed: seed &* 7 &+ 1)
            var documents = PolicyGenerator(dialect, random: SplitMix64(seed: random.next()))
            let drawn = documents.document()
            for form in PolicyForm.allCases where PolicyForm(of: drawn, dialect: dialect) != form {
                let isSame = form.dialect == dialect
                let base = isSame ? drawn : Self.general(drawn, dialect, form, &random)
                let text = base.compactText
                let document = try JSONValue(
                    parsing: Array((isSame ? text : Self.named(text, dialect, with: form.dialect)).utf8))
                let rendering = renderPolicy(document, from: dialect, to: form)
                guard let result = rendering.document else {
                    #expect(rendering.problems.contains { $0.isError })
                    continue
                }
                printed[form, default: 0] += 1
                if !readPolicy(result, dialect: form.dialect).problems.isEmpty {
                    faults.append("seed \(seed): problems")
                }
                var requests = RequestGenerator(
                    dialect, near: [base], random: SplitMix64(seed: random.next()))
                for _ in 0..<10 {
                    let request = Self.wellFormed(requests.request(), dialect)
                    let asked = isSame ? request : Self.named(request, dialect, with: form.dialect)
                    var there = isSame ? request : Self.named(request, form.dialect, with: dialect)
                    there = Self.wellFormed(there, form.dialect)
                    let before = slowVerdict([document], dialect: dialect, request: asked)
                    let after = slowVerdict([result], dialect: form.dialect, request: there)
                    guard before != after else { continue }
                    faults.append(
                        "seed \(seed): \(before), as \(form.rawValue) \(after): \(document.compactText) \(result.compactText) \(asked)"
                    )
                }
            }
        }
        for fault in faults.prefix(3) { Issue.record("\(fault)") }
        #expect(faults.count == 0)
        for form in PolicyForm.allCases where form.dialect != dialect {
            #expect(
                printed[form, default: 0] * 20 > Self.count, "few are printed as \(form.rawValue): \(printed)"
            )
        }
    }

    /// The request with an action that the vendor can have.
    private static func wellFormed(_ request: Request, _ dialect: Dialect) -> Request {
        var result = request
        let parts = request.action.split(separator: ":", omittingEmptySubsequences: false)
        let wanted = dialect == .huawei ? 3 : 2
        guard parts.count != wanted else { return result }
        let start = parts[0].isEmpty ? "s3" : String(parts[0])
        result.action = ([start] + Array(repeating: "Get", count: wanted - 1)).joined(separator: ":")
        return result
    }

    /// A document without names of one vendor, as far as the forms need it.
    private static func general(
        _ document: JSONValue, _ dialect: Dialect, _ form: PolicyForm, _ random: inout SplitMix64
    ) -> JSONValue {
        let keepsActions = dialect != .huawei && form.dialect != .huawei && random.chance(90)
        let statements = document["Statement"]?.array ?? document["statement"]?.array ?? []
        return .object(
            [
                .init(
                    "Statement",
                    .array(
                        statements.map { statement in
                            .object(
                                (statement.members ?? []).compactMap { member in
                                    switch member.name.lowercased() {
                                    case "resource": .init(member.name, "*")
                                    case "notresource": nil
                                    case "notaction": keepsActions ? member : nil
                                    case "action": keepsActions ? member : .init(member.name, ["*"])
                                    default: member
                                    }
                                })
                        }))
            ].reversed() + (document["Version"].map { [.init("Version", $0)] } ?? []))
    }

    /// A request under the vendor's names; times that only AWS can write are left out.
    private static func named(_ request: Request, _ dialect: Dialect, with other: Dialect) -> Request {
        var result = request
        result.context = [:]
        let names = keys(dialect, with: other)
        for (key, values) in request.context {
            let own = names.first { $0.name.lowercased() == key.lowercased() }?.own ?? key
            result.context[own] = values.filter {
                !(key.lowercased() == "k:time" && $0.allSatisfy(\.isNumber))
            }
        }
        return result
    }
}
