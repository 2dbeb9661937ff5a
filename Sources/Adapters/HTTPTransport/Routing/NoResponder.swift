import HTTPTypes
import Hummingbird

/// What Hummingbird is given for a responder and never asks: connections take their requests to the `Dispatcher`.
struct NoResponder: HTTPResponder {
    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        throw HTTPError(.notImplemented)
    }
}
