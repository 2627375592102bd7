package import WritModel

/// A recipient of each sort, whose private keys nobody has kept.
package let sampleRecipients: [Recipient] = [
    "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIElSITmYA3KgMETGO8eFNtxnqq+fU/57SWgAsM++7uIz",
    "gpg:AC0DE1A0E61C6B9D6E4D3C2AF5E1F2B7C9D80514",
].map { text in
    guard let recipient = try? Recipient(parsing: text) else {
        preconditionFailure("the texts above are recipients")
    }
    return recipient
}
