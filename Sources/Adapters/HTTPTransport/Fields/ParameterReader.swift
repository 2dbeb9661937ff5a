package import Domain

/// Reads the parameters of a list by their declarations and collects everything that is wrong with them. An empty value
/// is no condition.
package struct ParameterReader: Sendable {
    let parameters: QueryParameters
    package var check = FieldCheck()

    package init(_ parameters: QueryParameters) { self.parameters = parameters }

    /// - Returns: `nil` when nothing was sent, and after noting what is wrong.
    mutating func value<Declaration: ParameterDeclaration>(_ declaration: Declaration) -> Declaration.Value? {
        guard hasText(declaration), let text = parameters[declaration.field.name] else { return nil }
        return declaration.read(text, &check)
    }

    /// Whether something was sent, right or wrong.
    func hasText(_ declaration: some ParameterDeclaration) -> Bool {
        parameters[declaration.field.name].map { !$0.isEmpty } ?? false
    }
}
