import HTTPTypes
import Testing

/// What everybody is answered on every path: the policy as a client meets it, written by hand.
///
/// A cell is a status or, for a list, the numbers of the records in it. `#` names one of several bodies of a path
/// (`RoleBodies`). Each number in a path is 1.
enum RoleTable {
    static let accounts = """
        request                                   nobody registrar booker stranger house wilson grey ann   bo    retired admin
        POST   /api/auth/register/                201    201       201    201      201   201    201  201   201   201     201
        POST   /api/auth/login/                   200    200       200    200      200   200    200  200   200   200     200
        POST   /api/auth/token/refresh/           200    200       200    200      200   200    200  200   200   200     200
        POST   /api/auth/logout/                  204    204       204    204      204   204    204  204   204   204     204
        GET    /api/auth/profile/                 401    200       200    200      200   200    200  200   200   200     200
        PUT    /api/auth/profile/                 401    200       200    200      200   200    200  200   200   200     200
        PATCH  /api/auth/profile/                 401    200       200    200      200   200    200  200   200   200     200
        POST   /api/auth/password/change/         401    204       204    204      204   204    204  204   204   204     204
        GET    /api/auth/sessions/                401    200       200    200      200   200    200  200   200   200     200
        DELETE /api/auth/sessions/{id}/           401    404       404    404      404   404    404  404   404   404     404
        POST   /api/auth/otp/enrol/               401    200       200    200      200   200    200  200   200   200     200
        POST   /api/auth/otp/confirm/             401    400       400    400      400   400    400  400   400   400     400
        DELETE /api/auth/otp/                     401    400       400    400      400   400    400  400   400   400     400
        GET    /api/accounts/                     401    403       403    403      403   403    403  403   403   403     200
        POST   /api/accounts/                     401    403       403    403      403   403    403  403   403   403     201
        GET    /api/accounts/{id}/                401    403       403    403      403   403    403  403   403   403     200
        PUT    /api/accounts/{id}/                401    403       403    403      403   403    403  403   403   403     200
        PATCH  /api/accounts/{id}/                401    403       403    403      403   403    403  403   403   403     200
        DELETE /api/accounts/{id}/sessions/       401    403       403    403      403   403    403  403   403   403     204
        GET    /api/audit/                        401    403       403    403      403   403    403  403   403   403     200
        """

    static let records = """
        request                                   nobody registrar booker stranger house wilson grey ann   bo    retired admin
        GET    /api/patients/                     401    [1]       []     [2]      [1]   []     [2]  [1]   [2]   []      [1,2]
        POST   /api/patients/                     401    201       201    201      403   403    403  403   403   403     201
        GET    /api/patients/{id}/                401    200       404    404      200   404    404  200   404   404     200
        PUT    /api/patients/{id}/                401    200       404    404      403   404    404  403   404   404     200
        PUT    /api/patients/{id}/#clinical       401    200       404    404      200   404    404  403   404   404     200
        PATCH  /api/patients/{id}/                401    200       404    404      403   404    404  403   404   404     200
        PATCH  /api/patients/{id}/#clinical       401    200       404    404      200   404    404  403   404   404     200
        DELETE /api/patients/{id}/                401    204       404    404      403   404    404  403   404   404     204
        GET    /api/patients/{id}/access-log/     401    200       404    404      403   404    404  200   404   404     200
        GET    /api/doctors/                      401    [1,2,3]   [1,2,3] [1,2,3] [1,2,3] [1,2,3] [1,2,3] [1,2,3] [1,2,3] [1,2,3] [1,2,3]
        POST   /api/doctors/                      401    201       201    201      403   403    403  403   403   403     201
        GET    /api/doctors/{id}/                 401    200       200    200      200   200    200  200   200   200     200
        PUT    /api/doctors/{id}/                 401    200       200    200      200   403    403  403   403   403     200
        PATCH  /api/doctors/{id}/                 401    200       200    200      200   403    403  403   403   403     200
        DELETE /api/doctors/{id}/                 401    204       204    204      403   403    403  403   403   403     204
        GET    /api/mappings/                     401    [1,2]     []     [3]      [1]   [2]    [3]  [1,2] [3]   []      [1,2,3]
        POST   /api/mappings/                     401    201       400    400      403   403    403  403   403   403     201
        GET    /api/mappings/patient/{patient_id}/ 401   [1,2]     404    404      [1]   404    404  [1,2] 404   404     [1,2]
        GET    /api/mappings/{id}/                401    200       404    404      200   404    404  200   404   404     200
        PUT    /api/mappings/{id}/                401    200       404    404      403   404    404  403   404   404     200
        PATCH  /api/mappings/{id}/                401    200       404    404      403   404    404  403   404   404     200
        DELETE /api/mappings/{id}/                401    204       404    404      403   404    404  403   404   404     204
        GET    /api/appointments/                 401    [1]       [1]    [2]      [1]   []     [2]  [1]   [2]   []      [1,2]
        POST   /api/appointments/                 401    201       400    400      403   403    403  201   400   403     201
        POST   /api/appointments/#past            401    201       400    400      403   403    403  400   400   403     201
        POST   /api/appointments/#completed       401    201       400    400      403   403    403  403   400   403     201
        GET    /api/appointments/{id}/            401    200       200    404      200   404    404  200   404   404     200
        PUT    /api/appointments/{id}/            401    200       200    404      403   404    404  403   404   404     200
        PUT    /api/appointments/{id}/#status     401    200       200    404      200   404    404  403   404   404     200
        PUT    /api/appointments/{id}/#cancel     401    200       200    404      200   404    404  200   404   404     200
        PATCH  /api/appointments/{id}/            401    200       200    404      403   404    404  403   404   404     200
        PATCH  /api/appointments/{id}/#status     401    200       200    404      200   404    404  403   404   404     200
        PATCH  /api/appointments/{id}/#cancel     401    200       200    404      200   404    404  200   404   404     200
        DELETE /api/appointments/{id}/            401    204       204    404      403   404    404  403   404   404     204
        """

    static let hospital = """
        request                                   nobody registrar booker stranger house wilson grey ann   bo    retired admin
        POST   /hospital/api/auth/register/       201    201       201    201      201   201    201  201   201   201     201
        POST   /hospital/api/auth/login/          200    200       200    200      200   200    200  200   200   200     200
        GET    /hospital/api/patients/            401    [1]       []     [2]      [1]   []     [2]  [1]   [2]   []      [1,2]
        POST   /hospital/api/patients/            401    201       201    201      403   403    403  403   403   403     201
        GET    /hospital/api/patients/{id}/       401    200       404    404      200   404    404  200   404   404     200
        PUT    /hospital/api/patients/{id}/       401    200       404    404      403   404    404  403   404   404     200
        DELETE /hospital/api/patients/{id}/       401    204       404    404      403   404    404  403   404   404     204
        GET    /hospital/api/doctors/             401    [1,2,3]   [1,2,3] [1,2,3] [1,2,3] [1,2,3] [1,2,3] [1,2,3] [1,2,3] [1,2,3] [1,2,3]
        POST   /hospital/api/doctors/             401    201       201    201      403   403    403  403   403   403     201
        GET    /hospital/api/doctors/{id}/        401    200       200    200      200   200    200  200   200   200     200
        PUT    /hospital/api/doctors/{id}/        401    200       200    200      200   403    403  403   403   403     200
        DELETE /hospital/api/doctors/{id}/        401    204       204    204      403   403    403  403   403   403     204
        GET    /hospital/api/mappings/            401    [1,2]     []     [3]      [1]   []     [3]  [1,2] [3]   []      [1,2,3]
        POST   /hospital/api/mappings/            401    201       400    400      403   403    403  403   403   403     201
        GET    /hospital/api/mappings/{patient_id}/ 401  200       404    404      200   404    404  200   404   404     200
        DELETE /hospital/api/mappings/{id}/delete/ 401   204       404    404      403   404    404  403   404   404     204
        """

    /// Paths on which nobody's credentials are looked at.
    static let pages = """
        request                                   nobody registrar booker stranger house wilson grey ann   bo    retired admin
        GET    /healthz/                          200    200       200    200      200   200    200  200   200   200     200
        GET    /readyz/                           200    200       200    200      200   200    200  200   200   200     200
        GET    /metrics/                          403    403       403    403      403   403    403  403   403   403     403
        GET    /                                  200    200       200    200      200   200    200  200   200   200     200
        GET    /api/schema/                       200    200       200    200      200   200    200  200   200   200     200
        GET    /api/docs/                         200    200       200    200      200   200    200  200   200   200     200
        GET    /api/docs/docs.js                  200    200       200    200      200   200    200  200   200   200     200
        GET    /api/docs/docs.css                 200    200       200    200      200   200    200  200   200   200     200
        GET    /api/postman.json                  200    200       200    200      200   200    200  200   200   200     200
        """

    /// The same with `PATIENT_VISIBILITY=clinic`, as far as it is otherwise: for staff, whatever they have made.
    static let sharedPatients = """
        request                                   staff
        GET    /api/patients/                     [1,2]
        GET    /api/patients/{id}/                200
        PUT    /api/patients/{id}/                200
        PUT    /api/patients/{id}/#clinical       200
        PATCH  /api/patients/{id}/                200
        PATCH  /api/patients/{id}/#clinical       200
        DELETE /api/patients/{id}/                204
        GET    /api/patients/{id}/access-log/     200
        GET    /api/mappings/                     [1,2,3]
        POST   /api/mappings/                     201
        GET    /api/mappings/patient/{patient_id}/ [1,2]
        GET    /api/mappings/{id}/                200
        PUT    /api/mappings/{id}/                200
        PATCH  /api/mappings/{id}/                200
        DELETE /api/mappings/{id}/                204
        GET    /api/appointments/                 [1,2]
        POST   /api/appointments/                 201
        POST   /api/appointments/#past            201
        POST   /api/appointments/#completed       201
        GET    /api/appointments/{id}/            200
        PUT    /api/appointments/{id}/            200
        PUT    /api/appointments/{id}/#status     200
        PUT    /api/appointments/{id}/#cancel     200
        PATCH  /api/appointments/{id}/            200
        PATCH  /api/appointments/{id}/#status     200
        PATCH  /api/appointments/{id}/#cancel     200
        DELETE /api/appointments/{id}/            204
        GET    /hospital/api/patients/            [1,2]
        GET    /hospital/api/patients/{id}/       200
        PUT    /hospital/api/patients/{id}/       200
        DELETE /hospital/api/patients/{id}/       204
        GET    /hospital/api/mappings/            [1,2,3]
        POST   /hospital/api/mappings/            201
        GET    /hospital/api/mappings/{patient_id}/ 200
        DELETE /hospital/api/mappings/{id}/delete/ 204
        """
}

/// A request of a table, with what is expected for each column.
struct RoleRow: Sendable, CustomTestStringConvertible {
    let method: HTTPRequest.Method
    let path: String
    /// Which of a path's bodies; blank for the usual one.
    let variant: String
    let cells: [String]

    var testDescription: String { name }
    /// Whether the request may be sent again with the same key, and is answered as before.
    var isRepeatable: Bool { method == .post && (!path.hasPrefix("/api/auth/") || path.hasSuffix("/register/")) }
    var name: String { "\(method.rawValue) \(path)\(variant.isEmpty ? "" : "#\(variant)")" }

    static let ofPages = rows(RoleTable.pages)

    static let all = [RoleTable.accounts, RoleTable.records, RoleTable.hospital].flatMap(rows) + ofPages

    static let shared = Dictionary(
        uniqueKeysWithValues: rows(RoleTable.sharedPatients).map { ($0.name, $0.cells[0]) })

    private static func rows(_ table: String) -> [RoleRow] {
        table.split(separator: "\n").dropFirst().compactMap { line in
            let words = line.split(separator: " ").map { String($0) }
            guard let method = HTTPRequest.Method(words[0]) else { return nil }
            let parts = words[1].split(separator: "#").map { String($0) }
            return RoleRow(
                method: method, path: parts[0], variant: parts.count > 1 ? parts[1] : "",
                cells: Array(words.dropFirst(2)))
        }
    }
}
