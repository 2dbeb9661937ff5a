import HummingbirdCore
import NIOCore

/// A connection that serves itself on its event loop; Hummingbird waits for its end.
struct ServedConnection: ServerChildChannelValue {
    let channel: any Channel
    /// When it is closed and all of its requests have come to their end.
    let finished: EventLoopFuture<Void>

    /// Returns then. When the task is cancelled, the connection is cut.
    func waitForEnd() async {
        await withTaskCancellationHandler {
            try? await finished.get()
        } onCancel: {
            channel.close(promise: nil)
        }
    }
}
