import Testing
import WritModel
import WritPolicy

@Suite("documents in another form")
struct RenderingTests {
    struct Row: CustomTestStringConvertible {
        var name: String
        var from: Dialect
        var to: PolicyForm
        var kind = PolicyKind.identity
        var document: String
        /// What is printed; `nil` where it is refused.
        var printed: String?
        /// `code at path`.
        var problems: [String] = []
        var testDescription: String { name }
    }

    private static let plain = #"{"Statement":[{"Effect":"Allow","Action":["vpc:Get*"],"Resource":["*"]}]}"#

    static let rows: [Row] = [
        Row(
            name: "its own form stays as it is written", from: .aws, to: .aws,
            document:
                #"{"Statement":{"resource":"*","Effect":"Allow","Action":"s3:Get*","Sid":"A"},"Version":"2012-10-17"}"#,
            printed:
                #"{"Statement":{"resource":"*","Effect":"Allow","Action":"s3:Get*","Sid":"A"},"Version":"2012-10-17"}"#
        ),
        Row(
            name: "Volcengine's document for AWS: a version", from: .volcengine, to: .aws, document: plain,
            printed:
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["vpc:Get*"],"Resource":["*"]}]}"#,
            problems: ["render.names at Statement[0].Action[0]"]),
        Row(
            name: "what AWS has to say and Volcengine has not", from: .volcengine, to: .aws,
            document: #"{"Statement":[{"Effect":"Deny","Action":["*"]}]}"#,
            printed:
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":"*"}]}"#),
        Row(
            name: "names of statements have no meaning", from: .aws, to: .volcengine,
            document:
                #"{"Version":"2012-10-17","Id":"i","Statement":{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"}}"#,
            printed: #"{"Statement":[{"Effect":"Allow","Action":["*"],"Resource":["*"]}]}"#,
            problems: ["render.dropped at Id", "render.dropped at Statement.Sid"]),
        Row(
            name: "NotAction subtracts from everything", from: .aws, to: .volcengine,
            document: #"[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]"#,
            printed:
                #"{"Statement":[{"Effect":"Allow","Action":["*"],"NotAction":["iam:*"],"Resource":["*"]}]}"#,
            problems: ["render.names at [0].NotAction"]),
        Row(
            name: "and back", from: .volcengine, to: .aws,
            document: #"{"Statement":[{"Effect":"Allow","Action":["*"],"NotAction":["iam:*"]}]}"#,
            printed:
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":["iam:*"],"Resource":"*"}]}"#,
            problems: ["render.names at Statement[0].NotAction[0]"]),
        Row(
            name: "NotAction that subtracts from less than everything", from: .volcengine, to: .aws,
            document: #"{"Statement":[{"Effect":"Allow","Action":["vpc:*"],"NotAction":["vpc:Del*"]}]}"#,
            problems: ["render.negated at Statement[0].NotAction", "render.names at Statement[0].Action[0]"]),
        Row(
            name: "a resource is a name of one vendor", from: .aws, to: .volcengine,
            document: #"[{"Effect":"Allow","Action":"*","Resource":["*","arn:aws:s3:::b"]}]"#,
            problems: ["render.resource at [0].Resource[1]"]),
        Row(
            name: "actions of other segments", from: .aws, to: .huaweiIdentity,
            document: #"[{"Effect":"Allow","Action":"ecs:Get*","Resource":"*"}]"#,
            problems: ["render.action at [0].Action"]),
        Row(
            name: "everything is everything", from: .aws, to: .huaweiIdentity,
            document: #"[{"Effect":"Allow","Action":["*:*"],"Resource":"*"}]"#,
            printed:
                #"{"Version":"5.0","Statement":[{"Effect":"Allow","Action":["*:*:*"],"Resource":["*"]}]}"#),
        Row(
            name: "keys that both have", from: .aws, to: .volcengine,
            document:
                #"[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:sourceip":"10.0.0.0/8"},"StringLike":{"aws:ResourceTag/Team":"a*"}}}]"#,
            printed:
                #"{"Statement":[{"Effect":"Allow","Action":["*"],"Resource":["*"],"Condition":{"IpAddress":{"volc:SourceIp":["10.0.0.0/8"]},"StringLike":{"volc:ResourceTag/Team":["a*"]}}}]}"#
        ),
        Row(
            name: "a key that only one has", from: .aws, to: .volcengine,
            document:
                #"[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":true}}}]"#,
            problems: ["render.key at [0].Condition.Bool.aws:MultiFactorAuthPresent"]),
        Row(
            name: "a star that is a character", from: .aws, to: .volcengine,
            document:
                #"[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:username":"a*"}}}]"#,
            problems: ["render.value at [0].Condition.StringEquals.aws:username"]),
        Row(
            name: "a star that is a wildcard", from: .volcengine, to: .aws,
            document:
                #"{"Statement":[{"Effect":"Allow","Action":["*"],"Condition":{"StringEquals":{"volc:UserName":["a*"]}}}]}"#,
            printed:
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["*"],"Resource":"*","Condition":{"StringLike":{"aws:username":["a*"]}}}]}"#
        ),
        Row(
            name: "an absent key under a negated operator", from: .aws, to: .huaweiIdentity,
            document:
                #"[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:username":["root","ops"]}}}]"#,
            printed:
                #"{"Version":"5.0","Statement":[{"Effect":"Deny","Action":["*:*:*"],"Resource":["*"],"Condition":{"StringNotEqualsIfExists":{"g:UserName":["root","ops"]}}}]}"#
        ),
        Row(
            name: "of which the vendor says nothing", from: .huawei, to: .aws,
            document:
                #"{"Version":"5.0","Statement":[{"Effect":"Deny","Action":["*"],"Condition":{"StringNotEquals":{"g:UserName":["root"]}}}]}"#,
            problems: ["render.absent-key at Statement[0].Condition.StringNotEquals.g:UserName"]),
        Row(
            name: "unless the key is asked for", from: .huawei, to: .aws,
            document:
                #"{"Version":"5.0","Statement":[{"Effect":"Deny","Action":["*"],"Condition":{"StringNotEquals":{"g:UserName":["root"]},"Null":{"g:UserName":["false"]}}}]}"#,
            printed:
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:username":["root"]},"Null":{"aws:username":["false"]}}}]}"#
        ),
        Row(
            name: "a key about second factors", from: .huawei, to: .aws,
            document:
                #"{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["*:*:*"],"Condition":{"StringStartWith":{"g:UserName":["a*","b"]},"NumberLessThan":{"g:MFAAge":["60"]}}}]}"#,
            problems: ["render.key at Statement[0].Condition.NumberLessThan.g:MFAAge"]),
        Row(
            name: "starts as patterns, stars in them escaped", from: .huawei, to: .aws,
            document:
                #"{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["*:*:*"],"Condition":{"StringStartWith":{"g:UserName":["a*","${b"]}}}]}"#,
            printed:
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["*"],"Resource":"*","Condition":{"StringLike":{"aws:username":["a${*}*","${$}{b*"]}}}]}"#
        ),
        Row(
            name: "seconds since 1970 as a time", from: .aws, to: .huaweiPolicy,
            document:
                #"[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:CurrentTime":1704067200}}}]"#,
            printed:
                #"{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["*:*:*"],"Resource":["*"],"Condition":{"DateLessThan":{"g:CurrentTime":["2024-01-01T00:00:00Z"]}}}]}"#
        ),
        Row(
            name: "an operator without counterpart", from: .aws, to: .huaweiPolicy,
            document:
                #"[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"DateEquals":{"aws:CurrentTime":"2024-01-01"}}}]"#,
            problems: ["render.operator at [0].Condition.DateEquals.aws:CurrentTime"]),
        Row(
            name: "variables by their name there", from: .aws, to: .jd,
            document:
                #"[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/owner":"${aws:username}"}}}]"#,
            printed:
                #"{"Version":"3","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"JDCloud:ResourceTag/owner":"${name}"}}}]}"#
        ),
        Row(
            name: "a vendor without variables", from: .aws, to: .huaweiIdentity,
            document:
                #"[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/owner":"${aws:username}"}}}]"#,
            problems: ["render.value at [0].Condition.StringEquals.aws:ResourceTag/owner"]),
        Row(
            name: "text that would be a variable there", from: .huawei, to: .volcengine,
            document:
                #"{"Version":"5.0","Statement":[{"Effect":"Allow","Action":["*"],"Condition":{"StringEquals":{"g:UserName":["${x}"]}}}]}"#,
            problems: ["render.value at Statement[0].Condition.StringEquals.g:UserName"]),
        Row(
            name: "JD documents one operator", from: .jd, to: .aws,
            document:
                #"{"Version":"3","Statement":[{"Effect":"Allow","Action":"vm:*","Resource":"*","Condition":{"StringLike":{"JDCloud:ResourceTag/a":"b"}}}]}"#,
            problems: [
                "render.operator at Statement[0].Condition.StringLike.JDCloud:ResourceTag/a",
                "render.names at Statement[0].Action",
            ]),
        Row(
            name: "`?` is a character of JD's actions", from: .aws, to: .jd,
            document: #"[{"Effect":"Allow","Action":"vm:Get?","Resource":"*"}]"#,
            problems: ["render.pattern at [0].Action", "render.names at [0].Action"]),
        Row(
            name: "JD has no NotAction", from: .aws, to: .jd,
            document: #"[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]"#,
            problems: ["render.element at [0].NotAction"]),
        Row(
            name: "a custom policy as an identity policy", from: .huawei, to: .huaweiIdentity,
            document:
                #"{"Version":"1.1","Statement":[{"Action":["obs:bucket:Get*","iam:users:getUser"],"Effect":"allow","Resource":["OBS:*:*:bucket:x"],"Condition":{"StringStartWith":{"g:UserName":["ann"]}}}]}"#,
            printed:
                #"{"Version":"5.0","Statement":[{"Action":["obs:bucket:Get*","iam:users:getUser"],"Effect":"Allow","Resource":["OBS:*:*:bucket:x"],"Condition":{"StringMatch":{"g:UserName":["ann*"]}}}]}"#,
            problems: ["render.names at Statement[0].Action[1]"]),
        Row(
            name: "a start with a star has no other name", from: .huawei, to: .huaweiIdentity,
            document:
                #"{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["obs:*:*"],"Condition":{"StringStartWith":{"g:UserName":["a*"]}}}]}"#,
            problems: ["render.value at Statement[0].Condition.StringStartWith.g:UserName"]),
        Row(
            name: "keys of the older model", from: .huawei, to: .huaweiIdentity,
            document:
                #"{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["*:*:get*"],"Condition":{"StringNotEqualsIgnoreCase":{"g:ServiceName":["iam"]}}}]}"#,
            problems: ["render.key at Statement[0].Condition.StringNotEqualsIgnoreCase.g:ServiceName"]),
        Row(
            name: "resources of the older model", from: .huawei, to: .huaweiIdentity,
            document:
                #"{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["iam:agencies:assume"],"Resource":{"uri":["/iam/agencies/1"]}},{"Effect":"Allow","Action":["sts:agencies:assume"],"Resource":["iam::*:agencies:x"]}]}"#,
            problems: [
                "render.resource at Statement[0].Resource.uri[0]",
                "render.resource at Statement[1].Resource[0]",
                "render.names at Statement[0].Action[0]",
            ]),
        Row(
            name: "roles that give access of their own", from: .huawei, to: .huaweiPolicy,
            document:
                #"{"Version":"1.0","Statement":[{"Effect":"Allow","Action":["ecs:*:*"]}],"Depends":[{"catalog":"BASE","display_name":"Server"}]}"#,
            problems: ["render.depends at Depends"]),
        Row(
            name: "a role that needs no other", from: .huawei, to: .huaweiPolicy,
            document: #"{"Version":"1.0","Statement":[{"Effect":"Allow","Action":["iam:tokens:assume"]}]}"#,
            printed: #"{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["iam:tokens:assume"]}]}"#),
        Row(
            name: "what only identity policies have", from: .huawei, to: .huaweiPolicy,
            document:
                #"{"Version":"5.0","Statement":[{"Sid":"A","Effect":"Allow","NotAction":["iam::createAccessKey"],"NotResource":["obs:::bucket:x"],"Condition":{"IpAddress":{"g:SourceIp":["10.0.0.0/8"]}}}]}"#,
            problems: [
                "render.dropped at Statement[0].Sid", "render.action at Statement[0].NotAction[0]",
                "render.negated at Statement[0].NotAction", "render.element at Statement[0].NotResource",
                "render.key at Statement[0].Condition.IpAddress.g:SourceIp",
            ]),
        Row(
            name: "a trust policy has no older form", from: .huawei, to: .huaweiPolicy, kind: .trust,
            document:
                #"{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":{"IAM":["1"]},"Action":["sts:agencies:assume"]}]}"#,
            problems: ["render.kind at "]),
        Row(
            name: "principals are each vendor's own", from: .aws, to: .volcengine, kind: .trust,
            document:
                #"[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::1:root"},"Action":"sts:AssumeRole"}]"#,
            problems: ["render.principal at [0].Principal", "render.names at [0].Action"]),
        Row(
            name: "trust of Volcengine has no conditions", from: .aws, to: .volcengine, kind: .trust,
            document:
                #"[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:username":"a"}}}]"#,
            problems: ["render.element at [0].Condition", "render.names at [0].Action"]),
        Row(
            name: "what is wrong already has no meaning to keep", from: .aws, to: .volcengine,
            document: #"[{"Effect":"Allow","Action":"*","Resource":"*","Conditions":{}}]"#,
            problems: ["render.problem at [0].Conditions"]),
        Row(
            name: "two operators that become one", from: .aws, to: .volcengine,
            document:
                #"[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringLike":{"aws:username":"a*"},"ArnLike":{"aws:username":"*b"}}}]"#,
            printed:
                #"{"Statement":[{"Effect":"Allow","Action":["*"],"Resource":["*"],"Condition":{"StringLike":{"volc:UserName":["a*"]},"StringEquals":{"volc:UserName":["*b"]}}}]}"#
        ),
    ]

    @Test("printed as it is meant, or refused at the place", arguments: rows)
    func row(_ row: Row) throws {
        let document = try JSONValue(parsing: Array(row.document.utf8))
        let rendering = renderPolicy(document, from: row.from, to: row.to, kind: row.kind)
        #expect(rendering.document?.compactText == row.printed)
        #expect(rendering.problems.map { "\($0.code) at \($0.path)" } == row.problems)
    }
}
