import Application

@testable import HTTPTransport

extension FuzzTarget {
    /// There is one text for a position: a cursor that is read is written as it was.
    static func cursors(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        check(text, PatientSortKey.self)
        check(text, AppointmentSortKey.self)
        // As bytes, since few inputs are base64url by chance.
        let encoded = Base64URL.encode(input)
        check(encoded, PatientSortKey.self)
        check(encoded, DoctorSortKey.self)
        check(encoded, AssignmentSortKey.self)
    }

    private static func check<Key: NamedSortKey>(_ text: String, _ keys: Key.Type) {
        guard let position = Cursor.position(text, Key.named) else { return }
        precondition(Cursor.text(for: position) == text)
    }
}
