import Domain
import HTTPTransport
import HTTPTypes

extension Dialect {
    /// How the hospital contract talks about people.
    static let hospital = Dialect(names: names, numbersOnly: true) { failure in
        guard case .notFound(let kind) = failure else { return nil }
        return switch kind {
        case .patient: message("Patient Not Found")
        case .doctor: message("Doctor Not Found")
        case .assignment, .appointment, .account, .session: nil
        }
    }

    /// How it talks about mappings.
    static let hospitalMappings = Dialect(names: names, numbersOnly: true) { failure in
        if failure == .conflict(.alreadyAssigned) { return .detail(.conflict, "Mapping already exists") }
        guard case .notFound(let kind) = failure else { return nil }
        return switch kind {
        case .patient: .detail(.notFound, "Patient Not Found")
        case .assignment: .detail(.notFound, "Mapping not found")
        case .doctor, .appointment, .account, .session: nil
        }
    }

    private static let names: [Field: String] = [
        .firstName: "firstname", .lastName: "lastname", .dateOfBirth: "age",
    ]

    private static func message(_ text: String) -> Answer {
        .json(.notFound) { Shape.message.write(text, to: &$0) }
    }
}

extension Shape<String> {
    /// `{"msg": text}`
    static let message = Shape("HospitalMessage", [.text("msg", "What is wrong, for people.") { $0 }])
}

extension FieldDeclaration {
    /// The member as the hospital contract's documentation shows it.
    ///
    /// - Parameter isChange: whether a member that is left out keeps its value.
    func hospitalProperty(isChange: Bool = false) -> Schema.Property {
        .init(Dialect.hospital.name(of: field), schema.described(help), isRequired: isRequired && !isChange)
    }
}
