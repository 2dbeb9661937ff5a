import Application
import Domain
import GRDB

/// Second factors in SQLite: columns of their accounts.
struct SQLiteSecondFactorStore: SecondFactorStore {
    let transaction: SQLiteTransaction

    func find(of account: AccountID) async throws(Failure) -> SecondFactor? {
        try await transaction.run { db in
            try db.first(SQLiteSecondFactorStore.lookup, [account.number]) { row in
                SecondFactor(
                    sealedSecret: try row.string(),
                    confirmedAt: try row.optionalInstant(),
                    lastStep: row.optionalInteger())
            }
        }
    }

    func keep(_ factor: SecondFactor, of account: AccountID) async throws(Failure) {
        try await transaction.run { db in
            let values: SQLiteValues = [
                factor.sealedSecret, factor.confirmedAt?.microseconds, factor.lastStep, account.number,
            ]
            _ = try db.write(SQLiteSecondFactorStore.change, values)
        }
    }

    func remove(of account: AccountID) async throws(Failure) {
        try await transaction.run { db in
            _ = try db.write(SQLiteSecondFactorStore.change, [nil, nil, nil, account.number])
            _ = try db.write(SQLiteSecondFactorStore.clearing, [account.number])
        }
    }

    func keepRecoveryCodes(_ digests: [String], of account: AccountID) async throws(Failure) {
        try await transaction.run { db in
            _ = try db.write(SQLiteSecondFactorStore.clearing, [account.number])
            for digest in digests { _ = try db.write(SQLiteSecondFactorStore.insertion, [account.number, digest]) }
        }
    }

    func redeemRecoveryCode(_ digest: String, of account: AccountID) async throws(Failure) -> Bool {
        try await transaction.run { db in
            try db.write(SQLiteSecondFactorStore.redemption, [account.number, digest]) == 1
        }
    }
}

extension SQLiteSecondFactorStore {
    private static let lookup = """
        SELECT otp_secret, otp_confirmed_at, otp_last_step FROM accounts WHERE id = ? AND otp_secret IS NOT NULL
        """

    private static let change =
        "UPDATE accounts SET otp_secret = ?, otp_confirmed_at = ?, otp_last_step = ? WHERE id = ?"

    private static let clearing = "DELETE FROM recovery_codes WHERE account_id = ?"

    private static let insertion = "INSERT INTO recovery_codes (account_id, digest) VALUES (?, ?)"

    private static let redemption = "DELETE FROM recovery_codes WHERE account_id = ? AND digest = ?"
}
