import Testing
import WritHTTP

@testable import WritHuawei

/// The shapes in which the vendor says no.
@Suite struct ErrorTests {
    /// One answer and what it means.
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var status: Int
        var body: String
        var code: String?
        var kind: HuaweiError.Kind
        var message: String
        var requestID: String? = "header-id"
    }

    static let rows = [
        Row(
            testDescription: "v3.0", status: 400,
            body: #"{"error_code":"IAM.0007","error_msg":"Request parameter 'x' is invalid."}"#,
            code: "IAM.0007", kind: .invalidInput, message: "Request parameter 'x' is invalid."),
        Row(
            testDescription: "Keystone", status: 404,
            body: #"{"error":{"code":404,"message":"Could not find user: u.","title":"Not Found"}}"#,
            code: nil, kind: .notFound, message: "Could not find user: u."),
        Row(
            testDescription: "credentials", status: 400,
            body: #"{"error":{"message":"akSkNumExceed","code":400,"title":"Bad Request"}}"#,
            code: "akSkNumExceed", kind: .quota, message: "akSkNumExceed"),
        Row(
            testDescription: "a number as a text", status: 400,
            body: #"{"error_code":"1109","error_msg":"The user name exists."}"#, code: "1109",
            kind: .conflict, message: "The user name exists."),
        Row(
            testDescription: "a number", status: 400, body: #"{"error_code":1115,"error_msg":"quota"}"#,
            code: "1115", kind: .quota, message: "quota"),
        Row(
            testDescription: "v5", status: 404,
            body: #"{"error_code":"PAP5.0012","error_msg":"no such agency","request_id":"body-id"}"#,
            code: "PAP5.0012", kind: .notFound, message: "no such agency", requestID: "body-id"),
        Row(
            testDescription: "v5, with what to decode", status: 403,
            body: #"{"error_code":"PAP5.0001","error_msg":"no","request_id":"body-id","#
                + #""encoded_authorization_message":"canary"}"#,
            code: "PAP5.0001", kind: .permission, message: "no", requestID: "body-id"),
        Row(
            testDescription: "the gateway", status: 401,
            body: #"{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information","#
                + #""request_id":"body-id"}"#,
            code: "APIGW.0301", kind: .session, message: "Incorrect IAM authentication information",
            requestID: "body-id"),
        Row(
            testDescription: "another case of the code", status: 404,
            body: #"{"error_code":"Iam.0004","error_msg":"x"}"#, code: "Iam.0004", kind: .notFound,
            message: "x"),
        Row(
            testDescription: "a code that says more than the status", status: 400,
            body: #"{"error_code":"IAM.0012","error_msg":"x"}"#, code: "IAM.0012", kind: .throttled,
            message: "x"),
        Row(
            testDescription: "a code that nobody knows", status: 409,
            body: #"{"error_code":"PAP5.9999","error_msg":"x"}"#, code: "PAP5.9999", kind: .conflict,
            message: "x"),
        Row(
            testDescription: "an error in a success", status: 200,
            body: #"{"error_code":"IAM.0006","error_msg":"x"}"#, code: "IAM.0006", kind: .serverFault,
            message: "x"),
        Row(
            testDescription: "HTML of a proxy", status: 502, body: "<html>canary</html>", code: nil,
            kind: .unavailable, message: "the answer does not say why"),
        Row(
            testDescription: "JSON that breaks off", status: 500, body: #"{"error_code":"IAM.00"#, code: nil,
            kind: .serverFault, message: "the answer does not say why"),
        Row(
            testDescription: "no body", status: 429, body: "", code: nil, kind: .throttled,
            message: "the answer does not say why"),
        Row(
            testDescription: "a code that is no word", status: 400,
            body: #"{"error_code":"a\n::error::b","error_msg":"x"}"#, code: nil, kind: .invalidInput,
            message: "x"),
        Row(
            testDescription: "an id that is no word", status: 400,
            body: #"{"error_code":"IAM.0007","error_msg":"x","request_id":"a b"}"#, code: "IAM.0007",
            kind: .invalidInput, message: "x"),
    ]

    @Test(arguments: rows) func `an answer is read`(_ row: Row) throws {
        let response = HTTPResponse(
            status: row.status, headers: HTTPHeaders(["X-Request-Id": "header-id"]), body: HTTPBody(row.body))
        let error = try #require(readHuaweiError(response))
        #expect(error.code == row.code)
        #expect(error.kind == row.kind)
        #expect(error.message == row.message)
        #expect(error.requestID == row.requestID)
        #expect(error.status == row.status)
        #expect(!error.description.contains("canary"))
    }

    @Test(arguments: [
        (400, "1101", HuaweiError.Kind.invalidInput), (400, "1107", .reserved), (400, "1110", .conflict),
        (400, "1111", .conflict), (400, "1113", .conflict), (400, "1118", .invalidInput),
        (400, "IAM.1061", .precondition), (400, "IAM.1062", .precondition), (400, "IAM.1101", .invalidInput),
        (400, "IAM.1104", .credentials), (400, "IAM.1108", .credentials), (401, "IAM.0001", .session),
        (401, "IAM.0061", .credentials), (401, "IAM.0062", .credentials), (401, "IAM.0066", .session),
        (401, "IAM.0067", .session), (403, "IAM.0002", .permission), (403, "IAM.0003", .permission),
        (403, "IAM.0081", .permission), (404, "IAM.0004", .notFound), (405, "IAM.0014", .unsupported),
        (409, "IAM.0005", .conflict), (410, "IAM.0020", .otherRegion), (413, "IAM.0013", .tooLarge),
        (429, "APIGW.0308", .throttled), (500, "IAM.0006", .serverFault), (503, "IAM.0015", .unavailable),
        (409, "PAP5.0028", .conflict), (400, "PAP5.0003", .quota), (400, "PAP5.0011", .invalidInput),
        (302, "x", .unknown),
    ]) func `every class of code`(_ status: Int, _ code: String, _ wanted: HuaweiError.Kind) {
        #expect(kind(ofCode: code, status: status) == wanted)
        #expect(kind(ofCode: code.lowercased(), status: status) == wanted)
    }

    @Test func `a success is no error`() {
        for body in ["", "{}", #"{"users":[]}"#, #"{"error":"a text"}"#, "[1]", "not JSON"] {
            #expect(readHuaweiError(HTTPResponse(status: 200, body: HTTPBody(body))) == nil)
        }
    }

    @Test(
        arguments: [
            (
                "Policy doesn't allow iam:users:createUser to be performed.", ["iam:users:createUser"]
            ),
            (
                "Policy doesn't allow iam:groups:listGroups, iam:users:* to be performed.",
                ["iam:groups:listGroups", "iam:users:*"]
            ),
            ("You are not authorized to perform iam:users:createUser", []),
            ("Policy doesn't allow this: no", []),
        ] as [(String, [String])])
    func `a refusal names the missing actions`(_ message: String, _ actions: [String]) {
        let body = HTTPBody(#"{"error_code":"IAM.0003","error_msg":"\#(message)"}"#)
        #expect(readHuaweiError(HTTPResponse(status: 403, body: body))?.missingActions == actions)
    }

    @Test func `an error says code, status and request`() {
        let body = HTTPBody(#"{"error_code":"IAM.0005","error_msg":"conflict with u"}"#)
        let headers = HTTPHeaders(["X-IAM-Trace-Id": "token_1"])
        let error = readHuaweiError(HTTPResponse(status: 409, headers: headers, body: body))
        #expect(error?.description == "conflict with u (IAM.0005, status 409, request token_1)")
        let long = HTTPBody(#"{"error_code":"x","error_msg":"\#(String(repeating: "a", count: 9000))"}"#)
        #expect(readHuaweiError(HTTPResponse(status: 400, body: long))?.message.count == 500)
    }
}
