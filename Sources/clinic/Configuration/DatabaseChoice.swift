extension Configuration.DatabaseChoice {
    /// What is wrong with a URL, as the end of a sentence. It repeats nothing of the URL, which may hold a password.
    struct Unusable: Error {
        let reason: String
    }

    /// - Throws: for another kind of database, and for SQLite without a file to keep records in.
    init(url: String) throws(Unusable) {
        if url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") {
            self = .postgres(Sensitive(url))
        } else if url.hasPrefix("sqlite:") {
            self = .sqlite(path: try Self.path(url.dropFirst("sqlite:".count)))
        } else {
            throw Unusable(reason: "begins with neither sqlite: nor postgresql://.")
        }
    }

    /// Where records are kept, for people; nothing of a URL that may hold a password.
    var place: String {
        switch self {
        case .sqlite(let path): "SQLite in \(path)"
        case .postgres: "PostgreSQL"
        }
    }

    private static func path(_ text: Substring) throws(Unusable) -> String {
        // sqlite:///a/b names the absolute path /a/b, sqlite:a/b a relative one.
        let path = text.hasPrefix("//") ? text.dropFirst(2) : text
        guard !path.contains(":memory:") else {
            throw Unusable(
                reason: "asks for a database in memory, which would forget its records; name a file: \(examples).")
        }
        guard !path.hasSuffix("/"), !path.allSatisfy(\.isWhitespace) else {
            throw Unusable(reason: "names no file after sqlite:; write \(examples).")
        }
        return String(path)
    }

    private static let examples = "sqlite:var/clinic.sqlite3, or sqlite:///srv/clinic.sqlite3 for an absolute path"
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
