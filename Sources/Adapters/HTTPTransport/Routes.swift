import Application
import Domain
import HTTPTypes

/// Every path that is served: what a client can ask, who may, and what is told about it.
enum Routes {
    /// - Parameters:
    ///   - metrics: tells the server's numbers.
    ///   - version: the program's, for the documents about the API.
    ///   - dialects: the paths of further contracts.
    ///   - pages: paths for people, which are no part of the API.
    static func all(
        _ useCases: UseCases, readiness: Readiness, metrics: MetricsEndpoint, version: String,
        dialects: [Route] = [], pages: [Route] = []
    ) -> [Route] {
        let operations = OperationsEndpoints(useCases: useCases, readiness: readiness, hasPages: !pages.isEmpty)
        let routes = records(useCases) + dialects + self.operations(operations, metrics)
        // The documents describe their own paths too: what these do is not asked for that.
        let described = routes + documents(PublishedDocuments([], version: version))
        return routes + documents(PublishedDocuments(described, version: version)) + pages
    }

    private static func records(_ useCases: UseCases) -> [Route] {
        accounts(AccountEndpoints(accounts: useCases.accounts))
            + signInSecurity(useCases.accounts)
            + administration(AdministrationEndpoints(administration: useCases.administration))
            + patients(PatientEndpoints(patients: useCases.patients))
            + doctors(DoctorEndpoints(doctors: useCases.doctors))
            + assignments(AssignmentEndpoints(assignments: useCases.assignments))
            + appointments(AppointmentEndpoints(appointments: useCases.appointments))
            + audit(AuditEndpoints(audit: useCases.audit))
    }

    private static func accounts(_ endpoints: AccountEndpoints) -> [Route] {
        typealias Told = AccountOperations
        return [
            .open(
                "/api/auth/register/", aliases: ["/auth/register/"], access: .open,
                [.init(.post, Told.register, endpoints.register)]),
            .open(
                "/api/auth/login/", aliases: ["/auth/login/", "/api/token/"],
                [.init(.post, Told.signIn, endpoints.signIn)]),
            .open(
                "/api/auth/token/refresh/", aliases: ["/api/auth/refresh/", "/api/token/refresh/"],
                [.init(.post, Told.refreshTokens, endpoints.refreshTokens)]),
            .open("/api/auth/logout/", [.init(.post, Told.signOut, endpoints.signOut)]),
            .signedIn(
                "/api/auth/profile/",
                [
                    .init(.get, Told.findProfile, endpoints.findProfile),
                    .init(.put, Told.replaceProfile, endpoints.changeProfile),
                    .init(.patch, Told.changeProfile, endpoints.changeProfile),
                ]),
        ]
    }

    private static func administration(_ endpoints: AdministrationEndpoints) -> [Route] {
        typealias Told = AdministrationOperations
        return [
            .signedIn(
                "/api/accounts/",
                [.init(.get, Told.list, endpoints.list), .init(.post, Told.create, endpoints.create)]),
            .signedIn(
                "/api/accounts/{id}/",
                [
                    .init(.get, Told.find, endpoints.find), .init(.put, Told.replace, endpoints.change),
                    .init(.patch, Told.change, endpoints.change),
                ]),
            .signedIn("/api/accounts/{id}/sessions/", [.init(.delete, Told.endSessions, endpoints.endSessions)]),
        ]
    }

    private static func signInSecurity(_ accounts: AccountUseCases) -> [Route] {
        let sessions = SessionEndpoints(accounts: accounts)
        let factors = SecondFactorEndpoints(accounts: accounts)
        typealias Factors = SecondFactorOperations
        return [
            .signedIn(
                "/api/auth/password/change/",
                [
                    .init(
                        .post, AccountOperations.changePassword, AccountEndpoints(accounts: accounts).changePassword)
                ]),
            .signedIn("/api/auth/sessions/", [.init(.get, SessionOperations.list, sessions.list)]),
            .signedIn("/api/auth/sessions/{id}/", [.init(.delete, SessionOperations.end, sessions.end)]),
            .signedIn("/api/auth/otp/enrol/", [.init(.post, Factors.enrol, factors.enrol)]),
            .signedIn("/api/auth/otp/confirm/", [.init(.post, Factors.confirm, factors.confirm)]),
            .signedIn("/api/auth/otp/", [.init(.delete, Factors.remove, factors.remove)]),
        ]
    }

    private static func patients(_ endpoints: PatientEndpoints) -> [Route] {
        typealias Told = PatientOperations
        return [
            .signedIn(
                "/api/patients/",
                [.init(.get, Told.list, endpoints.list), .init(.post, Told.register, endpoints.register)]),
            .signedIn(
                "/api/patients/{id}/",
                [
                    .init(.get, Told.find, endpoints.find), .init(.put, Told.replace, endpoints.change),
                    .init(.patch, Told.change, endpoints.change), .init(.delete, Told.delete, endpoints.delete),
                ]),
        ]
    }

    private static func doctors(_ endpoints: DoctorEndpoints) -> [Route] {
        typealias Told = DoctorOperations
        return [
            .signedIn(
                "/api/doctors/",
                [.init(.get, Told.list, endpoints.list), .init(.post, Told.register, endpoints.register)]),
            .signedIn(
                "/api/doctors/{id}/",
                [
                    .init(.get, Told.find, endpoints.find), .init(.put, Told.replace, endpoints.change),
                    .init(.patch, Told.change, endpoints.change), .init(.delete, Told.delete, endpoints.delete),
                ]),
        ]
    }

    private static func assignments(_ endpoints: AssignmentEndpoints) -> [Route] {
        typealias Told = AssignmentOperations
        return [
            .signedIn(
                "/api/mappings/",
                [.init(.get, Told.list, endpoints.list), .init(.post, Told.assign, endpoints.assign)]),
            .signedIn(
                "/api/mappings/patient/{patient_id}/", [.init(.get, Told.listOfPatient, endpoints.listOfPatient)]),
            .signedIn(
                "/api/mappings/{id}/",
                [
                    .init(.get, Told.find, endpoints.find), .init(.put, Told.replace, endpoints.change),
                    .init(.patch, Told.change, endpoints.change), .init(.delete, Told.delete, endpoints.delete),
                ]),
        ]
    }

    private static func appointments(_ endpoints: AppointmentEndpoints) -> [Route] {
        typealias Told = AppointmentOperations
        return [
            .signedIn(
                "/api/appointments/",
                [.init(.get, Told.list, endpoints.list), .init(.post, Told.book, endpoints.book)]),
            .signedIn(
                "/api/appointments/{id}/",
                [
                    .init(.get, Told.find, endpoints.find), .init(.put, Told.replace, endpoints.change),
                    .init(.patch, Told.change, endpoints.change), .init(.delete, Told.delete, endpoints.delete),
                ]),
        ]
    }

    private static func audit(_ endpoints: AuditEndpoints) -> [Route] {
        typealias Told = AuditOperations
        return [
            .signedIn("/api/audit/", [.init(.get, Told.listTrail, endpoints.listTrail)]),
            .signedIn("/api/patients/{id}/access-log/", [.init(.get, Told.listAccessLog, endpoints.listAccessLog)]),
        ]
    }

    private static func operations(_ endpoints: OperationsEndpoints, _ metrics: MetricsEndpoint) -> [Route] {
        typealias Told = ServerOperations
        return [
            .open("/healthz/", kind: .page, [.init(.get, Told.isAlive, endpoints.isAlive)]),
            .open("/readyz/", kind: .page, [.init(.get, Told.isReady, endpoints.isReady)]),
            .open("/metrics/", kind: .page, [.init(.get, Told.metrics, metrics.read)]),
            .open("/", kind: .page, [.init(.get, Told.welcome, endpoints.welcome)]),
        ]
    }

    private static func documents(_ documents: PublishedDocuments) -> [Route] {
        typealias Told = DocumentationOperations
        let endpoints = DocumentationEndpoints(documents: documents)
        return [
            .open("/api/schema/", kind: .page, [.init(.get, Told.schema, endpoints.schema)]),
            .open("/api/docs/", kind: .page, [.init(.get, Told.page, endpoints.page)]),
            .open("/api/docs/docs.js", kind: .page, [.init(.get, Told.script, endpoints.script)]),
            .open("/api/docs/docs.css", kind: .page, [.init(.get, Told.style, endpoints.style)]),
            .open("/api/postman.json", kind: .page, [.init(.get, Told.collection, endpoints.collection)]),
        ]
    }
}
