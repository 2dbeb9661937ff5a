import Domain

// People and records that many tests speak of.

let visitor = AccountID(1)!
let nurse = AccountID(2)!
let drHouse = DoctorID(11)!
let drWilson = DoctorID(12)!
let ann = PatientID(21)!
let bo = PatientID(22)!

/// 2026-03-02T10:00:00Z, a Monday.
let monday = Instant(CalendarDate(year: 2026, month: 3, day: 2)!, timeOfDay: 36_000_000_000)

/// A time from so many minutes after `monday` on.
func slot(at minutes: Int = 0, minutes length: Int = 30) -> Slot {
    Slot(start: AppointmentStart(stored: monday.adding(minutes: minutes)), length: AppointmentLength(stored: length))
}

func caller(_ role: Role, doctor: DoctorID? = nil, patient: PatientID? = nil) -> Caller {
    Caller(account: nurse, role: role, session: SessionID(bits: 1), doctor: doctor, patient: patient)
}

/// The reason for which a value was refused; `nil` when it was not.
func refusal<Value>(of make: () throws(FieldError.Reason) -> Value) -> FieldError.Reason? {
    do {
        _ = try make()
        return nil
    } catch {
        return error
    }
}
