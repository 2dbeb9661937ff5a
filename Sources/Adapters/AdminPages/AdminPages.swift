package import Application
import Domain
package import HTTPTransport
import HTTPTypes

/// The pages for those who work at the clinic, below `/admin/`: over the same use cases as the API, with rights, audit and
/// limits of theirs.
package enum AdminPages {
    /// Every path of the pages.
    package static func routes(_ useCases: UseCases, _ settings: PageSettings) -> [Route] {
        let entrance = Entrance(useCases: useCases, settings: settings)
        let appointments = AppointmentPages(
            appointments: useCases.appointments, patients: useCases.patients, doctors: useCases.doctors,
            clock: useCases.clock)
        let routes =
            SignInPages(entrance: entrance).routes
            + TodayPages(appointments: useCases.appointments, clock: useCases.clock).routes(entrance)
            + CalendarPages(pages: appointments).routes(entrance) + appointments.routes(entrance)
            + AppointmentListPages(useCases: useCases).routes(entrance)
            + PatientPages(useCases: useCases).routes(entrance) + DoctorPages(useCases: useCases).routes(entrance)
            + AssignmentPages(useCases: useCases).routes(entrance)
            + FindPages(people: PeopleSearch(patients: useCases.patients, doctors: useCases.doctors)).routes(entrance)
            + AccountPages(administration: useCases.administration).routes(entrance)
            + ActivityPages(useCases: useCases).routes(entrance)
            + OperationsPages(useCases: useCases, settings: settings).routes(entrance)
            + OwnAccountPages(accounts: useCases.accounts).routes(entrance)
            + [entrance.page("/admin/*", get: { request in request.problemPage(.notFound, status: .notFound) })]
        return (routes + Assets.routes).map { $0.speaking(manner) }
    }

    /// Below `/admin/` only numbers name records, and failures become pages.
    private static let manner = Dialect(
        numbersOnly: true,
        page: { failure, headers in
            failure.page(in: Language(chosen: nil, acceptLanguage: headers[.acceptLanguage]))
        },
        methodPage: { headers in
            Problem.wrongMethod.page(
                in: Language(chosen: nil, acceptLanguage: headers[.acceptLanguage]), status: .methodNotAllowed)
        })
}
