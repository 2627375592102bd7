/// Grammar and semantics of one vendor's policy documents.
package enum Dialect: String, CaseIterable, Sendable {
    case aws, huawei, jd, volcengine
}
