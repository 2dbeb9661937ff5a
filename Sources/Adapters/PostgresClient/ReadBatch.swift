/// Reads that go out together, in the order of coming; those of one kind as one.
struct ReadBatch {
    private enum Entry {
        case single(Operation)
        case gathered(GatheredRead)
    }

    private var entries: [Entry] = []

    /// What is to be sent.
    var operations: [Operation] {
        entries.map { entry in
            switch entry {
            case .single(let read): read
            case .gathered(let reads): reads.operation
            }
        }
    }

    mutating func add(_ read: Operation) {
        guard read.request.gathered != nil else { return entries.append(.single(read)) }
        for index in entries.indices {
            // Taken out while it grows, so that it is not copied.
            guard case .gathered(var reads) = entries[index] else { continue }
            entries[index] = .single(read)
            let isTaken = reads.take(read)
            entries[index] = .gathered(reads)
            if isTaken { return }
        }
        entries.append(GatheredRead(read).map { .gathered($0) } ?? .single(read))
    }
}
