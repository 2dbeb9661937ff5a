extension Argon2Hash {
    /// The hash as a PHC string, with all of its parameters.
    var phc: String {
        let cost = "m=\(parameters.memory),t=\(parameters.passes),p=\(parameters.lanes)"
        return "$\(variant.rawValue)$v=\(version.rawValue)$\(cost)$\(Base64.encode(salt))$\(Base64.encode(tag))"
    }

    /// Reads a PHC string, also with Django's word `argon2` before it.
    ///
    /// - Returns: `nil` for anything else, for parameters beyond the limits of `Argon2Parameters`, and for salts and
    ///   tags of other than 8 to 64 and 16 to 64 bytes.
    init?(phc: String) {
        guard phc.utf8.count <= Argon2Hash.maximumLength else { return nil }
        let text = phc.hasPrefix("argon2$") ? phc.dropFirst(6) : phc[...]
        var parts = text.split(separator: "$", omittingEmptySubsequences: false)[...]
        guard parts.popFirst() == "", let variant = parts.popFirst().flatMap({ Variant(rawValue: String($0)) }) else {
            return nil
        }
        let version = Argon2Hash.version(takenFrom: &parts)
        guard let version, parts.count == 3, let parameters = parts.popFirst().flatMap({ Argon2Parameters(phc: $0) }),
            let salt = parts.popFirst().flatMap({ Base64.decode($0) }), (8...64).contains(salt.count),
            let tag = parts.popFirst().flatMap({ Base64.decode($0) }), (16...64).contains(tag.count)
        else { return nil }
        self.init(variant: variant, version: version, parameters: parameters, salt: salt, tag: tag)
    }

    private static let maximumLength = 256

    /// The version that a string names; the first one if it names none.
    private static func version(takenFrom parts: inout ArraySlice<Substring>) -> Version? {
        guard let part = parts.first, part.hasPrefix("v=") else { return .first }
        parts.removeFirst()
        return number(after: "v=", in: part).flatMap { Version(rawValue: $0) }
    }
}

extension Argon2Parameters {
    /// Reads `m=…,t=…,p=…`.
    fileprivate init?(phc: Substring) {
        let parts = phc.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 3, let memory = number(after: "m=", in: parts[0]),
            let passes = number(after: "t=", in: parts[1]), let lanes = number(after: "p=", in: parts[2])
        else { return nil }
        self.init(memoryKiB: memory, passes: passes, lanes: lanes)
    }
}

/// A number in decimal digits without leading zeros, after a name.
private func number(after name: String, in text: Substring) -> UInt32? {
    guard text.hasPrefix(name) else { return nil }
    let digits = text.dropFirst(name.count)
    guard let number = UInt32(digits), String(number) == digits else { return nil }
    return number
}
