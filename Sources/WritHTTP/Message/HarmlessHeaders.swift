/// The headers whose values may be seen by everybody, in lower case. What is not here is hidden.
private let harmlessHeaders: Set<String> = [
    "accept", "accept-encoding", "age", "allow", "cache-control", "connection", "content-encoding",
    "content-language", "content-length", "content-type", "date", "expect", "expires", "host", "keep-alive",
    "last-modified", "retry-after", "server", "te", "trailer", "transfer-encoding", "upgrade", "user-agent",
    "vary", "via",
    // What vendors number their answers with.
    "x-request-id", "x-iam-trace-id", "x-openstack-request-id", "x-amzn-requestid", "x-amz-request-id",
    "x-jdcloud-request-id", "x-tt-logid",
    // The number of an account, which is in every plan anyway.
    "x-domain-id", "x-project-id",
]

/// Whether the values of headers of that name may be shown.
func isHarmlessHeader(_ name: String) -> Bool { harmlessHeaders.contains(lowerCased(name)) }

/// `text` with ASCII's capital letters made small, and nothing else changed.
package func lowerCased(_ text: String) -> String {
    String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}
