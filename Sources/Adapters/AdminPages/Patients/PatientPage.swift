import Domain
import HTTPTransport

/// The page of one patient.
struct PatientPage {
    let patient: Patient
    let request: PageRequest

    private var say: Language { request.language }

    var answer: Answer {
        let name = PatientName.text(patient)
        let head = PageHead(
            title: PatientName(patient: patient, language: say, isLink: false).html, actions: actions,
            trail: [(PatientPages.home, say(PatientPhrase.patients))])
        return request.page(name, head.html(in: say) + allergies + cards)
    }

    private var actions: [HTML] {
        var actions: [HTML] = []
        if request.offers(.writeClinicalText) {
            actions.append(
                """
                <a class="button button-primary" href="\(PatientPages.editAddress(patient.id))">\
                \(say(FormPhrase.edit))</a>
                """)
        }
        if request.offers(.deletePatient) {
            actions.append(
                """
                <a class="button button-danger" href="\(PatientPages.deleteAddress(patient.id))">\
                \(say(FormPhrase.delete))</a>
                """)
        }
        return actions
    }

    private var allergies: HTML {
        let known = patient.details.clinicalText.allergies?.text
        return """
            <aside class="allergies\(HTML.when(known == nil, " allergies-none"))" aria-labelledby="allergies">\
            <h2 id="allergies">\(say(PatientPhrase.allergies))</h2>\
            <p class="kept-lines">\(known ?? say(PatientPhrase.noAllergies))</p></aside>
            """
    }

    private var cards: HTML {
        let values = FormValues(patient, .patient, PatientFields.all, in: request.time)
        let cards = PatientPages.groups.enumerated().map { index, group in
            """
            <section class="card" aria-labelledby="group-\(index)"><div class="card-head">\
            <h2 id="group-\(index)">\(say.text(group.title))</h2></div>\
            \(FactList(fields: group.fields, values: values, language: say).html)</section>
            """ as HTML
        }
        return "<div class=\"columns\">\(cards)</div>"
    }
}
