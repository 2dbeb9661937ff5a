/// Good bodies for every request of `RoleTable`, so that nothing but the policy refuses one.
enum RoleBodies {
    static func body(of row: RoleRow) -> String? { bodies[row.name] }

    private static let bodies: [String: String] = {
        var bodies = made
        for (name, body) in changes {
            bodies["PUT \(name)"] = body
            bodies["PATCH \(name)"] = body
        }
        return bodies
    }()

    private static let account = #"{"username":"cy","email":"cy@example.org","password":"Tr1cky-Horse-9"}"#
    private static let token = #"{"refresh":"refresh.1.00a1.1756792800"}"#
    private static let signIn = #"{"username":"nurse","password":"Tr1cky-Horse-9"}"#
    private static let made = [
        "POST /api/auth/register/": account, "POST /hospital/api/auth/register/": account,
        "POST /api/auth/login/": signIn, "POST /hospital/api/auth/login/": signIn,
        "POST /api/auth/token/refresh/": token, "POST /api/auth/logout/": token,
        "POST /api/auth/password/change/": #"{"old_password":"Tr1cky-Horse-9","new_password":"Harb0ur-Lantern-4"}"#,
        "POST /api/auth/otp/enrol/": #"{"password":"Tr1cky-Horse-9"}"#,
        "POST /api/auth/otp/confirm/": #"{"otp":"123456"}"#,
        "POST /api/accounts/":
            #"{"username":"cy","email":"cy@example.org","password":"Tr1cky-Horse-9","role":"admin"}"#,
        "POST /api/patients/": Body.ann.replacing("Ann", with: "Cy"),
        "POST /api/doctors/": Body.drGrey,
        "POST /api/mappings/": #"{"patient":1,"doctor":3}"#,
        "POST /api/appointments/": appointment(at: "2025-09-01T15:00:00Z"),
        "POST /api/appointments/#past": appointment(at: "2025-08-01T15:00:00Z"),
        "POST /api/appointments/#completed": appointment(at: "2025-09-01T15:00:00Z", #","status":"COMPLETED""#),
        "POST /hospital/api/patients/": HospitalBody.syed, "POST /hospital/api/doctors/": HospitalBody.drDoe,
        "POST /hospital/api/mappings/": #"{"patient":1,"doctor":3}"#,
    ]

    private static let changes = [
        "/api/auth/profile/": #"{"first_name":"Nia"}"#, "/api/accounts/{id}/": #"{"first_name":"Nia"}"#,
        "/api/patients/{id}/": #"{"first_name":"Anna"}"#, "/api/patients/{id}/#clinical": #"{"allergies":"nuts"}"#,
        "/api/doctors/{id}/": #"{"education":"school"}"#, "/api/mappings/{id}/": #"{"notes":"x"}"#,
        "/api/appointments/{id}/": #"{"notes":"x"}"#, "/api/appointments/{id}/#status": #"{"status":"CHECKED_IN"}"#,
        "/api/appointments/{id}/#cancel": #"{"status":"CANCELLED"}"#,
        "/hospital/api/patients/{id}/": #"{"firstname":"Anna"}"#,
        "/hospital/api/doctors/{id}/": #"{"firstname":"Greg"}"#,
    ]

    private static func appointment(at time: String, _ more: String = "") -> String {
        #"{"patient":1,"doctor":3,"appointment_datetime":""# + time + "\"" + more + "}"
    }
}
