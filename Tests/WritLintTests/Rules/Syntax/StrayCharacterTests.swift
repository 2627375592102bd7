import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct StrayCharacterTests {
    static let rows: [RuleRow] = [
        .document(
            "a space at the start, as in a vendor's page",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: [⟦" obs:bucket:CreateBucket"⟧]}]
            """, messages: ["` obs:bucket:CreateBucket` starts with a space"],
            help: "write `obs:bucket:CreateBucket`",
            fixed: """
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["obs:bucket:CreateBucket"]}]
                """, applicability: .unsafe),
        .file(
            "inside of an action", #"{"Statement": [{"Action": [⟦"ecs: servers:get"⟧]}]}"#,
            fixed: #"{"Statement": [{"Action": ["ecs:servers:get"]}]}"#, applicability: .unsafe),
        .file(
            "a letter of another script", #"{"Statement": [{"Action": [⟦"ecs:sеrvers:get"⟧]}]}"#,
            messages: ["`ecs:sеrvers:get` has letters that only look like ASCII ones"],
            fixed: #"{"Statement": [{"Action": ["ecs:servers:get"]}]}"#, applicability: .unsafe),
        .file(
            "a space of no width", "{\"Statement\": [{\"Resource\": [⟦\"obs:*:*:bucket:lo\u{200B}gs\"⟧]}]}",
            messages: ["`obs:*:*:bucket:lo\u{200B}gs` has a character that is not seen"],
            help: "write `obs:*:*:bucket:logs`"),
        .file("an effect", #"{"Statement": [{"Effect": ⟦"Allow "⟧, "Action": ["ecs:*:get"]}]}"#),
        .file(
            "names of resources may have spaces and any letters",
            #"{"Statement": [{"Resource": ["obs:*:*:object:logs/my file", "obs:*:*:bucket:журнал"]}]}"#),
        .file(
            "a space at the end of a name with one inside",
            #"{"Statement": [{"Resource": [⟦"obs:*:*:object:a/my file "⟧]}]}"#,
            messages: ["`obs:*:*:object:a/my file ` ends with a space"],
            fixed: #"{"Statement": [{"Resource": ["obs:*:*:object:a/my file"]}]}"#, applicability: .unsafe),
        .file(
            "letters of another script in a name may be meant",
            #"{"Statement": [{"Action": ["ecs:日本:get"], "Resource": ["obs:*:*:bucket:рaсe", "obs:*:*:object:a/мой файл"]}]}"#
        ),
        .file(
            "in each element, however its name is written", in: .aws, kind: .resource,
            """
            {"Statement": [{"sid": ⟦" a"⟧, "EFFECT": ⟦"Allow\u{A0}"⟧, "notAction": [⟦"s3: Get"⟧],
              "resource": [⟦" arn:aws:s3:::b"⟧], "notPrincipal": {"AWS": [⟦"1234 "⟧]}}]}
            """),
        .file(
            "of one element twice the first", in: .aws,
            #"{"Statement": [{"Action": ["s3:Get"], "action": ["s3: Get"], "Action ": ["s3: Get"]}]}"#),
        .manifests(
            "in a manifest what is not seen is an error of reading",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document:
                Version: "5.0"
                Statement: [{Effect: Allow, Action: [⟦"ecs:\\u200Bservers:get"⟧]}]
            """, severity: .error),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("stray-character", row) }
}
