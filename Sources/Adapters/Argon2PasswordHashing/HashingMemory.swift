import CArgon2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The memory in which hashes are computed, in huge pages where the system gives them: Argon2 jumps about in it, and each
/// jump to another small page costs a look into the page table.
///
/// While hashes wait, one passes its memory on to the next, which saves the system from clearing it once more. libargon2
/// overwrites it before that.
enum HashingMemory {
    private static let spare = Guarded(SpareBlocks())

    /// Page size of most processors' first size of huge pages, in bytes.
    private static let hugePage = 2_097_152

    /// What libargon2 calls to get memory.
    static let allocate: allocate_fptr = { memory, bytes in
        let length = (bytes + hugePage - 1) / hugePage * hugePage
        let (found, unfit) = spare.withLock { $0.take(length) }
        unmap(unfit)
        let block = found ?? map(length)
        memory?.pointee = block.flatMap { UnsafeMutablePointer(bitPattern: $0.address) }
        return block == nil ? ARGON2_MEMORY_ALLOCATION_ERROR.rawValue : ARGON2_OK.rawValue
    }

    /// What libargon2 calls to give it back.
    static let deallocate: deallocate_fptr = { memory, bytes in
        guard let memory else { return }
        let length = (bytes + hugePage - 1) / hugePage * hugePage
        spare.withLock { $0.keep(MemoryBlock(address: UInt(bitPattern: memory), length: length)) }
    }

    /// Gives back to the system what no hash needs now.
    static func returnSpare() { unmap(spare.withLock { $0.takeAll() }) }

    /// Memory that begins with a huge page; `nil` when there is none left.
    private static func map(_ length: Int) -> MemoryBlock? {
        let start = mmap(nil, length + hugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
        guard let start, start != MAP_FAILED else { return nil }
        let before = (hugePage - Int(bitPattern: start) % hugePage) % hugePage
        if before > 0 { munmap(start, before) }
        munmap(start + before + length, hugePage - before)
        #if canImport(Glibc)
            madvise(start + before, length, MADV_HUGEPAGE)
        #endif
        return MemoryBlock(address: UInt(bitPattern: start + before), length: length)
    }

    private static func unmap(_ blocks: [MemoryBlock]) {
        for block in blocks { munmap(UnsafeMutableRawPointer(bitPattern: block.address), block.length) }
    }
}
