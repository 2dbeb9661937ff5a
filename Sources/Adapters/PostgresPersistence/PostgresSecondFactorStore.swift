import Application
import Domain
import PostgresClient

/// Second factors in PostgreSQL: columns of their accounts.
struct PostgresSecondFactorStore: SecondFactorStore {
    let transaction: PostgresTransaction

    func find(of account: AccountID) async throws(Failure) -> SecondFactor? {
        try await transaction.first(SecondFactorStatements.find, [.id(account)]) { row throws(PostgresError) in
            SecondFactor(
                sealedSecret: try row.string(), confirmedAt: try row.optionalInstant(),
                lastStep: try row.optionalInt64())
        }
    }

    func keep(_ factor: SecondFactor, of account: AccountID) async throws(Failure) {
        let values: [PostgresValue] = [
            .id(account), .text(factor.sealedSecret), factor.confirmedAt.map { .instant($0) } ?? .null,
            PostgresValue(factor.lastStep),
        ]
        try await transaction.change(SecondFactorStatements.keep, values)
    }

    func remove(of account: AccountID) async throws(Failure) {
        try await transaction.change(SecondFactorStatements.keep, [.id(account), .null, .null, .null])
        try await transaction.change(SecondFactorStatements.clear, [.id(account)])
    }

    func keepRecoveryCodes(_ digests: [String], of account: AccountID) async throws(Failure) {
        try await transaction.change(SecondFactorStatements.clear, [.id(account)])
        try await transaction.change(SecondFactorStatements.insert, [.id(account), .texts(digests)])
    }

    func redeemRecoveryCode(_ digest: String, of account: AccountID) async throws(Failure) -> Bool {
        try await transaction.change(SecondFactorStatements.redeem, [.id(account), .text(digest)]) == 1
    }
}

/// The statements on second factors.
enum SecondFactorStatements {
    static let find: PostgresStatement = """
        SELECT otp_secret, otp_confirmed_at, otp_last_step
        FROM accounts
        WHERE id = $1 AND otp_secret IS NOT NULL
        """

    static let keep: PostgresStatement = """
        UPDATE accounts
        SET otp_secret = $2, otp_confirmed_at = $3, otp_last_step = $4
        WHERE id = $1
        """

    static let clear: PostgresStatement = "DELETE FROM recovery_codes WHERE account_id = $1"

    static let insert: PostgresStatement = """
        INSERT INTO recovery_codes (account_id, digest)
        SELECT $1, unnest($2::text[])
        """

    static let redeem: PostgresStatement = "DELETE FROM recovery_codes WHERE account_id = $1 AND digest = $2"
}
