import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct TooManyResourcesTests {
    static let rows: [RuleRow] = [
        .file(
            "eleven",
            #"{"Version": "1.1", "Statement": [{"Effect": "Allow", ⟦"Resource"⟧: \#(buckets(11))}]}"#,
            messages: ["`Resource` lists 11 resources of at most 10"],
            help: "split the statement, or name resources by a pattern"),
        .file(
            "21 agencies",
            #"{"Version": "1.1", "Statement": [{"Effect": "Allow", "Resource": {⟦"uri"⟧: \#(agencies(21))}}]}"#,
            messages: ["`uri` lists 21 resources of at most 20"]),
        .file("ten", #"{"Version": "1.1", "Statement": [{"Effect": "Allow", "Resource": \#(buckets(10))}]}"#),
        .file(
            "20 agencies",
            #"{"Version": "1.1", "Statement": [{"Effect": "Allow", "Resource": {"uri": \#(agencies(20))}}]}"#),
        .file(
            "in a policy of the newer model",
            #"{"Version": "5.0", "Statement": [{"Effect": "Allow", "Resource": \#(buckets(11))}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("too-many-resources", row) }

    static func buckets(_ count: Int) -> String { list(count) { #""obs:*:*:bucket:b\#($0)""# } }
    static func agencies(_ count: Int) -> String { list(count) { #""/iam/agencies/\#($0)""# } }
}
