/// A JSON list of that many items: for limits, which need long documents.
func list(_ count: Int, _ item: (Int) -> String) -> String {
    "[" + (0..<count).map(item).joined(separator: ", ") + "]"
}
