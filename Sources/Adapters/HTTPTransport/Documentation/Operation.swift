package import Domain

/// What people and programs are told about one method of a path.
package struct Operation: Sendable {
    /// What the operation has in common with others of its kind, beyond what its route says.
    package enum Trait: Hashable, Sendable {
        /// Takes `Idempotency-Key`.
        case idempotencyKey
        /// Reads one record, unless the client has it in its present version.
        case conditionalRead
        /// Changes or deletes a record, when it is in the version that the client expects.
        case conditionalWrite
        /// Not every role may do this.
        case restricted
        /// Answers without asking the database.
        case selfSufficient
        /// Can be done while this duty stands before the caller.
        case serves(Duty)
        /// Is for people with a device in their hand, or ends what runs: no collection of requests has it.
        case byHand
    }

    /// Unique in the whole document.
    let id: String
    let tag: Tag
    /// A few words, without a full stop.
    let summary: String
    let description: String
    /// Those beyond the path's and the traits' own.
    let parameters: [Parameter]
    let body: BodyContent?
    let traits: [Trait]
    /// What is answered. Errors that follow from the route, the body and the traits need not be named; one that is
    /// named stands instead of that with the same status.
    let answers: [DocumentedAnswer]

    package init(
        _ id: String, _ tag: Tag, _ summary: String, _ description: String = "", parameters: [Parameter] = [],
        body: BodyContent? = nil, traits: [Trait] = [], answers: [DocumentedAnswer]
    ) {
        self.id = id
        self.tag = tag
        self.summary = summary
        self.description = description
        self.parameters = parameters
        self.body = body
        self.traits = traits
        self.answers = answers
    }

    /// Whether this can be done while a duty stands before the caller.
    func serves(_ duty: Duty) -> Bool { traits.contains(.serves(duty)) }
}
