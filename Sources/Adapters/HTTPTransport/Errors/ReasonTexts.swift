public import Domain

extension FieldError.Reason {
    /// The text that clients know, word for word as the documented systems have it.
    public var text: String {
        switch self {
        case .required: "This field is required."
        case .null: "This field may not be null."
        case .blank: "This field may not be blank."
        case .notText: "Not a valid string."
        case .notAnInteger: "A valid integer is required."
        case .notANumber: "A valid number is required."
        case .notABoolean: "Must be a valid boolean."
        case .notADate: "Date has wrong format. Use one of these formats instead: YYYY-MM-DD."
        case .notATime:
            "Datetime has wrong format. Use one of these formats instead: "
                + "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."
        case .notAnIdentifier(let received): "Incorrect type. Expected pk value, received \(received)."
        case .tooLong(let maximum): "Ensure this field has no more than \(maximum) characters."
        case .nullCharacters: "Null characters are not allowed."
        case .malformedEmail: "Enter a valid email address."
        case .malformedUsername:
            "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters."
        case .notAChoice(let value): "\"\(value)\" is not a valid choice."
        case .tooSmall(let minimum): "Ensure this value is greater than or equal to \(minimum)."
        case .tooLarge(let maximum): "Ensure this value is less than or equal to \(maximum)."
        case .tooManyDigits(let maximum): "Ensure that there are no more than \(maximum) digits in total."
        case .tooManyDecimals(let maximum): "Ensure that there are no more than \(maximum) decimal places."
        case .tooManyWholeDigits(let maximum):
            "Ensure that there are no more than \(maximum) digits before the decimal point."
        case .bornInFuture: "Date of birth cannot be in the future."
        case .bornTooEarly: "Date of birth cannot be before 1900-01-01."
        case .timeOutOfRange: "Datetime value out of range."
        case .noSuchRecord(let id): "Invalid pk \"\(id)\" - object does not exist."
        case .taken(let conflict): conflict.text
        case .statusMove(let from, let to):
            "An appointment cannot go from \(from.rawValue) to \(to.rawValue)."
        case .startInPast: "Appointments that are to come can be booked, not past ones."
        case .onlyForRole(let role): "Only an account of role \(role.rawValue) has one; it has to be null."
        case .ownAccount: "You cannot change this of your own account."
        case .lastAdministrator: "This is the last active administrator."
        case .filterNotAChoice(let value): "Select a valid choice. \(value) is not one of the available choices."
        case .filterNoSuchRecord: "Select a valid choice. That choice is not one of the available choices."
        case .filterNotADate: "Enter a valid date."
        case .filterNotATime: "Enter a valid date/time."
        case .filterTooManyWords(let maximum): "Ensure that there are no more than \(maximum) different words."
        case .malformedCursor: "Invalid cursor."
        case .passwordTooSimilar(let attribute): "The password is too similar to the \(attribute.text)."
        case .passwordTooShort(let minimum):
            "This password is too short. It must contain at least \(minimum) characters."
        case .passwordTooLong(let maximum): "Ensure this field has no more than \(maximum) bytes."
        case .passwordTooCommon: "This password is too common."
        case .passwordEntirelyNumeric: "This password is entirely numeric."
        case .passwordsDiffer: "Password fields didn't match."
        case .wrongPassword: "The password is wrong."
        case .wrongOldPassword: "Your old password was entered incorrectly. Please enter it again."
        case .passwordUnchanged: "The new password must differ from the old one."
        case .wrongOneTimeCode: "The one-time code is wrong or was used already."
        }
    }
}

extension PasswordAttribute {
    fileprivate var text: String {
        switch self {
        case .username: "username"
        case .firstName: "first name"
        case .lastName: "last name"
        case .email: "email address"
        }
    }
}
