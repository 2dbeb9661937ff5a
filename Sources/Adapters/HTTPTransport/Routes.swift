import Application
import Domain
import HTTPTypes

/// Every path that is served: what a client can ask, and who may.
enum Routes {
    static func all(_ useCases: UseCases, readiness: Readiness) -> [Route] {
        accounts(AccountEndpoints(accounts: useCases.accounts))
            + patients(PatientEndpoints(patients: useCases.patients))
            + doctors(DoctorEndpoints(doctors: useCases.doctors))
            + assignments(AssignmentEndpoints(assignments: useCases.assignments))
            + appointments(AppointmentEndpoints(appointments: useCases.appointments))
            + operations(OperationsEndpoints(useCases: useCases, readiness: readiness))
    }

    private static func accounts(_ endpoints: AccountEndpoints) -> [Route] {
        [
            .open("/api/auth/register/", "/auth/register/", access: .open, handlers: [.post: endpoints.register]),
            .open("/api/auth/login/", "/auth/login/", "/api/token/", handlers: [.post: endpoints.signIn]),
            .open(
                "/api/auth/token/refresh/", "/api/auth/refresh/", "/api/token/refresh/",
                handlers: [.post: endpoints.refreshTokens]),
            .open("/api/auth/logout/", handlers: [.post: endpoints.signOut]),
            .signedIn(
                "/api/auth/profile/",
                handlers: [
                    .get: endpoints.findProfile, .put: endpoints.changeProfile, .patch: endpoints.changeProfile,
                ]),
        ]
    }

    private static func patients(_ endpoints: PatientEndpoints) -> [Route] {
        [
            .signedIn("/api/patients/", handlers: [.get: endpoints.list, .post: endpoints.register]),
            .signedIn(
                "/api/patients/{id}/",
                handlers: [
                    .get: endpoints.find, .put: endpoints.change, .patch: endpoints.change, .delete: endpoints.delete,
                ]),
        ]
    }

    private static func doctors(_ endpoints: DoctorEndpoints) -> [Route] {
        [
            .signedIn("/api/doctors/", handlers: [.get: endpoints.list, .post: endpoints.register]),
            .signedIn(
                "/api/doctors/{id}/",
                handlers: [
                    .get: endpoints.find, .put: endpoints.change, .patch: endpoints.change, .delete: endpoints.delete,
                ]),
        ]
    }

    private static func assignments(_ endpoints: AssignmentEndpoints) -> [Route] {
        [
            .signedIn("/api/mappings/", handlers: [.get: endpoints.list, .post: endpoints.assign]),
            .signedIn("/api/mappings/patient/{id}/", handlers: [.get: endpoints.listOfPatient]),
            .signedIn(
                "/api/mappings/{id}/",
                handlers: [
                    .get: endpoints.find, .put: endpoints.change, .patch: endpoints.change, .delete: endpoints.delete,
                ]),
        ]
    }

    private static func appointments(_ endpoints: AppointmentEndpoints) -> [Route] {
        [
            .signedIn("/api/appointments/", handlers: [.get: endpoints.list, .post: endpoints.book]),
            .signedIn(
                "/api/appointments/{id}/",
                handlers: [
                    .get: endpoints.find, .put: endpoints.change, .patch: endpoints.change, .delete: endpoints.delete,
                ]),
        ]
    }

    private static func operations(_ endpoints: OperationsEndpoints) -> [Route] {
        [
            .open("/healthz/", kind: .page, handlers: [.get: endpoints.isAlive]),
            .open("/readyz/", kind: .page, handlers: [.get: endpoints.isReady]),
            .open("/", kind: .page, handlers: [.get: endpoints.welcome]),
            .open("/admin/", kind: .page, handlers: [.get: endpoints.admin]),
            .open("/admin/login/", kind: .page, handlers: [.get: endpoints.adminSignIn]),
        ]
    }
}
