internal import CShims

/// The variables of this process as `NAME=value`, except those named.
package func currentEnvironment(without names: [String] = []) -> [String] {
    var variables: [String] = []
    guard var next = writ_environment() else { return [] }
    while let entry = next.pointee {
        let variable = String(cString: entry)
        if !names.contains(where: { variable.hasPrefix($0 + "=") }) { variables.append(variable) }
        next += 1
    }
    return variables
}

/// The variables of this process that are named, as `NAME=value`.
package func currentEnvironment(only names: [String]) -> [String] {
    currentEnvironment().filter { variable in names.contains { variable.hasPrefix($0 + "=") } }
}
