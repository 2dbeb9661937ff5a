import Domain
import Testing

@testable import HTTPTransport

@Suite("The names of members")
struct FieldNameTests {
    @Test("members have names in snake case, and of no two kinds the same")
    func names() {
        let names = Field.allCases.map(\.name)

        #expect(Set(names).count == names.count)
        for name in names {
            #expect(name.wholeMatch(of: /[a-z]+(_[a-z]+)*2?/) != nil, "\(name)")
        }
    }

    @Test("a declaration is required, nullable or may be blank as its record needs it")
    func declarations() {
        let optional = PatientFields.email
        let required = PatientFields.firstName
        let nullable = DoctorFields.maximumAppointmentsPerDay

        #expect((optional.isRequired, optional.allowsNull, optional.allowsBlank) == (false, false, true))
        #expect((required.isRequired, required.allowsNull, required.allowsBlank) == (true, false, false))
        #expect((nullable.isRequired, nullable.allowsNull, nullable.allowsBlank) == (false, true, false))
    }
}
