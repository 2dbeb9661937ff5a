import Domain
import Testing

@testable import PostgresPersistence

@Suite("The keys of locks")
struct AdvisoryLockTests {
    @Test("sort doctors before patients, each by number")
    func order() {
        let keys = [
            AdvisoryLock.migrations, AdvisoryLock.doctor(DoctorID(1)!), AdvisoryLock.doctor(DoctorID(2)!),
            AdvisoryLock.doctor(DoctorID(1 << 55)!), AdvisoryLock.patient(PatientID(1)!),
            AdvisoryLock.patient(PatientID(3)!),
        ]

        #expect(keys == keys.sorted())
        #expect(Set(keys).count == keys.count)
    }

    @Test("of numbers that no record has stay within their kind")
    func absurdNumbers() {
        let key = AdvisoryLock.doctor(DoctorID(.max)!)

        #expect(key < AdvisoryLock.patient(PatientID(1)!))
        #expect(key > AdvisoryLock.migrations)
    }
}
