import PostgresClient

/// A condition of a WHERE clause: fixed SQL in which `?` stands for the one value.
struct Condition {
    let sql: String
    let value: PostgresValue

    init(_ sql: String, _ value: PostgresValue) {
        self.sql = sql
        self.value = value
    }
}
