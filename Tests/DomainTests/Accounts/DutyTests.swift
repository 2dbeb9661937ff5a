import Domain
import Testing

@Suite struct `A duty` {
    @Test(arguments: Role.allCases, [true, false]) func `to choose a password comes before everything`(
        _ role: Role, _ isNeeded: Bool
    ) {
        var caller = caller(role)
        caller.mustChangePassword = true

        let duty = Duty.standing(before: caller, administratorsNeedSecondFactor: isNeeded)

        #expect(duty == .changePassword)
    }

    @Test(arguments: Role.allCases)
    func `to set up a second factor is for administrators without one, where it is asked for`(
        _ role: Role
    ) {
        let plain = caller(role)
        var enrolled = caller(role)
        enrolled.hasSecondFactor = true

        let duties = [plain, enrolled].flatMap { caller in
            [true, false].map { Duty.standing(before: caller, administratorsNeedSecondFactor: $0) }
        }

        #expect(duties == [role == .admin ? .enrolSecondFactor : nil, nil, nil, nil])
    }
}
