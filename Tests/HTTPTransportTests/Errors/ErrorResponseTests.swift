import Domain
import HTTPTypes
import NIOCore
import Testing

@testable import HTTPTransport

@Suite("The answer to each failure")
struct ErrorResponseTests {
    static let answers: [(Failure, Int, String)] = [
        (.unreadable(.malformed("JSON parse error - here")), 400, #"{"detail":"JSON parse error - here"}"#),
        (
            .unreadable(.unsupportedType("text/plain")), 415,
            #"{"detail":"Unsupported media type \"text/plain\" in request."}"#
        ),
        (
            .unreadable(.unsupportedCoding("gzip")), 415,
            #"{"detail":"Unsupported content coding \"gzip\" in request; send the body as it is."}"#
        ),
        (
            .unreadable(.notAnObject("list")), 400,
            #"{"non_field_errors":["Invalid data. Expected a dictionary, but got list."]}"#
        ),
        (.unreadable(.nothing), 400, #"{"non_field_errors":["No data provided"]}"#),
        (.unreadable(.tooLarge), 413, #"{"detail":"The request body is too large."}"#),
        (
            .invalid([
                FieldError(.password, .passwordTooShort(minimum: 8)), FieldError(.email, .required),
                FieldError(.password, .passwordTooCommon),
            ]), 400,
            #"{"password":["This password is too short. It must contain at least 8 characters.","#
                + #""This password is too common."],"email":["This field is required."]}"#
        ),
        (.notFound(.patient), 404, #"{"detail":"No Patient matches the given query."}"#),
        (.notFound(.doctor), 404, #"{"detail":"No Doctor matches the given query."}"#),
        (.notFound(.assignment), 404, #"{"detail":"No PatientDoctorMapping matches the given query."}"#),
        (.notFound(.appointment), 404, #"{"detail":"No Appointment matches the given query."}"#),
        (.notFound(.account), 404, #"{"detail":"No User matches the given query."}"#),
        (.notFound(.session), 404, #"{"detail":"No Session matches the given query."}"#),
        (
            .conflict(.secondFactorPresent), 400,
            #"{"non_field_errors":["Two-step sign-in is set up already."]}"#
        ),
        (.conflict(.secondFactorAbsent), 400, #"{"non_field_errors":["Two-step sign-in is not set up."]}"#),
        (.conflict(.usernameTaken), 400, #"{"username":["A user with that username already exists."]}"#),
        (.conflict(.accountEmailTaken), 400, #"{"email":["This field must be unique."]}"#),
        (.conflict(.doctorHasAccount), 400, #"{"doctor":["user with this doctor already exists."]}"#),
        (.conflict(.patientHasAccount), 400, #"{"patient":["user with this patient already exists."]}"#),
        (.conflict(.patientEmailTaken), 400, #"{"email":["patient with this email already exists."]}"#),
        (.conflict(.licenseTaken), 400, #"{"license_number":["doctor with this license number already exists."]}"#),
        (.conflict(.doctorEmailTaken), 400, #"{"email":["doctor with this email already exists."]}"#),
        (
            .conflict(.alreadyAssigned), 400,
            #"{"non_field_errors":["The fields patient, doctor must make a unique set."]}"#
        ),
        (
            .conflict(.statusAndActivityDisagree), 400,
            #"{"non_field_errors":["The fields status, is_active must agree."]}"#
        ),
        (
            .conflict(.diary(DiaryRefusal.allCases)), 400,
            #"{"non_field_errors":["Doctor already has an appointment at this time.","#
                + #""Patient already has an appointment at this time.","Doctor has no free appointments on this day.","#
                + #""Doctor is not available."],"code":"doctor_conflict"}"#
        ),
        (
            .conflict(.diary([.patientConflict])), 400,
            #"{"non_field_errors":["Patient already has an appointment at this time."],"code":"patient_conflict"}"#
        ),
        (
            .conflict(.diary([.dayFull, .doctorUnavailable])), 400,
            #"{"non_field_errors":["Doctor has no free appointments on this day.","Doctor is not available."],"#
                + #""code":"day_full"}"#
        ),
        (
            .conflict(.diary([.doctorUnavailable])), 400,
            #"{"non_field_errors":["Doctor is not available."],"code":"doctor_unavailable"}"#
        ),
        (.notSignedIn(.badCredentials), 401, #"{"detail":"No active account found with the given credentials"}"#),
        (
            .notSignedIn(.oneTimeCodeRequired), 401,
            #"{"detail":"A one-time code is required.","code":"otp_required"}"#
        ),
        (
            .notSignedIn(.oneTimeCodeWrong), 401,
            #"{"detail":"The one-time code is wrong or was used already.","code":"otp_invalid"}"#
        ),
        (
            .throttled(seconds: 87), 429,
            #"{"detail":"Request was throttled. Expected available in 87 seconds."}"#
        ),
        (.throttled(seconds: 1), 429, #"{"detail":"Request was throttled. Expected available in 1 second."}"#),
        (
            .dutyFirst(.changePassword), 403,
            #"{"detail":"You have to change your password first.","code":"password_change_required"}"#
        ),
        (
            .dutyFirst(.enrolSecondFactor), 403,
            #"{"detail":"You have to set up two-step sign-in first.","code":"otp_enrolment_required"}"#
        ),
        (.notSignedIn(.noCredentials), 401, #"{"detail":"Authentication credentials were not provided."}"#),
        (.notSignedIn(.invalidToken), 401, #"{"detail":"Token is invalid","code":"token_not_valid"}"#),
        (.notSignedIn(.expiredToken), 401, #"{"detail":"Token is expired","code":"token_not_valid"}"#),
        (.notSignedIn(.wrongTokenType), 401, #"{"detail":"Token has wrong type","code":"token_not_valid"}"#),
        (.notAllowed, 403, #"{"detail":"You do not have permission to perform this action."}"#),
        (.outdated, 412, #"{"detail":"The record is not in the version that the request expects."}"#),
        (
            .retried(.stillRunning), 409,
            #"{"detail":"A request with this Idempotency-Key is still being processed; try again in a moment."}"#
        ),
        (.retried(.otherRequest), 422, #"{"detail":"This Idempotency-Key was used for another request."}"#),
        (.busy, 503, #"{"detail":"The server is busy. Nothing was changed; try again in a moment."}"#),
        (
            .unavailable(Fault("08006")), 503,
            #"{"detail":"The service is temporarily unavailable. Nothing was changed; try again in a moment."}"#
        ),
        (
            .unavailable(Fault("08006", outcomeUnknown: true)), 503,
            #"{"detail":"The outcome of this request is unknown: look whether it was kept before you repeat it."}"#
        ),
    ]

    @Test("is the one of the contract, and nothing of a fault is told to the client", arguments: answers)
    func answer(failure: Failure, status: Int, body: String) {
        let answer = ErrorResponses.answer(for: failure)

        #expect(answer.status.code == status)
        #expect(String(buffer: answer.body) == body)
        #expect(answer.headers[.contentType] == "application/json")
        #expect((answer.headers[.wwwAuthenticate] != nil) == (status == 401))
        #expect((answer.headers[.retryAfter] != nil) == [429, 503].contains(status))
    }

    @Test("stands in this table")
    func exhaustive() {
        let failures = Self.answers.map(\.0)

        let numbers = Set(failures.map(Self.number))
        let conflicts = Set(failures.compactMap(Self.numberOfConflict))

        #expect(numbers == Set(0...11))
        #expect(conflicts == Set(0...11))
    }

    /// Stops the build when there is a new failure, which then wants a line in the table.
    private static func number(of failure: Failure) -> Int {
        switch failure {
        case .unreadable: 0
        case .invalid: 1
        case .notFound: 2
        case .conflict: 3
        case .notSignedIn: 4
        case .notAllowed: 5
        case .busy: 6
        case .unavailable: 7
        case .outdated: 8
        case .retried: 9
        case .throttled: 10
        case .dutyFirst: 11
        }
    }

    /// The same for a new conflict; `nil` for other failures.
    private static func numberOfConflict(in failure: Failure) -> Int? {
        guard case .conflict(let conflict) = failure else { return nil }
        return switch conflict {
        case .usernameTaken: 0
        case .accountEmailTaken: 1
        case .patientEmailTaken: 2
        case .licenseTaken: 3
        case .doctorEmailTaken: 4
        case .alreadyAssigned: 5
        case .statusAndActivityDisagree: 6
        case .diary: 7
        case .secondFactorPresent: 8
        case .secondFactorAbsent: 9
        case .doctorHasAccount: 10
        case .patientHasAccount: 11
        }
    }

    @Test("every kind of record and every reason for not being signed in has its answer")
    func covered() {
        let failures = Self.answers.map(\.0)

        #expect(RecordKind.allCases.allSatisfy { failures.contains(.notFound($0)) })
        #expect(SignInRefusal.allCases.allSatisfy { failures.contains(.notSignedIn($0)) })
    }
}
