internal import WritModel
internal import WritReport

/// Answers each line of standard input with a line of standard output, in order.
///
/// A line that is no case is answered with `{"id","error"}`, and makes the command fail at its end.
/// - Parameter answer: The value to print, and how the command would end for this case alone.
func answerLines(
    _ answer: (JSONValue) throws(PolicyCaseError) -> (JSONValue, WritExit)
) -> WritExit {
    var worst = WritExit.done
    var text = ""
    for line in StandardInputLines() {
        let (value, exit) = answered(line, answer)
        text += value.compactText + "\n"
        // Readers that wait for an answer get it with the next line at the latest, long inputs in few writes.
        if text.utf8.count > 1 << 14 {
            Terminal.output.write(text)
            text = ""
        }
        if exit.precedence > worst.precedence { worst = exit }
    }
    Terminal.output.write(text)
    return worst
}

private func answered(
    _ line: [UInt8], _ answer: (JSONValue) throws(PolicyCaseError) -> (JSONValue, WritExit)
) -> (JSONValue, WritExit) {
    let json: JSONValue
    do throws(JSONError) {
        json = try JSONValue(parsing: line)
    } catch {
        return (["error": .string("not JSON: \(error.message) (byte \(error.offset + 1))")], .failed)
    }
    do throws(PolicyCaseError) {
        return try answer(json)
    } catch {
        let id = json["id"].map { [JSONValue.Member("id", $0)] } ?? []
        return (.object(id + [.init("error", .string(error.message))]), .failed)
    }
}

extension WritExit {
    /// Where several codes hold, the highest wins (DESIGN §11).
    fileprivate var precedence: Int {
        switch self {
        case .done: 0
        case .changes: 1
        case .drift: 2
        case .findings: 3
        case .refused: 4
        case .partial: 5
        case .incomplete: 6
        case .failed: 7
        case .usage: 8
        }
    }
}
