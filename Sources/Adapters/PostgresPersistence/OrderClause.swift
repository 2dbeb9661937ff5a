import Application

/// The columns of an ORDER BY, without the words.
///
/// - Parameters:
///   - standard: the order when none is asked for.
///   - column: the column behind a key; `t.id` is the row's number.
func orderClause<Key>(
    _ ordering: [Ordering<Key>], standard: String, column: (Key) -> String
) -> String {
    guard !ordering.isEmpty else { return standard }
    var columns: [String] = []
    var terms: [String] = []
    // Behind the number no key can decide anything any more, nor can one that was named before.
    for order in ordering where !columns.contains("t.id") && !columns.contains(column(order.key)) {
        columns.append(column(order.key))
        terms.append(column(order.key) + (order.descending ? " DESC" : ""))
    }
    if !columns.contains("t.id") { terms.append("t.id") }
    return terms.joined(separator: ", ")
}
