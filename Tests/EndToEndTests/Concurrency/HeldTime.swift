import Foundation

/// The time that an appointment holds for a doctor and a patient, half-open.
struct HeldTime: Sendable {
    let id: Int
    let doctor: Int
    let patient: Int
    let time: Range<Date>

    /// - Returns: `nil` when it is not an appointment.
    init?(_ json: JSON) {
        guard let id = json["id"]?.number, let doctor = json["doctor"]?.number, let patient = json["patient"]?.number,
            let start = (json["appointment_datetime"]?.text).flatMap({ try? Date($0, strategy: .iso8601) }),
            let minutes = json["duration_minutes"]?.number
        else { return nil }
        self.id = id
        self.doctor = doctor
        self.patient = patient
        time = start..<start.addingTimeInterval(Double(minutes) * 60)
    }

    /// Pairs of ids that claim a doctor or a patient at the same time.
    static func overlaps(_ all: [HeldTime]) -> [[Int]] {
        var pairs: [[Int]] = []
        for (index, one) in all.enumerated() {
            for other in all[(index + 1)...] where one.doctor == other.doctor || one.patient == other.patient {
                if one.time.overlaps(other.time) { pairs.append([one.id, other.id]) }
            }
        }
        return pairs
    }
}
