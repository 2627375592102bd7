import WritModel

/// The cases that together are every request, as far as callers, variables and open readings go.
struct ComparisonCases {
    var cases: [ComparisonCase]
    /// What could not be followed.
    var reasons: Set<OpenReason>
}

/// The cases of comparing two parts, and of asking a third.
func comparisonCases(
    _ old: ComparedPart, _ new: ComparedPart, third: ComparedPart? = nil, _ bounds: RequestBounds
) -> ComparisonCases {
    let statements = old.statements + new.statements + (third?.statements ?? [])
    let dialect = new.set.statements.isEmpty ? old.set.dialect : new.set.dialect
    let (values, reasons) = variableCases(statements, fixed: bounds.fixed)
    var cases = values.map { ComparisonCase(values: $0, time: bounds.time, several: bounds.several) }
    let callers = callerCases(statements, dialect)
    if !callers.isEmpty {
        cases = cases.flatMap { one in
            callers.map { caller in
                var result = one
                result.caller = caller
                return result
            }
        }
    }
    if dialect == .huawei, statements.contains(where: \.hasQuestionMark) {
        cases = cases.flatMap { one in
            var literal = one
            literal.readsOnes = false
            return [one, literal]
        }
    }
    return ComparisonCases(cases: cases, reasons: reasons)
}

extension Statement {
    /// Whether a name that it lists has a `?` that may be a wildcard.
    var hasQuestionMark: Bool {
        ((actions.included ?? []) + actions.excluded).contains { $0.glob.oneCount > 0 }
            || ((resources.included ?? []) + resources.excluded).contains { pattern in
                (pattern.segments ?? []).contains { ($0.constant?.oneCount ?? 0) > 0 }
            }
    }
}
