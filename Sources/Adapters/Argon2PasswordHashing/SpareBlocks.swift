/// A piece of memory.
struct MemoryBlock: Equatable, Sendable {
    let address: UInt
    /// In bytes.
    let length: Int
}

/// Blocks of one length that nobody uses.
struct SpareBlocks: Sendable {
    private var blocks: [MemoryBlock] = []

    mutating func keep(_ block: MemoryBlock) { blocks.append(block) }

    /// - Returns: a block of this length if there is one; and all blocks of others, which are not kept any longer.
    mutating func take(_ length: Int) -> (found: MemoryBlock?, unfit: [MemoryBlock]) {
        let unfit = blocks.filter { $0.length != length }
        blocks.removeAll { $0.length != length }
        return (blocks.popLast(), unfit)
    }

    mutating func takeAll() -> [MemoryBlock] {
        defer { blocks = [] }
        return blocks
    }
}
