import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MixedTrustTests {
    static let rows: [RuleRow] = [
        .manifests(
            "an account and a service",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: ⟦[{account: harbour}, {service: op_svc_ecs}]⟧
            """, messages: ["agency/partner is for services and for others at once"],
            help: "make an agency for each"),
        .manifests(
            "an account called a service",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: ⟦[{service: "0123456789"}]⟧
            """, messages: ["`service: 0123456789` of agency/partner is no service"], help: "write `account:`"
        ),
        .manifests(
            "a service called an account",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: ⟦[{account: service.APIG}]⟧
            """, messages: ["`account: service.APIG` of agency/partner is no account"],
            help: "write `service:`"),
        .document(
            "in a document", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {IAM: [⟦"service.APIG"⟧]}, Action: ["sts:agencies:assume"]}
            """, messages: ["`service.APIG` is named as another sort of principal than it is"],
            help: "name it under `Service`"),
        .document(
            "a role of JD Cloud for both", in: .jd, kind: .trust,
            """
            Version: "3"
            Statement:
              - {Effect: Allow, Principal: {JDCloud: "012345678901", Service: ⟦"vm.jdcloud.com"⟧}, Action: "sts:assumeRole", Resource: "*"}
            """, messages: ["the role is for the service `vm.jdcloud.com` and for others at once"],
            help: "make a role for each"),
        .document(
            "AWS lets both in", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "0123456789", Service: "ec2.amazonaws.com"}, Action: ["sts:AssumeRole"]}
            """),
        .manifests(
            "services of the older model",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec:
              trust: [{account: op_svc_ecs}, {service: op_svc_evs}]
            """),
        .manifests(
            "accounts",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{account: harbour}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("mixed-trust", row) }
}
