import Domain
import Testing

@Suite("Accounts")
struct AccountTests {
    @Test("a new account is active, and its profile needs nothing but an address")
    func account() throws {
        let profile = Profile(email: try EmailAddress("ann@example.com"))
        let account = Account(
            id: visitor, username: try Username("ann"), profile: profile, role: .staff, createdAt: monday,
            updatedAt: monday)

        #expect(account.isActive && account.profile == profile && account.role == .staff)
        #expect(account.profile.firstName == nil && account.profile.dateOfBirth == nil)
        #expect(account.createdAt == monday && account.updatedAt == monday && account.username.text == "ann")
    }

    @Test("a caller without a linked record has none")
    func unlinked() {
        #expect(caller(.staff).doctor == nil && caller(.staff).patient == nil)
        #expect(caller(.patient, patient: ann).patient == ann && caller(.doctor, doctor: drHouse).doctor == drHouse)
    }

    @Test("roles are written down by their names")
    func roles() {
        #expect(Role.allCases.map(\.rawValue) == ["staff", "doctor", "patient", "admin"])
    }
}
