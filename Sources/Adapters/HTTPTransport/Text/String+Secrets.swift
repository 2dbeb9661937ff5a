extension String {
    /// Whether this secret, which somebody sent, is the wanted one. Takes as long for any text of the right length.
    package func isSecret(_ wanted: String) -> Bool {
        guard utf8.count == wanted.utf8.count else { return false }
        return zip(utf8, wanted.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
