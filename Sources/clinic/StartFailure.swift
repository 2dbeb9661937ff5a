/// Why the program cannot do what it was asked, in words that say what to do next.
struct StartFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
