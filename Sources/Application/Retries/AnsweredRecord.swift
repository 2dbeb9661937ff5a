import Domain

/// Which record a kept answer shows, and whose data, so that a repetition can be noted in the audit trail.
struct AnsweredRecord: AuditedRecord {
    let subject: AuditSubject
    let concerned: Set<PatientID>

    init(_ record: some AuditedRecord) {
        subject = record.subject
        concerned = record.concerned
    }

    private init(subject: AuditSubject, concerned: Set<PatientID>) {
        self.subject = subject
        self.concerned = concerned
    }

    /// A line that stands before the answer: `of KIND NUMBER PATIENT…`.
    var text: String {
        let numbers = [subject.number] + concerned.map(\.number).sorted()
        return AnsweredRecord.opening + subject.kind.rawValue + numbers.map { " \($0)" }.joined() + "\n"
    }

    /// What was kept, taken apart. Without the line, as answers were kept once, nobody knows which record it shows.
    static func split(_ kept: String) -> (record: AnsweredRecord?, answer: String) {
        guard kept.hasPrefix(opening), let end = kept.firstIndex(of: "\n") else { return (nil, kept) }
        let words = kept[..<end].dropFirst(opening.count).split(separator: " ")
        let numbers = words.dropFirst().compactMap { Int64($0) }
        let answer = String(kept[kept.index(after: end)...])
        guard let kind = words.first.flatMap({ RecordKind(rawValue: String($0)) }), let number = numbers.first else {
            return (nil, answer)
        }
        let record = AnsweredRecord(
            subject: AuditSubject(kind, number: number),
            concerned: Set(numbers.dropFirst().compactMap { PatientID($0) }))
        return (record, answer)
    }

    /// No answer begins so: one begins with an entity tag or a line break.
    private static let opening = "of "
}
