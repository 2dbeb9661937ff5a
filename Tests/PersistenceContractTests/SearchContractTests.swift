import Application
import Domain
import Testing

@Suite("A search")
struct SearchContractTests {
    @Test("knows neither case nor accents, in the text or in the words", arguments: Backend.listing)
    func folding(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let names = [
                "Müller", "Mu\u{308}ller", "Groß", "Øverland", "Łukasz", "Æbelø", "Đorđe", "Ilık", "Παπάς", "Йод",
            ]
            var ids: [String: PatientID] = [:]
            for name in names { ids[name] = try await clinic.register(.bo.named(name, "X")).id }
            let words: [(String, String)] = [
                ("gross", "Groß"), ("GROSS", "Groß"), ("groß", "Groß"), ("overland", "Øverland"), ("øver", "Øverland"),
                ("lukasz", "Łukasz"), ("ŁUK", "Łukasz"), ("aebelo", "Æbelø"), ("æb", "Æbelø"), ("dorde", "Đorđe"),
                ("ILIK", "Ilık"), ("παπας", "Παπάς"), ("ΠΑΠΆΣ", "Παπάς"), ("иод", "Йод"),
            ]

            for (word, name) in words {
                #expect(try await clinic.found(word) == [ids[name]], "\(word)")
            }
            for word in ["muller", "MÜLLER", "mu\u{308}l", "üll"] {
                #expect(try await clinic.found(word).count == 2, "\(word)")
            }
        }
    }

    @Test("takes the signs of every query language for what they are", arguments: Backend.listing)
    func signs(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let names = ["a\"b\"c", "d*e*f", "g-h-i", "NEAR(j k)", "l:m^n", "o'p'q", "{r}+s", "100%_x"]
            var ids: [PatientID] = []
            for name in names { ids.append(try await clinic.register(.bo.named(name, "X")).id) }

            let words = ["a\"b\"", "d*e*", "g-h", "near(j", "l:m^", "o'p'", "{r}+", "0%_"]
            for (word, id) in zip(words, ids) {
                #expect(try await clinic.found(word) == [id], "\(word)")
            }
            for word in ["\"\"\"", "***", "---", "a AND b", "x OR", "%%%", "___", "a\0b"] {
                #expect(try await clinic.found(word).isEmpty, "\(word)")
            }
        }
    }

    @Test("finds words of one and two letters, and those within other words", arguments: Backend.listing)
    func shortWords(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let li = try await clinic.register(.bo.named("Li", "Wu"))
            let oliver = try await clinic.register(.bo.named("Oliver", "Xu"))
            let wang = try await clinic.register(.bo.named("王小明", "Wang"))

            #expect(try await clinic.found("li") == [li.id, oliver.id])
            #expect(try await clinic.found("l") == [li.id, oliver.id])
            #expect(try await clinic.found("li", "wu") == [li.id])
            #expect(try await clinic.found("liv", "u") == [oliver.id])
            #expect(try await clinic.found("小") == [wang.id])
            #expect(try await clinic.found("王小明") == [wang.id])
        }
    }

    @Test("wants a word's letters in a row and in one member", arguments: Backend.listing)
    func wholeWords(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            _ = try await clinic.register(.bo.named("abcabd", "efg"))
            let whole = try await clinic.register(.bo.named("xabcdx", "y"))

            // The first has every run of three letters of "bcab" and "abd", but not these words.
            #expect(try await clinic.found("abcd") == [whole.id])
            #expect(try await clinic.found("abdefg").isEmpty)
            #expect(try await clinic.found("cabdabc").isEmpty)
        }
    }

    @Test("finds a letter as often in a row as it is asked for", arguments: Backend.listing)
    func runs(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let three = try await clinic.register(.bo.named("A777", "X"))
            var four = try await clinic.register(.bo.named("B7777", "X"))
            let apart = try await clinic.register(.bo.named("C7777", "777X"))
            let eleven = try await clinic.register(.bo.named("D\(String(repeating: "7", count: 11))", "X"))

            #expect(try await clinic.found("777") == [three.id, four.id, apart.id, eleven.id])
            #expect(try await clinic.found("7777") == [four.id, apart.id, eleven.id])
            #expect(try await clinic.found("77777") == [eleven.id])
            #expect(try await clinic.found(String(repeating: "7", count: 10)) == [eleven.id])
            #expect(try await clinic.found(String(repeating: "7", count: 11)) == [eleven.id])
            #expect(try await clinic.found(String(repeating: "7", count: 12)).isEmpty)
            #expect(try await clinic.found("c7777", "777x") == [apart.id])

            four.details = four.details.named("B88888", "X")
            let changed = four
            try await clinic.storage.write { try await $0.patients.update(changed) }
            #expect(try await clinic.found("7777") == [apart.id, eleven.id])
            #expect(try await clinic.found("88888") == [four.id])
        }
    }

    @Test("finds what records are now, and no deleted ones", arguments: Backend.listing)
    func changes(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            var ann = try await clinic.register(.ann.named("Annabel", "Archer"))
            let other = try await clinic.register(.ann.named("Annabel", "Baker"))
            ann.details = ann.details.named("Cleopatra", "Archer")
            let changed = ann

            try await clinic.storage.write { try await $0.patients.update(changed) }
            try await clinic.storage.write { try await $0.patients.update(changed) }
            #expect(try await clinic.found("cleopatra") == [ann.id])
            #expect(try await clinic.found("annabel") == [other.id])

            try await clinic.delete(other.id)
            #expect(try await clinic.found("annabel").isEmpty)
            #expect(try await clinic.found("archer") == [ann.id])
        }
    }

    /// An entry of PostgreSQL's index is 2,704 bytes at most, and the text to search in is in it.
    @Test("finds those whose text is as long as it can be, marks of runs and all", arguments: Backend.listing)
    func longestTexts(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            for run in [1, 4, 7, 9] {
                var letters = ScatteredLetters()
                let long = PatientDetails.bo.with {
                    $0.firstName = PersonName(stored: letters.next(100, inRunsOf: 1))
                    $0.lastName = PersonName(stored: letters.next(100, inRunsOf: run))
                    $0.phoneNumber = PhoneNumber(stored: letters.next(20, inRunsOf: 1))
                    $0.email = EmailAddress(stored: ScatteredLetters.ascii(254, inRunsOf: run))
                    $0.insurance.number = InsuranceNumber(stored: letters.next(50, inRunsOf: run))
                }
                var patient = try await clinic.register(long)
                #expect(try await clinic.found(long.firstName.text, long.lastName.text) == [patient.id])

                patient.details.lastName = PersonName(stored: letters.next(100, inRunsOf: 1))
                let changed = patient
                try await clinic.storage.write { try await $0.patients.update(changed) }
                #expect(try await clinic.found(changed.details.lastName.text) == [patient.id])
            }
        }
    }

    @Test("for doctors knows neither case nor accents", arguments: Backend.listing)
    func doctors(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            let other = try await clinic.hire(
                .drGrey.named("Jürgen", "Ćosić", license: "C").with {
                    $0.specialization = Specialization(stored: "Pädiatrie")
                })

            for (words, expected) in [(["cosic", "JURGEN"], other), (["padia"], other), (["diagnöstics"], house)] {
                var query = DoctorQuery()
                query.search = words
                #expect(try await clinic.reads.doctors.list(query) == [expected])
            }
        }
    }
}

extension Clinic {
    /// Those who are found, by number.
    fileprivate func found(_ words: String...) async throws -> [PatientID] {
        var query = PatientQuery()
        (query.search, query.ordering) = (words, [Ordering(.id)])
        return try await reads.patients.list(query, in: .everything).map(\.id)
    }
}

/// Letters of four bytes that no compression makes shorter.
private struct ScatteredLetters {
    private var state: UInt32 = 1

    mutating func next(_ count: Int, inRunsOf run: Int) -> String {
        var text = String.UnicodeScalarView()
        while text.count < count {
            state = state &* 1_664_525 &+ 1_013_904_223
            guard let letter = Unicode.Scalar(0x20000 + (state >> 8) % 0xA000) else { continue }
            text.append(contentsOf: repeatElement(letter, count: min(run, count - text.count)))
        }
        return String(text)
    }

    /// Signs, digits and small letters, each in runs.
    static func ascii(_ count: Int, inRunsOf run: Int) -> String {
        let all = Array(UInt8(ascii: "!")...UInt8(ascii: "@")) + Array(UInt8(ascii: "[")...UInt8(ascii: "~"))
        return String(decoding: (0..<count).map { all[$0 / run % all.count] }, as: UTF8.self)
    }
}
