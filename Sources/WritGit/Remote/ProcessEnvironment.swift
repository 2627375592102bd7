internal import CShims

/// The variables of this process as `NAME=value`, except those named.
func currentEnvironment(without names: [String] = []) -> [String] {
    var variables: [String] = []
    guard var next = writ_environment() else { return [] }
    while let entry = next.pointee {
        let variable = String(cString: entry)
        if !names.contains(where: { variable.hasPrefix($0 + "=") }) { variables.append(variable) }
        next += 1
    }
    return variables
}
