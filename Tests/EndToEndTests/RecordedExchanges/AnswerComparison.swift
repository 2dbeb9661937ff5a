/// Compares an answer with a recorded one. Differences name places, never values: an answer may hold a person's data.
struct AnswerComparison {
    let step: Recording.Step
    let variables: Variables

    /// - Parameter body: the answer's body, narrowed to the rows of this run.
    func differences(_ answer: TestAnswer, body: JSON?) -> [String] {
        guard let status = step.answer["status"]?.number, answer.status == status else {
            return ["status \(answer.status) in place of \(step.answer["status"]?.number ?? 0)"]
        }
        var found: [String] = []
        compareKind(answer, body, &found)
        compareHeaders(answer, &found)
        return found
    }

    private func compareKind(_ answer: TestAnswer, _ body: JSON?, _ found: inout [String]) {
        let kind = step.answer["body_kind"]?.text
        guard step.text("body") != "ignore", kind != "text" else { return }
        let actual = answer.body.isEmpty ? "empty" : body == nil ? "text" : "json"
        guard kind == actual else { return found.append("the body is \(actual)") }
        if let body, let wanted = step.answer["body"] { compare(wanted, body, at: "", &found) }
    }

    /// Members that were not recorded are fine.
    private func compare(_ wanted: JSON, _ actual: JSON, at place: String, _ found: inout [String]) {
        if let pattern = AnswerPattern(wanted) {
            if !pattern.matches(actual, variables: variables, comparesLifetime: step.flag("lifetime")) {
                found.append(name(place))
            }
            return
        }
        switch wanted {
        case .object(let members):
            guard let actualMembers = actual.members else { return found.append(name(place)) }
            for (key, value) in members.sorted(by: { $0.key < $1.key }) {
                guard let actualValue = actualMembers[key] else {
                    found.append("\(place)/\(key) is missing")
                    continue
                }
                compare(value, actualValue, at: "\(place)/\(key)", &found)
            }
        case .list(let rows):
            guard let actualRows = actual.elements, rows.count == actualRows.count else {
                return found.append(name(place))
            }
            let paired = step.flag("ordered") ? actualRows.map { $0 } : pairedUp(rows, actualRows)
            for (index, row) in rows.enumerated() { compare(row, paired[index], at: "\(place)/\(index)", &found) }
        case .null, .bool, .digits, .string:
            guard let filled = try? variables.fill(wanted), filled.isEqual(to: actual) else {
                return found.append(name(place))
            }
        }
    }

    private func name(_ place: String) -> String { place.isEmpty ? "/" : place }

    /// Rows that carry captured ids are matched by id in whatever order they came; other lists keep theirs.
    private func pairedUp(_ wanted: [JSON], _ actual: [JSON]) -> [JSON] {
        let ids = wanted.map { row in row["id"].flatMap(AnswerPattern.init)?.variable.flatMap { variables[$0] } }
        guard !ids.isEmpty, !ids.contains(nil) else { return actual }
        return ids.map { id in actual.first { $0["id"] == id } ?? .null }
    }

    private func compareHeaders(_ answer: TestAnswer, _ found: inout [String]) {
        let recorded = step.answer["headers"]
        for name in ["WWW-Authenticate", "Location"] {
            guard let wanted = recorded?[name]?.text else { continue }
            if (try? variables.fill(wanted)) != answer[name] { found.append("header \(name)") }
        }
        for name in step.watched where recorded?[name]?.text != answer[name] { found.append("header \(name)") }
        guard step.method == "OPTIONS" || answer.status == 405, let allow = recorded?["Allow"]?.text else { return }
        if !methods(allow).isSubset(of: methods(answer["Allow"] ?? "")) { found.append("header Allow") }
    }

    private func methods(_ header: String) -> Set<String> {
        Set(header.split(separator: ",").map { $0.filter { !$0.isWhitespace } })
    }
}
