import Application
import Domain

/// What stands against a time, in words; whose the other times are only as far as whoever asks may know it.
struct BookingReasons {
    let forecast: BookingForecast
    let doctor: String
    let patient: String
    let request: PageRequest

    private var say: Language { request.language }

    /// All of it; nothing when the time is free.
    var lines: [String] {
        let rules = forecast.refusals.compactMap { refusal in
            switch refusal {
            case .dayFull, .doctorUnavailable: say(refusal)
            case .doctorConflict: forecast.doctorCollisions.isEmpty ? say(refusal) : nil
            case .patientConflict: forecast.patientCollisions.isEmpty ? say(refusal) : nil
            }
        }
        return collisions + rules
    }

    private var collisions: [String] {
        forecast.doctorCollisions.map { held in
            let line = say(AppointmentPhrase.doctorTaken(doctor, span(of: held)))
            guard let patient = held.entry?.patient else { return line }
            return "\(line) (\(PatientName.text(patient)), \(PatientName.marks(patient, say)))"
        }
            + forecast.patientCollisions.map { held in
                guard let other = held.entry?.doctor else {
                    return say(AppointmentPhrase.patientTaken(patient, span(of: held)))
                }
                return say(AppointmentPhrase.patientWith(patient, DoctorName.text(other), span(of: held)))
            }
    }

    private func span(of held: HeldTime) -> String { say.span(held.slot, in: request.time) }
}

extension Notice {
    /// Several lines under one that says what they are about.
    static func bad(_ text: String, _ lines: [String]) -> HTML {
        """
        <div class="notice notice-bad" role="alert"><div>\(text)\
        <ul>\(lines.map { "<li>\($0)</li>" as HTML })</ul></div></div>
        """
    }
}
