/// An answer of the vendor that says no.
package struct HuaweiError: Error, Hashable, Sendable {
    /// What it means for who asked.
    package enum Kind: Hashable, Sendable {
        /// The request is wrong, whoever sends it.
        case invalidInput
        /// There is such an object already.
        case conflict
        /// The object may be touched by nobody.
        case reserved
        /// There are too many already.
        case quota
        /// Something else has to be done before.
        case precondition
        /// The key or the login is wrong, and stays so.
        case credentials
        /// The token is none any more, or the signature does not hold: log in again, once, where there is a login.
        case session
        /// Whoever asks may not.
        case permission
        case notFound
        /// Another region answers for the account at the moment.
        case otherRegion
        case tooLarge
        /// The API has no such operation.
        case unsupported
        /// Too many requests.
        case throttled
        /// The server is not there at the moment.
        case unavailable
        /// The server failed.
        case serverFault
        /// None of the above.
        case unknown
    }

    /// The status of the answer.
    package var status: Int
    /// The vendor's code as it was written, such as `IAM.0005`.
    package var code: String?
    /// The vendor's words, at most 500 characters.
    package var message: String
    /// What the vendor's support can find the request by.
    package var requestID: String?
    /// What it means.
    package var kind: Kind
    /// The actions that are missing, where the answer names them.
    package var missingActions: [String] = []
}

extension HuaweiError: CustomStringConvertible {
    package var description: String {
        let name = code.map { "\($0), " } ?? ""
        return "\(message) (\(name)status \(status)\(requestID.map { ", request \($0)" } ?? ""))"
    }
}
