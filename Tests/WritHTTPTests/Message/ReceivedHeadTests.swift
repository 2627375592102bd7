import Testing

@testable import WritHTTP

/// Heads of answers, line by line.
@Suite struct ReceivedHeadTests {
    private func read(_ lines: [String], limit: Int = 1000) -> ReceivedHead {
        var head = ReceivedHead(limit: limit)
        for line in lines { Array(line.utf8).withUnsafeBytes { head.take($0) } }
        return head
    }

    @Test func `status and headers`() {
        let head = read(["HTTP/1.1 200 OK\r\n", "A: 1\r\n", "b:2\r\n", "C: \t 3 4 \t\r\n", "D:\r\n", "\r\n"])
        #expect(head.problem == nil)
        #expect(head.status == 200)
        #expect(head.headers.entries.map { "\($0.name)=\($0.text)" } == ["A=1", "b=2", "C=3 4", "D="])
        #expect(head.isComplete)
        #expect(read(["HTTP/1.1 503\r\n"]).status == 503)
        #expect(!read(["HTTP/1.1 503\r\n", "A: 1\r\n"]).isComplete)
        #expect(read(["HTTP/1.1 200 OK\n", "A: 1\n", "\n"]).headers["a"] == "1")
    }

    @Test func `a new status line is a new answer`() {
        let head = read(["HTTP/1.1 103 Early\r\n", "A: 1\r\n", "\r\n", "HTTP/1.1 200 OK\r\n", "B: 2\r\n"])
        #expect((head.status, head.headers.entries.count) == (200, 1))
        #expect(!head.isComplete)
        let late = ["HTTP/1.1 200 OK\r\n", "\r\n", "A: 1\r\n", "HTTP/1.1 404 x\r\n", "no colon\r\n"]
        #expect((read(late).status, read(late).headers.entries.count) == (200, 0))
        #expect(read(late).problem == nil)
        #expect(read(late, limit: 50).problem == .tooLarge)
    }

    @Test(arguments: [
        ["HTTP/1.1\r\n"], ["HTTP/1.1 20 OK\r\n"], ["HTTP/1.1 2000 OK\r\n"], ["HTTP/1.1 abc\r\n"],
        ["HTTP/1.1 099 x\r\n"], ["HTTP/1.1 +20 x\r\n"], ["A: 1\r\n"], ["HTTP/1.1 200\r\n", "no colon\r\n"],
        ["HTTP/1.1 200\r\n", " folded: x\r\n"], ["HTTP/1.1 200\r\n", "A : 1\r\n"],
        ["HTTP/1.1 200\r\n", ": 1\r\n"],
        ["HTTP/1.1 200\r\n", "A: a\u{0}b\r\n"], ["HTTP/1.1 200\r\n", "A: a\rb\r\n"],
    ]) func `what is no head`(_ lines: [String]) {
        #expect(read(lines).problem == .malformed)
    }

    @Test func `the limit is for all lines together`() {
        let line = "A: 234567890\r\n"
        #expect(read(["HTTP/1.1 200\r\n", line, line], limit: 42).problem == nil)
        #expect(read(["HTTP/1.1 200\r\n", line, line], limit: 41).problem == .tooLarge)
        #expect(read(["HTTP/1.1 103\r\n", "\r\n", "HTTP/1.1 103\r\n"], limit: 29).problem == .tooLarge)
    }

    @Test func `a body is whole or none`() {
        let body = ReceivedBody(limit: 10_000)
        let part = (0..<5000).map { UInt8(truncatingIfNeeded: $0) }
        part.withUnsafeBytes { body.take($0) }
        part.withUnsafeBytes { body.take($0) }
        #expect(!body.isTooLarge)
        #expect(body.body.withBytes { Array($0) } == part + part)
        part[..<1].withUnsafeBytes { body.take($0) }
        #expect(body.isTooLarge)
        #expect(ReceivedBody(limit: 0).body.count == 0)
    }
}
