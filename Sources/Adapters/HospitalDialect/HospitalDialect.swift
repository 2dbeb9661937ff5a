package import Application
package import HTTPTransport
import HTTPTypes

/// The hospital contract: a second, smaller API below `/hospital`, over the same use cases, accounts and records.
///
/// It is a table of routes, shapes and names for the transport. `docs/api.md` says what each API shows of the other's
/// records.
package enum HospitalDialect {
    /// Every path of the dialect.
    package static func routes(_ useCases: UseCases) -> [Route] {
        accounts(HospitalAccountEndpoints(accounts: useCases.accounts))
            + patients(HospitalPatientEndpoints(patients: useCases.patients))
            + doctors(HospitalDoctorEndpoints(doctors: useCases.doctors))
            + mappings(HospitalMappingEndpoints(patients: useCases.patients, assignments: useCases.assignments))
    }

    /// Their members are called as in the clinic's own API.
    private static func accounts(_ endpoints: HospitalAccountEndpoints) -> [Route] {
        typealias Told = HospitalAccountOperations
        return [
            .open("/hospital/api/auth/register/", access: .open, [.init(.post, Told.register, endpoints.register)]),
            .open("/hospital/api/auth/login/", [.init(.post, Told.signIn, endpoints.signIn)]),
        ]
    }

    private static func patients(_ endpoints: HospitalPatientEndpoints) -> [Route] {
        typealias Told = HospitalPatientOperations
        let routes: [Route] = [
            .signedIn(
                "/hospital/api/patients/",
                [.init(.get, Told.list, endpoints.list), .init(.post, Told.register, endpoints.register)]),
            .signedIn(
                "/hospital/api/patients/{id}/",
                [
                    .init(.get, Told.find, endpoints.find), .init(.put, Told.change, endpoints.change),
                    .init(.delete, Told.delete, endpoints.delete),
                ]),
        ]
        return routes.map { $0.speaking(.hospital) }
    }

    private static func doctors(_ endpoints: HospitalDoctorEndpoints) -> [Route] {
        typealias Told = HospitalDoctorOperations
        let routes: [Route] = [
            .signedIn(
                "/hospital/api/doctors/",
                [.init(.get, Told.list, endpoints.list), .init(.post, Told.register, endpoints.register)]),
            .signedIn(
                "/hospital/api/doctors/{id}/",
                [
                    .init(.get, Told.find, endpoints.find), .init(.put, Told.change, endpoints.change),
                    .init(.delete, Told.delete, endpoints.delete),
                ]),
        ]
        return routes.map { $0.speaking(.hospital) }
    }

    private static func mappings(_ endpoints: HospitalMappingEndpoints) -> [Route] {
        typealias Told = HospitalMappingOperations
        let routes: [Route] = [
            .signedIn(
                "/hospital/api/mappings/",
                [.init(.get, Told.list, endpoints.list), .init(.post, Told.assign, endpoints.assign)]),
            .signedIn(
                "/hospital/api/mappings/{patient_id}/",
                [.init(.get, Told.doctorsOfPatient, endpoints.doctorsOfPatient)]),
            .signedIn(
                "/hospital/api/mappings/{id}/delete/", [.init(.delete, Told.delete, endpoints.delete)]),
        ]
        return routes.map { $0.speaking(.hospitalMappings) }
    }
}
