import Application
import Domain
import HTTPTransport

/// So many records are done at once at most.
private let mostRecords = 200

/// The question how many are meant, and what became of it.
extension BulkWork {
    func route(_ entrance: Entrance, _ path: String) -> Route {
        let home = home
        return entrance.page(path, get: { $0.leave(for: home) }, post: bulk, returning: .to(askAgain))
    }

    func bulk(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.form["confirmed"] != nil else { return try await askAgain(request) }
        return try await perform(try await deed(request), request.chosenNumbers, request)
    }

    /// The question, also for whoever comes back from signing in.
    func askAgain(_ request: PageRequest) async throws(Failure) -> Answer {
        try await ask(try await deed(request), request.chosenNumbers, request)
    }

    private func deed(_ request: PageRequest) async throws(Failure) -> Deed {
        guard let deed = request.form["action"].flatMap(Deed.init) else {
            throw .unreadable(.malformed("The form says nothing that can be done."))
        }
        try await request.expect(deed.action)
        return deed
    }

    private func next(_ request: PageRequest) -> Address { request.next ?? home }

    private func ask(_ deed: Deed, _ numbers: [Int64], _ request: PageRequest) async throws(Failure) -> Answer {
        var rows: [BulkRow] = []
        for number in numbers {
            do throws(Failure) {
                rows.append(try await row(number, for: deed, request))
            } catch .notFound {
                continue
            }
        }
        guard !rows.isEmpty else { return request.leave(for: next(request), saying: Flash(.nothingChosen)) }
        let say = request.language
        let question = say.text(deed.question(rows.count))
        let gone = numbers.count - rows.count
        let form = BulkForm(
            address: bulkAddress, deed: deed.rawValue, label: say.text(deed.label), isDangerous: deed.isDangerous,
            rows: rows, next: next(request))
        let notice = HTML.when(gone > 0, Notice.warning(say(BulkPhrase.gone(gone))))
        return request.page(question, head(question, say) + notice + form.html(request))
    }

    private func perform(_ deed: Deed, _ numbers: [Int64], _ request: PageRequest) async throws(Failure) -> Answer {
        guard !numbers.isEmpty else { return request.leave(for: next(request), saying: Flash(.nothingChosen)) }
        let undone = await BulkOutcome.undone(numbers) { number throws(Failure) -> Bool in
            try await perform(deed, on: number, expecting: request.version(of: number), request)
            return true
        }
        guard !undone.isEmpty else {
            return request.leave(for: next(request), saying: Flash(deed.done, count: numbers.count))
        }
        let say = request.language
        let title = say(BulkPhrase.result(done: numbers.count - undone.count, of: numbers.count))
        var lines: [HTML] = []
        for (number, failure) in undone {
            // Where the database cannot be asked now, the number has to do.
            var name: HTML?
            if !failure.endsBulkWork { name = try? await row(number, for: deed, request).name }
            lines.append(
                """
                <tr><th scope="row">\(name ?? "#\(number)")</th><td>\(failure.reason(in: say))</td></tr>
                """)
        }
        var answer = request.page(title, head(title, say) + undoneTable(lines, deed, say) + back(request))
        // The log tells of faults of ours.
        answer.failure = undone.map(\.failure).first { if case .unavailable = $0 { true } else { false } }
        return answer
    }

    private func undoneTable(_ lines: [HTML], _ deed: Deed, _ language: Language) -> HTML {
        """
        <section class="card" aria-labelledby="undone"><div class="card-head"><h2 id="undone">\
        \(language(BulkPhrase.undone)): \(language.text(deed.label))</h2></div>
        <div class="table-wrap" tabindex="0" role="group" aria-labelledby="undone"><table>
        <thead><tr><th scope="col">\(language(BulkPhrase.record))</th><th scope="col">\(language(BulkPhrase.why))</th>\
        </tr></thead><tbody>\(lines)</tbody></table></div></section>
        """
    }

    private func back(_ request: PageRequest) -> HTML {
        "<p><a class=\"button\" href=\"\(next(request))\">\(request.language(BulkPhrase.back))</a></p>"
    }

    private func head(_ title: String, _ language: Language) -> HTML {
        PageHead(title: "\(title)", trail: [(home, language.text(self.title))]).html(in: language)
    }
}

extension PageRequest {
    /// The numbers of the rows that were chosen, each once.
    var chosenNumbers: [Int64] {
        var seen: Set<Int64> = []
        let numbers = form.filter { $0.name == "id" }.compactMap { Int64($0.text) }.filter { seen.insert($0).inserted }
        return Array(numbers.prefix(mostRecords))
    }

    /// The version of one of them that the question showed.
    fileprivate func version(of number: Int64) -> ExpectedVersion {
        let shown = form["version-\(number)"].flatMap { Int64($0) }.map(Instant.init(microseconds:))
        return .oneOf(shown.map { [$0] } ?? [])
    }
}
