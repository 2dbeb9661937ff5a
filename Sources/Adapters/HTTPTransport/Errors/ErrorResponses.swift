package import Domain
import HTTPTypes

/// The one table from failures to answers.
enum ErrorResponses {
    static func answer(for failure: Failure, in dialect: Dialect = .usual) -> Answer {
        switch failure {
        case .unreadable(let reason): unreadable(reason)
        case .invalid(let errors): invalid(errors, in: dialect)
        case .notFound(let kind): .detail(.notFound, "No \(kind.title) matches the given query.")
        case .conflict(let conflict): self.conflict(conflict, in: dialect)
        case .notSignedIn(let refusal): notSignedIn(refusal)
        case .throttled(let seconds): throttled(seconds)
        case .dutyFirst(let duty): .detail(.forbidden, duty.text) { $0.member("code", duty.code) }
        case .notAllowed: .detail(.forbidden, "You do not have permission to perform this action.")
        case .outdated: .detail(.preconditionFailed, "The record is not in the version that the request expects.")
        case .retried(.stillRunning):
            .detail(.conflict, "A request with this Idempotency-Key is still being processed; try again in a moment.")
        case .retried(.otherRequest):
            .detail(.unprocessableContent, "This Idempotency-Key was used for another request.")
        case .busy: unavailable("The server is busy. Nothing was changed; try again in a moment.")
        case .unavailable(let fault):
            unavailable(
                fault.outcomeUnknown
                    ? "The outcome of this request is unknown: look whether it was kept before you repeat it."
                    : "The service is temporarily unavailable. Nothing was changed; try again in a moment.")
        }
    }

    private static func unreadable(_ reason: Unreadable) -> Answer {
        switch reason {
        case .malformed(let text): .detail(.badRequest, text)
        case .unsupportedType(let type):
            .detail(.unsupportedMediaType, "Unsupported media type \"\(type)\" in request.")
        case .unsupportedCoding(let coding): unsupportedCoding(coding)
        case .notAnObject(let kind):
            texts([("non_field_errors", ["Invalid data. Expected a dictionary, but got \(kind)."])])
        case .nothing: texts([("non_field_errors", ["No data provided"])])
        case .tooLarge: .detail(.contentTooLarge, "The request body is too large.")
        }
    }

    /// With what would have been taken (RFC 9110, 15.5.16).
    private static func unsupportedCoding(_ coding: String) -> Answer {
        var answer = Answer.detail(
            .unsupportedMediaType, "Unsupported content coding \"\(coding)\" in request; send the body as it is.")
        answer.headers[.acceptEncoding] = "identity"
        return answer
    }

    private static func invalid(_ errors: [FieldError], in dialect: Dialect) -> Answer {
        var fields: [(String, [String])] = []
        for error in errors {
            let name = dialect.name(of: error.field)
            if let index = fields.firstIndex(where: { $0.0 == name }) {
                fields[index].1.append(error.reason.text)
            } else {
                fields.append((name, [error.reason.text]))
            }
        }
        return texts(fields)
    }

    private static func conflict(_ conflict: Conflict, in dialect: Dialect) -> Answer {
        guard case .diary(let refusals) = conflict else {
            return texts([(conflict.field.map(dialect.name) ?? "non_field_errors", [conflict.text])])
        }
        return texts([("non_field_errors", refusals.map(\.text))], code: refusals.first?.code)
    }

    private static func notSignedIn(_ refusal: SignInRefusal) -> Answer {
        let answer: Answer
        switch refusal {
        case .badCredentials:
            answer = .detail(.unauthorized, "No active account found with the given credentials")
        case .oneTimeCodeRequired:
            answer = .detail(.unauthorized, "A one-time code is required.") { $0.member("code", "otp_required") }
        case .oneTimeCodeWrong:
            answer = .detail(.unauthorized, FieldError.Reason.wrongOneTimeCode.text) {
                $0.member("code", "otp_invalid")
            }
        case .noCredentials:
            answer = .detail(.unauthorized, "Authentication credentials were not provided.")
        case .invalidToken, .expiredToken, .wrongTokenType:
            answer = .detail(.unauthorized, refusal.tokenText) { $0.member("code", "token_not_valid") }
        }
        return answer.challenging
    }

    private static func throttled(_ seconds: Int64) -> Answer {
        let unit = seconds == 1 ? "second" : "seconds"
        var answer = Answer.detail(
            .tooManyRequests, "Request was throttled. Expected available in \(seconds) \(unit).")
        answer.headers[.retryAfter] = String(seconds)
        return answer
    }

    private static func unavailable(_ text: String) -> Answer {
        var answer = Answer.detail(.serviceUnavailable, text)
        answer.headers[.retryAfter] = "1"
        return answer
    }

    /// `{"field": ["text", …], …}`
    private static func texts(_ fields: [(String, [String])], code: String? = nil) -> Answer {
        .json(.badRequest) { json in
            json.beginObject()
            for (name, texts) in fields {
                json.key(named: name)
                json.beginArray()
                for text in texts { json.value(text) }
                json.endArray()
            }
            if let code { json.member("code", code) }
            json.endObject()
        }
    }
}

extension Answer {
    /// With the challenge that every 401 carries (RFC 6750, 3).
    var challenging: Answer {
        var answer = self
        answer.headers[.wwwAuthenticate] = "Bearer realm=\"api\""
        return answer
    }
}

extension SignInRefusal {
    /// What is wrong with a token.
    var tokenText: String {
        switch self {
        case .expiredToken: "Token is expired"
        case .wrongTokenType: "Token has wrong type"
        case .invalidToken, .badCredentials, .noCredentials, .oneTimeCodeRequired, .oneTimeCodeWrong:
            "Token is invalid"
        }
    }
}

extension Duty {
    /// What is to be done, for people.
    package var text: String {
        switch self {
        case .changePassword: "You have to change your password first."
        case .enrolSecondFactor: "You have to set up two-step sign-in first."
        }
    }

    /// What programs tell duties apart by.
    var code: String {
        switch self {
        case .changePassword: "password_change_required"
        case .enrolSecondFactor: "otp_enrolment_required"
        }
    }
}

extension RecordKind {
    /// The kind in the words that clients of the documented systems know.
    fileprivate var title: String {
        switch self {
        case .patient: "Patient"
        case .doctor: "Doctor"
        case .assignment: "PatientDoctorMapping"
        case .appointment: "Appointment"
        case .account: "User"
        case .session: "Session"
        }
    }
}
