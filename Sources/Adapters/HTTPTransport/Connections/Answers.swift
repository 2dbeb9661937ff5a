/// What all connections of a server need to have their requests answered.
struct Answers: Sendable {
    let dispatcher: Dispatcher
    let executors: LoopExecutors
    let dates = DateHeader()
}
