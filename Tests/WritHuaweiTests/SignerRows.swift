import WritHTTP
import WritModel

@testable import WritHuawei

private let account = "d78cbac186b744899480f25bd022f468"

/// The fact sheet's vectors.
let vectors = [
    SignerTests.Row(
        testDescription: "V1: a body",
        request: HTTPRequest(
            .post, huaweiEndpoint, "/v3.0/OS-USER/users",
            headers: HTTPHeaders(["Content-Type": "application/json;charset=utf8"]),
            body: HTTPBody(#"{"user":{"domain_id":"d78cbac186b744899480f25bd022f468","name":"alice"}}"#)),
        canonical: "c626025f097da3e2add81649e6635c72c8f8237548eb898938c473537ef058c7",
        signedHeaders: "content-type;host;x-domain-id;x-sdk-date",
        signature: "199e179062d32b15007d6f32290b917402f4cd2f7183ed91b15b6b0a80373fa5",
        target: "/v3.0/OS-USER/users"),
    SignerTests.Row(
        testDescription: "V2: a query that needs encoding",
        request: HTTPRequest(
            .get, huaweiEndpoint, "/v3/users",
            query: [QueryItem("name", "a b~c/\u{E9}"), QueryItem("domain_id", account)]),
        canonical: "7c600ef2f3fe5e8efbc522d459d8d98090d8c9d897130ca04485709ff28205b4",
        signature: "fba84ea242514fa72bf81108af375542509bccf994d7132005010ec39256b835",
        target: "/v3/users?domain_id=d78cbac186b744899480f25bd022f468&name=a%20b~c%2F%C3%A9"),
    SignerTests.Row(
        testDescription: "V3: a temporary key",
        request: HTTPRequest(
            .get, huaweiEndpoint, "/v3/users",
            query: [QueryItem("name", "x"), QueryItem("enabled", "true"), QueryItem("domain_id", "d")]),
        token: "tok",
        canonical: "a117693333311e7cad1ee25d80f9171df4a27035936f7bef4eca217be158f45e",
        signedHeaders: "host;x-domain-id;x-sdk-date;x-security-token",
        signature: "4f12d82bae8fa26cb22ed0cc3fe7117857d310ec8104e1b9515f8f3e77a4b80c",
        target: "/v3/users?domain_id=d&enabled=true&name=x"),
]

/// Recorded with `sign.py`, which has the same rows.
let edges = [
    SignerTests.Row(
        testDescription: "names and values are sorted before they are encoded",
        request: HTTPRequest(
            .get, huaweiEndpoint, "/v3/users",
            query: [
                QueryItem("a\u{E9}", "1"), QueryItem("a~", "2"), QueryItem("b", ""), QueryItem("a", "9"),
                QueryItem("B", "3"), QueryItem("a", "10"), QueryItem("a", ""),
            ]),
        canonical: "fb62dcca9cbdfffa99a1073254c5faa7810d75c99f973b0922013f4e46cc4a0b",
        signature: "e61df1139727a120a56f6359b534e9482d1b1965cf09f3b1959ae53e60aab86c",
        target: "/v3/users?B=3&a=&a=10&a=9&a~=2&a%C3%A9=1&b="),
    SignerTests.Row(
        testDescription: "the order is that of code points",
        request: HTTPRequest(
            .get, huaweiEndpoint, "/v3/users",
            query: [
                QueryItem("\u{1F600}", "1"), QueryItem("\u{FF5E}", "2"), QueryItem("\u{E9}", "3"),
                QueryItem("e\u{301}", "4"),
            ]),
        canonical: "376ac4c30bcb69cf19161b864616aa0050ddc1ea7d5c3e94a480cf43227e0912",
        signature: "0f7d554d5df320aa8a0f81cee70bfbcf067632a773d49721d103fe37f73380be",
        target: "/v3/users?e%CC%81=4&%C3%A9=3&%EF%BD%9E=2&%F0%9F%98%80=1"),
    SignerTests.Row(
        testDescription: "all but unreserved characters are encoded",
        request: HTTPRequest(
            .get, huaweiEndpoint, "/v3/users",
            query: [QueryItem("a b", "c+d/e=f&g?h#i"), QueryItem("k", "~-_.!*'()%41\u{65E5}")]),
        canonical: "a61f46cdcdeed2753d54b53397c58410644b65bc527e5420e711d83fc565a13e",
        signature: "63e0e443e2e92ff7f4e0b45fdc82f3c7ea363c32aa60a7d3bf98ae6dcb17b69c",
        target: "/v3/users?a%20b=c%2Bd%2Fe%3Df%26g%3Fh%23i&k=~-_.%21%2A%27%28%29%2541%E6%97%A5"),
    SignerTests.Row(
        testDescription: "a path is decoded and encoded again",
        request: HTTPRequest(.get, huaweiEndpoint, "/v3/%7Ea%20b/%C3%A9:c@d"),
        canonical: "7e3a6a12c5e1089aad571e65d4be71326d1353c98e5f08bd40f95db191dd7d87",
        signature: "f7beb6c371430b985449a4bcf9f339e4a7447590b10c617e1e5876b77ec53151",
        target: "/v3/%7Ea%20b/%C3%A9:c@d"),
    SignerTests.Row(
        testDescription: "the root has one slash",
        request: HTTPRequest(.get, huaweiEndpoint, "/"),
        canonical: "12fc40576a1a8251910c049925c41d474c77f73f750d284d0ed0d3080deb5c54",
        signature: "0928e7848ffce6311bca39b94d26db93f7f530b411195a9cd018d54f2a4773db",
        target: "/"),
    SignerTests.Row(
        testDescription: "a port is part of the host",
        request: HTTPRequest(.get, endpoint("https://localhost:8443"), "/v3/users"),
        canonical: "43521e682605b591d0caba63e6b8b6624438434e2c2083c5b755d1b41602265c",
        signature: "62bea3c6ec527dbe0d79c9214376a8160c89f693fe52e94c3e7086b35f9bac65",
        target: "/v3/users"),
    SignerTests.Row(
        testDescription: "no body is an empty body",
        request: HTTPRequest(.put, huaweiEndpoint, "/v3/groups/g/users/u"),
        canonical: "6d2837a8e147bb1763829d2b162a6cd41a0be4e4f60b9b6ee83ef4c698f2cf07",
        signature: "ae42ae971faecb7426a2f4b902b1a0faa10561251a07fd3994da59ee2bfecc2c",
        target: "/v3/groups/g/users/u"),
    SignerTests.Row(
        testDescription: "a body of text beyond ASCII",
        request: HTTPRequest(
            .patch, huaweiEndpoint, "/v3/groups/g",
            headers: HTTPHeaders(["Content-Type": "application/json;charset=utf8"]),
            body: HTTPBody("{\"group\":{\"description\":\"na\u{EF}ve \u{65E5}\u{672C}\"}}")),
        canonical: "f38b60eade821f5830d5149460859b19f2e695bd59641973614af13fd6d5578a",
        signedHeaders: "content-type;host;x-domain-id;x-sdk-date",
        signature: "ef42e67b3894dce6a11df0c15677370e18a574e9a790f9ab71e5d02d33ba87f4",
        target: "/v3/groups/g"),
    SignerTests.Row(
        testDescription: "a body that is no JSON is not signed",
        request: HTTPRequest(
            .post, huaweiEndpoint, "/v3/x", headers: HTTPHeaders(["Content-Type": "text/plain"]),
            body: HTTPBody("hello")),
        canonical: "c1f95fb18511c18bfb35c20c7b37ade3477690b981685812de48f80f1be8c6dc",
        signedHeaders: "content-type;host;x-domain-id;x-sdk-content-sha256;x-sdk-date",
        signature: "3d8441264aa9f57b48faafb2d9c658c5fe694b2396fa4362ff464333647b33a9",
        target: "/v3/x"),
    SignerTests.Row(
        testDescription: "values are trimmed at their ends only",
        request: HTTPRequest(
            .get, huaweiEndpoint, "/v3/users", headers: HTTPHeaders(["X-Note": "  a   b\t"])),
        canonical: "79787ef8260bd416ea00c114a673f5dfdc78d5a575ba726f5264539b8f92e1ca",
        signedHeaders: "host;x-domain-id;x-note;x-sdk-date",
        signature: "b1691119cb4223f8249f259099567b6be66fefa79993078d88ddb227a75f0b3f",
        target: "/v3/users"),
    SignerTests.Row(
        testDescription: "a header with an underscore is not signed",
        request: HTTPRequest(
            .get, huaweiEndpoint, "/v3/users", headers: HTTPHeaders(["X_Note": "a", "Accept": "*/*"])),
        canonical: "4567dc3d7c392d08a8722cb120d7e23b093378705a42335c3d7722e96b225a2d",
        signedHeaders: "accept;host;x-domain-id;x-sdk-date",
        signature: "16b5d36094738554053306be7d94a07e6a6759ffc312f4c45e2059ef5746846e",
        target: "/v3/users"),
    SignerTests.Row(
        testDescription: "a project in place of an account",
        request: HTTPRequest(.delete, huaweiEndpoint, "/v3/users/u"),
        scope: .project("p"),
        canonical: "eeece99465c1a6d09e3edb0783af8e3d10a11f47437d06fc408c552ba86b099a",
        signedHeaders: "host;x-project-id;x-sdk-date",
        signature: "3817eb649acba8c8f09f38d770bee63bdd83d5ceba399c91fc1756e776150931",
        target: "/v3/users/u"),
]
