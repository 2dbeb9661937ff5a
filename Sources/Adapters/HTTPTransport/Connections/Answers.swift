/// What all connections of a server need to have their requests answered.
///
/// A class, so that each request copies one reference.
final class Answers: Sendable {
    let dispatcher: Dispatcher
    let executors: LoopExecutors
    let dates = DateHeader()

    init(dispatcher: Dispatcher, executors: LoopExecutors) {
        self.dispatcher = dispatcher
        self.executors = executors
    }
}
