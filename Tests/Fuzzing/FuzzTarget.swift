/// What can be fuzzed. Each traps when a promise is broken, besides whatever traps by itself.
enum FuzzTarget: String, CaseIterable {
    case json, forms, queries, dates, tokens, tags, cursors

    func take(_ input: [UInt8]) {
        switch self {
        case .json: FuzzTarget.json(input)
        case .forms: FuzzTarget.forms(input)
        case .queries: FuzzTarget.queries(input)
        case .dates: FuzzTarget.dates(input)
        case .tokens: FuzzTarget.tokens(input)
        case .tags: FuzzTarget.tags(input)
        case .cursors: FuzzTarget.cursors(input)
        }
    }
}
