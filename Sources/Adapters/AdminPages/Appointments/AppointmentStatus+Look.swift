import Domain

extension AppointmentStatus {
    /// The end of the names of classes by which the style sheet tells statuses apart.
    var look: String {
        switch self {
        case .scheduled: "expected"
        case .checkedIn: "arrived"
        case .completed: "done"
        case .cancelled: "cancelled"
        case .noShow: "no-show"
        }
    }

    /// What most often comes next.
    var usualNext: AppointmentStatus? {
        switch self {
        case .scheduled, .noShow: .checkedIn
        case .checkedIn: .completed
        case .cancelled: .scheduled
        case .completed: nil
        }
    }

    /// The key that gives an appointment this status, in the row that has the focus.
    var key: String {
        switch self {
        case .scheduled: "e"
        case .checkedIn: "a"
        case .completed: "d"
        case .cancelled: "c"
        case .noShow: "x"
        }
    }

    /// In words and by its shape.
    func html(in language: Language) -> HTML {
        "<span class=\"status status-\(look)\">\(language(self).capitalizedFirst)</span>"
    }
}

extension String {
    /// With a capital letter at its beginning.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
