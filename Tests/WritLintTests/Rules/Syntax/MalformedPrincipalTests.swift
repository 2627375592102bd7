import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MalformedPrincipalTests {
    static let rows: [RuleRow] = [
        .document(
            "a wildcard in a name", kind: .trust,
            """
            Version: "5.0"
            Statement: [{Effect: Allow, Principal: {IAM: [⟦"iam::0123:user:ci-*"⟧]}, Action: ["sts:agencies:assume"]}]
            """, messages: ["`iam::0123:user:ci-*` has a wildcard, which is a character in a principal"]),
        .document(
            "another vendor's sort", in: .volcengine, kind: .trust,
            """
            Statement: [{Effect: Allow, Principal: {⟦Services⟧: ["ecs"]}, Action: ["sts:AssumeRole"]}]
            """, messages: ["volcengine has no principals of the sort `Services`"],
            help: "did you mean `Service`?",
            fixed: """
                Statement: [{Effect: Allow, Principal: {Service: ["ecs"]}, Action: ["sts:AssumeRole"]}]
                """, applicability: .unsafe),
        .document(
            "names of other sorts", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {AWS: [⟦"1234"⟧, ⟦"arn:aws:s3:::logs"⟧], Service: ⟦ec2⟧}, Action: "sts:AssumeRole"}]
            """,
            messages: [
                "`1234` is no principal of the sort `AWS`",
                "`arn:aws:s3:::logs` is no principal of the sort `AWS`",
                "`ec2` is no principal of the sort `Service`",
            ], help: "write an account of 12 digits, or `arn:aws:iam::account:user/name`"),
        .document(
            "a text", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: ⟦"123456789012"⟧, Action: "sts:AssumeRole"}]
            """, messages: ["`Principal` takes `\"*\"` or an object from sort to names"]),
        .document(
            "good ones", in: .jd, kind: .trust,
            """
            Version: "3"
            Statement:
              - {Effect: Allow, Principal: "jrn:iam::123456789012:root", Action: ["sts:assumeRole"]}
              - {Effect: Allow, Principal: {JDCLOUD: "123456789012", Service: "vm.jdcloud.com"}, Action: ["sts:assumeRole"]}
              - {Effect: Deny, Principal: "*", Action: ["sts:assumeRole"]}
            """),
        .document(
            "good ones of AWS", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {AWS: ["arn:aws:iam::123456789012:role/a", "*"], Service: ec2.amazonaws.com}, Action: "sts:AssumeRole"}]
            """),
        .file(
            "another rule's", in: .aws, #"{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "1"}}]}"#),
        .document(
            "no names", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {AWS: ⟦{a: b}⟧}, Action: "sts:AssumeRole"}]
            """, messages: ["`AWS` takes a list of texts"]),
        .file(
            "an empty list is another rule's", in: .aws, kind: .trust,
            #"{"Statement": [{"Effect": "Allow", "Principal": {"AWS": [], "Federated": ["arn:x"]}}]}"#),
        .document(
            "others of AWS", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {CanonicalUser: ["79a59d", ⟦"a:b"⟧], AWS: ["AIDA0123", "123456789012"]}, Action: "sts:AssumeRole"}]
            """),
        .document(
            "Huawei's services and accounts", kind: .trust,
            """
            Version: "5.0"
            Statement: [{Effect: Allow, Principal: {IAM: ["0a1b", ⟦"obs:::bucket:a"⟧], Service: ["service.ECS", ⟦ECS⟧]}, Action: ["sts:agencies:assume"]}]
            """),
        .document(
            "Volcengine's services and accounts", in: .volcengine, kind: .trust,
            """
            Statement: [{Effect: Allow, Principal: {IAM: ["trn:iam::21:root", ⟦ann⟧], Service: [ecs, ⟦ecs.volcengine.com⟧]}, Action: ["sts:AssumeRole"]}]
            """),
        .document(
            "JD Cloud's services and accounts", in: .jd, kind: .trust,
            """
            Version: "3"
            Statement: [{Effect: Allow, Principal: {JDCloud: [⟦"0123"⟧, ⟦"jrn:vm::123456789012:a"⟧], Service: [⟦vm⟧]}, Action: ["sts:assumeRole"]}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("malformed-principal", row) }
}
