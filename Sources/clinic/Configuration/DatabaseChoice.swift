extension Configuration.DatabaseChoice {
    /// - Returns: `nil` for a URL of another kind of database.
    init?(url: String) {
        if url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") {
            self = .postgres(Sensitive(url))
        } else if url.hasPrefix("sqlite:") {
            let path = url.dropFirst("sqlite:".count)
            // sqlite:///a/b names the absolute path /a/b, sqlite:a/b a relative one.
            self = .sqlite(path: String(path.hasPrefix("//") ? path.dropFirst(2) : path))
        } else {
            return nil
        }
    }
}

/// The parts of a PostgreSQL connection as the documented systems name them.
struct DatabaseParts {
    let name: String
    let user: String?
    let password: String?
    let host: String
    let port: Int

    init(name: String, reader: inout SettingReader) {
        self.name = name
        user = reader.text("DB_USER")
        password = reader.text("DB_PASSWORD")
        host = reader.text("DB_HOST") ?? "localhost"
        port = reader.number("DB_PORT", 1...65_535) ?? 5432
    }

    /// As libpq reads it: `key='value'`, quotes and backslashes escaped.
    var connectionString: Sensitive {
        let parts: [(String, String?)] = [
            ("host", host), ("port", String(port)), ("dbname", name), ("user", user), ("password", password),
        ]
        let text = parts.compactMap { key, value in value.map { "\(key)='\(DatabaseParts.escaped($0))'" } }
        return Sensitive(text.joined(separator: " "))
    }

    private static func escaped(_ value: String) -> String {
        // By scalars: a quote with a combining mark behind it is one character, and still ends the quotes.
        var escaped = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            if scalar == "'" || scalar == "\\" { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }
}
