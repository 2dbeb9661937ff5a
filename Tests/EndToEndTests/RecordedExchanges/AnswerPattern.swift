/// Stands in a recorded body for what differs from run to run.
enum AnswerPattern {
    /// The value that was captured under a name.
    case captured(String)
    case any(String)
    /// A token with at least these claims.
    case token(type: String?, claims: [String], lifetime: Int?)
    case beginning(String)

    /// - Returns: `nil` for a value that stands for itself.
    init?(_ json: JSON) {
        guard let members = json.members, members.count == 1, let (key, value) = members.first else { return nil }
        switch key {
        case "$var": self = .captured(value.text ?? "")
        case "$any": self = .any(value.text ?? "")
        case "$prefix": self = .beginning(value.text ?? "")
        case "$jwt":
            self = .token(
                type: value["token_type"]?.text, claims: (value["claims"]?.elements ?? []).compactMap(\.text),
                lifetime: value["lifetime"]?.number)
        default: return nil
        }
    }

    var variable: String? { if case .captured(let name) = self { name } else { nil } }

    func matches(_ actual: JSON, variables: Variables, comparesLifetime: Bool) -> Bool {
        switch self {
        case .captured(let name): variables[name] == actual
        case .any(let kind): AnswerPattern.isKind(kind, actual)
        case .beginning(let text): actual.text?.hasPrefix(text) ?? false
        case .token(let type, let claims, let lifetime):
            AnswerPattern.isToken(actual, type, claims, comparesLifetime ? lifetime : nil)
        }
    }

    private static func isKind(_ kind: String, _ actual: JSON) -> Bool {
        switch (kind, actual) {
        case ("datetime", .string(let text)):
            text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)/) != nil
        case ("date", .string(let text)): text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
        case ("integer", .digits(let digits)): Int(digits) != nil
        case ("number", .digits), ("string", .string), ("boolean", .bool), ("list", .list), ("object", .object),
            ("null", .null):
            true
        default: false
        }
    }

    private static func isToken(_ actual: JSON, _ type: String?, _ claims: [String], _ lifetime: Int?) -> Bool {
        guard let token = actual.text, let payload = WebToken.claims(of: token), payload["token_type"]?.text == type,
            claims.allSatisfy({ payload[$0] != nil })
        else { return false }
        guard let lifetime else { return true }
        guard let end = payload["exp"]?.number, let start = payload["iat"]?.number else { return false }
        return end - start == lifetime
    }
}
