import Application
import Domain

// What is asked for is given as such, rather than read from a request.

extension RegisterDoctor {
    func callAsFunction(_ form: DoctorForm, by caller: Caller) async throws(Failure) -> Doctor {
        try await self(by: caller) { form }
    }
}

extension AssignDoctor {
    func callAsFunction(_ form: AssignmentForm, by caller: Caller) async throws(Failure) -> Assignment {
        try await self(by: caller) { form }
    }
}

extension BookAppointment {
    func callAsFunction(_ form: AppointmentForm, by caller: Caller) async throws(Failure) -> Appointment {
        try await self(by: caller) { form }
    }
}
