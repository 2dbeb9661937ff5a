public import Domain

/// Changes an account's role, links, activity and profile. What it may do changes at once, for requests of its living
/// sessions too; disabling it ends them.
public struct ChangeAccount: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameters:
    ///   - expected: which versions of the account the request means.
    ///   - form: reads the request over the present account; may run more than once.
    /// - Throws: `.notAllowed` for who manages no accounts; `.notFound(.account)` and `.outdated` before `form` runs;
    ///   `.invalid` with everything that is wrong; `.conflict(.accountEmailTaken)`, `.conflict(.doctorHasAccount)` or
    ///   `.conflict(.patientHasAccount)` when somebody was faster.
    public func callAsFunction(
        _ id: AccountID, by caller: Caller, expecting expected: ExpectedVersion = .any,
        _ form: @escaping @Sendable (Account) throws(Failure) -> AccountForm
    ) async throws(Failure) -> Account {
        let now = clock.now()
        guard policy.permits(.manageAccounts, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, on: AuditSubject(id), at: now)
        }
        return try await storage.transaction(by: caller, on: AuditSubject(id), at: now) { stores throws(Failure) in
            guard let seen = try await stores.accounts.find(id) else { throw .notFound(.account) }
            try expected.expect(seen.updatedAt)
            let asked = try form(seen)
            // So that nobody deletes those to whom the account is to be linked.
            try await stores.locks.hold(doctors: asked.doctors, patients: asked.patients)
            guard let present = try await stores.accounts.findForChange(id) else { throw .notFound(.account) }
            try expected.expect(present.updatedAt)
            var account = try await form(present).accepted(by: stores, over: present, for: caller.account)
            account.updatedAt = now.following(account.updatedAt)
            try await stores.accounts.update(account)
            if present.isActive, !account.isActive { try await stores.sessions.endAll(of: id, except: nil, at: now) }
            for (action, fields) in account.changes(from: present) {
                try await stores.note(
                    action, of: account, and: present.concerned, by: caller, at: now, changed: fields)
            }
            return account
        }
    }
}

extension AccountForm {
    /// The account as it is asked for, when nothing stands against it.
    fileprivate func accepted(
        by stores: Stores, over present: Account, for caller: AccountID
    ) async throws(Failure) -> Account {
        var check = check
        for conflict in try await stores.accounts.taken(username: nil, email: profile?.email, except: present.id) {
            check.refuse(.email, .taken(conflict))
        }
        check.refuse(try await linkRefusals(stores.doctors, stores.patients, stores.accounts, after: present))
        var account = present
        (account.role, account.isActive) = (role ?? present.role, isActive ?? present.isActive)
        check.refuse(try await stores.standingRefusals(of: account, after: present, by: caller))
        guard check.errors.isEmpty, let profile else { throw .invalid(check.errors) }
        account.profile = profile
        account.profile.email = profile.email.withLowercasedHost
        (account.doctor, account.patient) = (doctor, patient)
        account.mustChangePassword = mustChangePassword ?? present.mustChangePassword
        return account
    }
}

extension Account {
    /// What was done to the account, with the members of each deed. A change of rights is told apart from others; what
    /// changed nothing is a change, too.
    fileprivate func changes(from present: Account) -> [(AuditAction, Set<Field>)] {
        let rights = rights(changedFrom: present)
        var members = profile.fields(changedFrom: present.profile)
        var changes: [(AuditAction, Set<Field>)] = []
        if !rights.isEmpty { changes.append((.accountRoleChanged, rights)) }
        if isActive != present.isActive { changes.append((isActive ? .accountEnabled : .accountDisabled, [.isActive])) }
        switch (present.mustChangePassword, mustChangePassword) {
        case (false, true): changes.append((.passwordChangeRequired, [.mustChangePassword]))
        case (true, false): members.insert(.mustChangePassword)
        case (true, true), (false, false): break
        }
        if changes.isEmpty || !members.isEmpty { changes.append((.accountChanged, members)) }
        return changes
    }
}

extension Stores {
    /// What stands against a change of role or activity. Other administrators are asked about only when it matters, since
    /// nobody else may stop being one meanwhile.
    fileprivate func standingRefusals(
        of changed: Account, after present: Account, by caller: AccountID
    ) async throws(Failure) -> [FieldError] {
        let asksOthers = present.isActiveAdministrator && !changed.isActiveAdministrator
        let others = asksOthers ? try await accounts.countOtherAdministrators(than: present.id) : 0
        return AccountRules.refusals(of: changed, after: present, by: caller, otherAdministrators: others)
    }
}
