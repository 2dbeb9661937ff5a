/// `$1, $2, …`, the places of values in a statement.
func placeholders(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "$\($0)" }.joined(separator: ", ")
}
