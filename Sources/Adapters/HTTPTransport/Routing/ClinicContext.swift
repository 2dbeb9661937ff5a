import Hummingbird

/// What Hummingbird carries along with a request; everything of ours is in `Exchange`.
struct ClinicContext: RequestContext {
    var coreContext: CoreRequestContextStorage

    init(source: ApplicationRequestContextSource) { coreContext = .init(source: source) }
}
