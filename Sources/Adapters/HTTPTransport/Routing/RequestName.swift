import Application
import Domain

/// The name of a request in the log and in its answer.
enum RequestName {
    /// The name that the client gave, when it is 1 to 128 letters, digits, `-`, `_` or `.`; a random one otherwise.
    static func choose(sent: String?, random: any RandomSource) -> String {
        guard let sent, (1...128).contains(sent.utf8.count), sent.utf8.allSatisfy(isPlain) else {
            return random.sessionID().text
        }
        return sent
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
