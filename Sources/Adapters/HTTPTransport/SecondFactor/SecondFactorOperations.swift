import Domain

/// What is told about `/api/auth/otp/`.
enum SecondFactorOperations {
    static let enrol = Operation(
        "enrolOTP", .accounts, "Begin to set up two-step sign-in",
        "Makes the secret of an authenticator (RFC 6238: SHA-1, six digits, 30 seconds). Nothing changes before its "
            + "first code is confirmed; until then another secret takes its place.",
        body: BodyContent(
            "PasswordInput", errors: "PasswordErrors", of: [AccountFields.presentPassword],
            examples: [Example("password", "The password", ["password": "Tr1cky-Horse-9"])]),
        traits: [.serves(.enrolSecondFactor)],
        answers: [
            .json(
                200, "The secret.", Shape.enrolment.schema,
                examples: [
                    .record([
                        "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
                        "uri":
                            "otpauth://totp/Clinic:nurse.joy?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Clinic&algorithm=SHA1&digits=6&period=30",
                    ])
                ]),
            .throttled,
        ])

    static let confirm = Operation(
        "confirmOTP", .accounts, "Finish setting up two-step sign-in",
        "Takes the authenticator's first code. From then on signing in asks for one; all other sessions of the account end.",
        body: BodyContent(
            "OneTimeCodeInput", errors: "OneTimeCodeErrors", of: [AccountFields.oneTimeCode],
            examples: [Example("code", "A code", ["otp": "492039"])]),
        traits: [.serves(.enrolSecondFactor), .byHand],
        answers: [
            .json(
                200, "Recovery codes.", Shape.recoveryCodes.schema,
                examples: [.record(["recovery_codes": ["K5QX-2ZLM-7HDA-PV3N-C4RT-YEWB"]])]),
            .throttled,
        ])

    static let remove = Operation(
        "removeOTP", .accounts, "End two-step sign-in",
        "Asks for the password and a code once more; recovery codes are good for nothing any more, and all other sessions "
            + "of the account end.",
        body: BodyContent(
            "SecondFactorRemovalInput", errors: "SecondFactorRemovalErrors",
            of: [AccountFields.presentPassword, AccountFields.oneTimeCode],
            examples: [Example("both", "Both", ["password": "Tr1cky-Horse-9", "otp": "492039"])]),
        traits: [.byHand], answers: [.empty(204, "Signing in asks for the password alone."), .throttled])
}
