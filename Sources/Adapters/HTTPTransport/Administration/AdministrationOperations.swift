/// What is told about `/api/accounts/`.
enum AdministrationOperations {
    private static let record = RecordDocumentation(
        tag: .administration, schema: Shape.account.schema, example: example,
        input: BodyContent(
            "AccountInput", errors: "AccountErrors", of: AdministrationFields.input,
            examples: [
                Example("doctor", "A doctor's account", input),
                Example(
                    "frontDesk", "An account for the front desk",
                    [
                        "username": "desk.two", "password": "Tr1cky-Horse-9", "email": "desk.two@example.org",
                        "role": "staff",
                    ]),
            ]),
        change: BodyContent(
            "AccountChange", errors: "AccountChangeErrors", of: AdministrationFields.change, isChange: true,
            examples: [
                Example("disabled", "No more signing in", ["is_active": false]),
                Example("password", "Another password, please", ["must_change_password": true]),
                Example("role", "Another role", ["role": "staff", "doctor": .null]),
            ]))

    static let list = record.list(
        "listAccounts", "List accounts", "All accounts, disabled ones too, by user name.", page: "AccountPage",
        parameters: AdministrationParameters.all, traits: [.restricted])
    static let create = record.create(
        "createAccount", "Make an account",
        "Of any role. A doctor's account is linked to the doctor's record and a patient's to the patient's; each of these "
            + "has one account at most. Its holder has to choose another password first, unless told otherwise.")
    static let find = record.find("getAccount", "Read an account", traits: [.restricted])
    static let replace = record.change(
        "putAccount", "Change an account (PUT)", "Changes the members that are sent, exactly like PATCH.")
    static let change = record.change(
        "patchAccount", "Change an account",
        "Changes the members that are sent; others keep their values. What the account may do changes at once, and "
            + "disabling it ends its sessions. Nobody changes their own role or disables themselves, and the last active "
            + "administrator stays one.")
    static let endSessions = Operation(
        "endSessionsOfAccount", .administration, "End all sessions of an account",
        "All of its tokens are worthless at once; also fine when it has no session.", traits: [.restricted],
        answers: [.empty(204, "No session of the account lives.")])

    private static let input: JSONValue = [
        "username": "renee.nunez", "password": "Tr1cky-Horse-9", "email": "renee.nunez@example.org",
        "first_name": "Renée", "last_name": "Núñez", "role": "doctor", "doctor": 4,
    ]
    private static let example: JSONValue = [
        "id": 12, "username": "renee.nunez", "email": "renee.nunez@example.org", "first_name": "Renée",
        "last_name": "Núñez", "phone_number": "", "address": "", "date_of_birth": .null, "role": "doctor", "doctor": 4,
        "patient": .null, "is_active": true, "must_change_password": false,
        "last_sign_in_at": "2031-03-03T08:02:11.120394Z",
        "created_at": "2031-02-11T07:30:00Z", "updated_at": "2031-02-11T07:30:00Z",
    ]
}
