import Domain

/// What joins a doctor and a patient, both of whom are locked before it is changed.
protocol ConcernsPeople {
    var doctor: DoctorID { get }
    var patient: PatientID { get }
}

extension AppointmentDetails: ConcernsPeople {}
extension AssignmentDetails: ConcernsPeople {}

extension ConcernsPeople {
    /// Makes sure that these, read again under the locks, concern the people who were locked.
    ///
    /// - Parameter seen: the same as read before, to learn whom to lock.
    /// - Throws: `.busy` when somebody moved it to other people meanwhile, who are not locked; the client may simply ask
    ///   again.
    func expectPeople(of seen: Self) throws(Failure) {
        guard doctor == seen.doctor, patient == seen.patient else { throw .busy }
    }
}
