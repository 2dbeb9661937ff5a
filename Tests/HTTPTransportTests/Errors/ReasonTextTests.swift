import Domain
import Testing

@testable import HTTPTransport

@Suite("The text of each reason")
struct ReasonTextTests {
    typealias Reason = FieldError.Reason

    static let texts: [(Reason, String)] = [
        (.required, "This field is required."),
        (.null, "This field may not be null."),
        (.blank, "This field may not be blank."),
        (.notText, "Not a valid string."),
        (.notAnInteger, "A valid integer is required."),
        (.notANumber, "A valid number is required."),
        (.notABoolean, "Must be a valid boolean."),
        (.notADate, "Date has wrong format. Use one of these formats instead: YYYY-MM-DD."),
        (
            .notATime,
            "Datetime has wrong format. Use one of these formats instead: "
                + "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."
        ),
        (.notAnIdentifier(received: "list"), "Incorrect type. Expected pk value, received list."),
        (.tooLong(maximum: 100), "Ensure this field has no more than 100 characters."),
        (.nullCharacters, "Null characters are not allowed."),
        (.malformedEmail, "Enter a valid email address."),
        (
            .malformedUsername,
            "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters."
        ),
        (.notAChoice("X"), #""X" is not a valid choice."#),
        (.tooSmall(minimum: 0), "Ensure this value is greater than or equal to 0."),
        (.tooLarge(maximum: 80), "Ensure this value is less than or equal to 80."),
        (.tooManyDigits(maximum: 10), "Ensure that there are no more than 10 digits in total."),
        (.tooManyDecimals(maximum: 2), "Ensure that there are no more than 2 decimal places."),
        (.tooManyWholeDigits(maximum: 8), "Ensure that there are no more than 8 digits before the decimal point."),
        (.bornInFuture, "Date of birth cannot be in the future."),
        (.bornTooEarly, "Date of birth cannot be before 1900-01-01."),
        (.timeOutOfRange, "Datetime value out of range."),
        (.noSuchRecord("99"), #"Invalid pk "99" - object does not exist."#),
        (.taken(.usernameTaken), "A user with that username already exists."),
        (.taken(.accountEmailTaken), "This field must be unique."),
        (.taken(.licenseTaken), "doctor with this license number already exists."),
        (.taken(.doctorEmailTaken), "doctor with this email already exists."),
        (.passwordTooSimilar(to: .username), "The password is too similar to the username."),
        (.passwordTooSimilar(to: .firstName), "The password is too similar to the first name."),
        (.passwordTooSimilar(to: .lastName), "The password is too similar to the last name."),
        (.passwordTooSimilar(to: .email), "The password is too similar to the email address."),
        (.passwordTooShort(minimum: 8), "This password is too short. It must contain at least 8 characters."),
        (.passwordTooLong(maximum: 1024), "Ensure this field has no more than 1024 bytes."),
        (.passwordTooCommon, "This password is too common."),
        (.passwordEntirelyNumeric, "This password is entirely numeric."),
        (.passwordsDiffer, "Password fields didn't match."),
        (.wrongPassword, "The password is wrong."),
        (.wrongOldPassword, "Your old password was entered incorrectly. Please enter it again."),
        (.passwordUnchanged, "The new password must differ from the old one."),
        (.wrongOneTimeCode, "The one-time code is wrong or was used already."),
        (.statusMove(from: .completed, to: .scheduled), "An appointment cannot go from COMPLETED to SCHEDULED."),
        (.startInPast, "Appointments that are to come can be booked, not past ones."),
        (.onlyForRole(.doctor), "Only an account of role doctor has one; it has to be null."),
        (.ownAccount, "You cannot change this of your own account."),
        (.lastAdministrator, "This is the last active administrator."),
        (.filterNotAChoice("LATE"), "Select a valid choice. LATE is not one of the available choices."),
        (.filterNoSuchRecord, "Select a valid choice. That choice is not one of the available choices."),
        (.filterNotADate, "Enter a valid date."),
        (.filterNotATime, "Enter a valid date/time."),
        (.filterTooManyWords(maximum: 32), "Ensure that there are no more than 32 different words."),
        (.malformedCursor, "Invalid cursor."),
    ]

    @Test("is the one of the contract", arguments: texts)
    func text(reason: Reason, text: String) {
        #expect(reason.text == text)
    }

    @Test("stands in this table")
    func exhaustive() {
        let numbers = Set(Self.texts.map { Self.number(of: $0.0) })

        #expect(numbers == Set(0...45))
    }

    /// Stops the build when there is a new reason, which then wants a line in the table.
    private static func number(of reason: Reason) -> Int {
        switch reason {
        case .required: 0
        case .null: 1
        case .blank: 2
        case .notText: 3
        case .notAnInteger: 4
        case .notANumber: 5
        case .notABoolean: 6
        case .notADate: 7
        case .notATime: 8
        case .notAnIdentifier: 9
        case .tooLong: 10
        case .nullCharacters: 11
        case .malformedEmail: 12
        case .malformedUsername: 13
        case .notAChoice: 14
        case .tooSmall: 15
        case .tooLarge: 16
        case .tooManyDigits: 17
        case .tooManyDecimals: 18
        case .tooManyWholeDigits: 19
        case .bornInFuture: 20
        case .bornTooEarly: 21
        case .timeOutOfRange: 22
        case .noSuchRecord: 23
        case .taken: 24
        case .passwordTooSimilar: 25
        case .passwordTooShort: 26
        case .passwordTooLong: 27
        case .passwordTooCommon: 28
        case .passwordEntirelyNumeric: 29
        case .passwordsDiffer: 30
        case .statusMove: 31
        case .filterNotAChoice: 32
        case .filterNoSuchRecord: 33
        case .filterNotADate: 34
        case .filterNotATime: 35
        case .filterTooManyWords: 36
        case .malformedCursor: 37
        case .wrongPassword: 38
        case .wrongOldPassword: 39
        case .passwordUnchanged: 40
        case .wrongOneTimeCode: 41
        case .startInPast: 42
        case .onlyForRole: 43
        case .ownAccount: 44
        case .lastAdministrator: 45
        }
    }
}
