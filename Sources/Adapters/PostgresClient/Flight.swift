/// The operations that are outstanding on one connection, in no order.
struct Flight {
    private(set) var operations: [Operation] = []

    mutating func add(_ operation: Operation) {
        operation.place = operations.count
        operations.append(operation)
    }

    /// Does nothing for one that is not among them.
    mutating func remove(_ operation: Operation) {
        guard operations.indices.contains(operation.place), operations[operation.place] === operation else { return }
        let last = operations.removeLast()
        guard last !== operation else { return }
        operations[operation.place] = last
        last.place = operation.place
    }
}
