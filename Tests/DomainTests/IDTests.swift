import Domain
import Testing

@Suite("Numbers of records")
struct IDTests {
    @Test(
        "numbers begin at 1",
        arguments: [(.min, false), (-1, false), (0, false), (1, true), (.max, true)] as [(Int64, Bool)])
    func limits(number: Int64, isNumber: Bool) {
        #expect(PatientID(number)?.number == (isNumber ? number : nil))
    }

    @Test("numbers are ordered and compared")
    func order() {
        #expect(PatientID(1)! < PatientID(2)! && !(PatientID(2)! < PatientID(2)!))
        #expect(Set([ann, bo, ann]).count == 2)
    }
}
