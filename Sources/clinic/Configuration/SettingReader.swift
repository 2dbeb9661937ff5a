/// Reads typed values out of settings and collects everything that is wrong with them.
struct SettingReader {
    let values: [String: String]
    private(set) var problems: [String]

    init(values: [String: String], problems: [String]) {
        self.values = values
        self.problems = problems
    }

    /// Notes that a setting is wrong. The text must not repeat a secret.
    mutating func refuse(_ key: String, _ text: String) { problems.append("\(key) \(text)") }

    /// The text of a setting; an empty one counts as not set.
    func text(_ key: String) -> String? {
        guard let value = values[key], !value.isEmpty else { return nil }
        return value
    }

    func list(_ key: String) -> [String]? {
        text(key)?.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }

    mutating func number(_ key: String, _ limits: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        guard let number = Int(text), limits.contains(number) else {
            refuse(key, "is not a whole number from \(limits.lowerBound) to \(limits.upperBound).")
            return nil
        }
        return number
    }

    mutating func boolean(_ key: String) -> Bool? {
        guard let text = text(key)?.lowercased() else { return nil }
        if ["true", "1", "yes", "on"].contains(text) { return true }
        if ["false", "0", "no", "off"].contains(text) { return false }
        refuse(key, "is neither True nor False.")
        return nil
    }

    mutating func choice<Value>(_ key: String, _ choices: [String: Value]) -> Value? {
        guard let text = text(key)?.lowercased() else { return nil }
        guard let choice = choices[text] else {
            refuse(key, "is not one of: \(choices.keys.sorted().joined(separator: ", ")).")
            return nil
        }
        return choice
    }
}
