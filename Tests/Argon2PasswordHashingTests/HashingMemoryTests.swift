import CArgon2
import Testing

@testable import Argon2PasswordHashing

@Suite struct HashingMemoryTests {
    @Test func `memory of a hash begins with a huge page and can be written to its end`() throws {
        var memory: UnsafeMutablePointer<UInt8>?

        let code = HashingMemory.allocate(&memory, 3_000_000)

        #expect(code == ARGON2_OK.rawValue)
        let start = try #require(memory)
        #expect(UInt(bitPattern: start) % 2_097_152 == 0)
        for index in stride(from: 0, to: 3_000_000, by: 4_096) { start[index] = 7 }
        #expect(start[2_998_272] == 7)
        HashingMemory.deallocate(start, 3_000_000)
    }

    @Test func `more memory than there is is refused`() {
        var memory: UnsafeMutablePointer<UInt8>?

        let code = HashingMemory.allocate(&memory, 1 << 60)

        #expect(code == ARGON2_MEMORY_ALLOCATION_ERROR.rawValue)
        #expect(memory == nil)
    }

    @Test func `a block that is kept is taken by whoever needs its length, once`() {
        var blocks = SpareBlocks()
        let block = MemoryBlock(address: 1, length: 10)
        blocks.keep(block)

        let (first, second) = (blocks.take(10), blocks.take(10))

        #expect(first.found == block && first.unfit.isEmpty)
        #expect(second.found == nil && second.unfit.isEmpty)
    }

    @Test func `blocks of another length are not kept any longer`() {
        var blocks = SpareBlocks()
        blocks.keep(MemoryBlock(address: 1, length: 10))
        blocks.keep(MemoryBlock(address: 2, length: 10))

        let taken = blocks.take(20)

        #expect(taken.found == nil)
        #expect(taken.unfit.map(\.address) == [1, 2])
        #expect(blocks.takeAll().isEmpty)
    }
}
