import Domain

extension RequestOrigin {
    /// A request from an address.
    static func at(_ address: String, device: String = "Browser") -> RequestOrigin {
        RequestOrigin(request: "r", address: ClientAddress(address), device: device)
    }

    /// Where the nurse works.
    static let desk = at("192.0.2.10")
    /// Where somebody tries passwords.
    static let stranger = at("203.0.113.66")
}
