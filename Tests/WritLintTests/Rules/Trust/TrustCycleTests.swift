import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct TrustCycleTests {
    static let rows: [RuleRow] = [
        .manifests(
            "two roles", in: .aws,
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec:
              trustPolicy:
                ⟦{Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::0123456789:role/deploy"}, Action: ["sts:AssumeRole"]}]}⟧
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: deploy}
            spec:
              trustPolicy:
                {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::0123456789:role/build"}, Action: ["sts:AssumeRole"]}]}
            """, messages: ["agency/build can assume agency/deploy, then agency/build again"],
            help: "take one of the trusts out"),
        .manifests(
            "itself", in: .aws,
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec:
              trustPolicy:
                ⟦{Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::0123456789:role/build"}, Action: ["sts:AssumeRole"]}]}⟧
            """, messages: ["agency/build can assume itself"]),
        .manifests(
            "an account that is trusted as a whole", in: .aws,
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec:
              trustPolicy: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "0123456789"}, Action: ["sts:AssumeRole"]}]}
              policies: [assume]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: assume}
            spec:
              document:
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Action: ["sts:AssumeRole"], Resource: ["*"]}]
            """),
        .manifests(
            "by a condition on who calls", in: .aws,
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec:
              trustPolicy: ⟦{Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "0123456789"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"aws:PrincipalArn": "arn:aws:iam::0123456789:role/build"}}}]}⟧
              policies: [assume]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: assume}
            spec:
              document:
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Action: ["sts:AssumeRole"], Resource: ["*"]}]
            """),
        .manifests(
            "a chain that ends", in: .aws,
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec:
              trustPolicy:
                {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::0123456789:role/deploy"}, Action: ["sts:AssumeRole"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: deploy}
            spec:
              trustPolicy: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: "ec2.amazonaws.com"}, Action: ["sts:AssumeRole"]}]}
            """),
        .manifests(
            "the trust alone is not enough under Volcengine", in: .volcengine,
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec:
              trustPolicy:
                {Statement: [{Effect: Allow, Principal: {IAM: "trn:iam::0123456789:role/deploy"}, Action: ["sts:AssumeRole"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: deploy}
            spec:
              trustPolicy:
                {Statement: [{Effect: Allow, Principal: {IAM: "trn:iam::0123456789:role/build"}, Action: ["sts:AssumeRole"]}]}
            """),
        .manifests(
            "with the permission under Volcengine", in: .volcengine,
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec:
              trustPolicy: ⟦{Statement: [{Effect: Allow, Principal: {IAM: ["trn:iam::0123456789:role/deploy"]}, Action: ["sts:AssumeRole"]}]}⟧
              policies: [assume]
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: deploy}
            spec:
              trustPolicy: {Statement: [{Effect: Allow, Principal: {IAM: ["trn:iam::0123456789:role/build"]}, Action: ["sts:AssumeRole"]}]}
              policies: [assume]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: assume}
            spec:
              document:
                Statement: [{Effect: Allow, Action: ["sts:AssumeRole"], Resource: ["*"]}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("trust-cycle", row) }
}
