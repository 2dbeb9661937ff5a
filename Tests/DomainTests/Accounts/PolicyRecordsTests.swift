import Domain
import Testing

@Suite("Who may do what to a record")
struct PolicyRecordsTests {
    private let policy = Policy()
    private let booking = AppointmentDetails(doctor: drHouse, patient: ann, slot: slot())

    @Test("an action without a relation is permitted to those who may do it to all records")
    func everything() {
        #expect(policy.permits(.registerPatient, by: caller(.staff)))
        #expect(!policy.permits(.changePatient, by: caller(.staff)))
        #expect(!policy.permits(.manageAccounts, by: caller(.doctor, doctor: drHouse)))
        #expect(policy.permits(.manageAccounts, by: caller(.admin)))
    }

    @Test("a doctor changes the doctor's own record only")
    func ownDoctor() {
        #expect(policy.permits(.changeDoctor, on: drHouse, by: caller(.doctor, doctor: drHouse)))
        #expect(!policy.permits(.changeDoctor, on: drWilson, by: caller(.doctor, doctor: drHouse)))
        #expect(!policy.permits(.changeDoctor, on: drHouse, by: caller(.doctor)))
        #expect(!policy.permits(.changeDoctor, on: drHouse, by: caller(.patient, patient: ann)))
        #expect(policy.permits(.deleteDoctor, on: drHouse, by: caller(.staff)))
    }

    @Test("something new is made for patients to whom the action relates: making it relates to nobody")
    func patientsOfNewRecords() {
        let (staff, patient) = (caller(.staff), caller(.patient, patient: ann))

        #expect(policy.patients(for: .assignDoctor, by: staff) == .related([.madeIt], staff))
        #expect(policy.patients(for: .bookAppointment, by: staff) == .related([.madeIt], staff))
        #expect(policy.patients(for: .bookAppointment, by: patient) == .related([.isItsPatient], patient))
        #expect(policy.patients(for: .readPatients, by: staff) == .nothing)
        #expect(policy.patients(for: .bookAppointment, by: caller(.doctor, doctor: drHouse)) == .nothing)
        #expect(policy.patients(for: .assignDoctor, by: caller(.admin)) == .everything)
        #expect(Policy(patientVisibility: .clinic).patients(for: .bookAppointment, by: staff) == .everything)
    }

    @Test("a doctor is not told whom other doctors treat")
    func othersPatients() {
        #expect(policy.shows(patientsOf: drHouse, to: caller(.doctor, doctor: drHouse)))
        #expect(!policy.shows(patientsOf: drWilson, to: caller(.doctor, doctor: drHouse)))
        #expect(policy.shows(patientsOf: drWilson, to: caller(.patient, patient: ann)))
        #expect(policy.shows(patientsOf: drWilson, to: caller(.staff)))
        #expect(policy.shows(patientsOf: drWilson, to: caller(.admin)))
    }

    @Test(
        "a patient books what is scheduled and to come; staff write down anything",
        arguments: AppointmentStatus.allCases)
    func booking(status: AppointmentStatus) {
        var details = booking
        details.status = status
        let patient = caller(.patient, patient: ann)

        #expect(policy.permits(new: details, by: patient) == (status == .scheduled))
        #expect(policy.permits(new: details, by: caller(.staff)))
        #expect(policy.earliestStart(ofBookingBy: patient, at: monday) == monday)
        #expect(policy.earliestStart(ofBookingBy: caller(.staff), at: monday) == nil)
    }

    @Test("staff change all of an appointment, a doctor its status, a patient cancels it")
    func changes() {
        var moved = booking
        moved.slot = slot(at: 60)
        var arrived = booking
        arrived.status = .checkedIn
        var cancelled = booking
        cancelled.status = .cancelled
        let permitted = { (role: Role) in
            [moved, arrived, cancelled, booking].map { policy.permits($0, after: booking, by: caller(role)) }
        }

        #expect(permitted(.staff) == [true, true, true, true])
        #expect(permitted(.doctor) == [false, true, true, true])
        #expect(permitted(.patient) == [false, false, true, true])
    }
}
