import Application
import Domain
import HTTPTransport

/// What somebody typed about an appointment.
struct TypedAppointment: Sendable {
    private let pairs: [FormPair]
    private let exchange: Exchange

    init(_ request: PageRequest) {
        let (form, time, name) = (request.form, request.time, Field.appointmentStart.name)
        var pairs = time.read(form, AppointmentFields.all)
        // Clocks leave out seconds, and show an hour twice when they are put back: what nobody touched stays what it was.
        if let exact = form["start"], let start = InstantText.parse(exact), time.local(start).text == form[name] {
            pairs = pairs.map { $0.name == name ? FormPair(name, exact) : $0 }
        }
        self.pairs = pairs
        exchange = request.exchange
    }

    /// - Parameter present: the details before; `nil` for a new appointment.
    func form(over present: AppointmentDetails?) -> AppointmentForm {
        var reader = exchange.form(of: pairs)
        return reader.appointmentForm(over: present)
    }

    /// The time and the people.
    ///
    /// - Throws: `.invalid` when they cannot be read.
    func proposal(moving appointment: Appointment?) throws(Failure) -> BookingProposal {
        let form = form(over: appointment?.details)
        guard form.check.errors.isEmpty, let doctor = form.doctor, let patient = form.patient, let start = form.start,
            let length = form.length
        else { throw .invalid(form.check.errors) }
        return BookingProposal(
            doctor: doctor, patient: patient, slot: Slot(start: start, length: length), moved: appointment?.id)
    }
}
