import Testing

@testable import Domain

@Suite struct `A second factor` {
    /// 2026-03-02T10:00:00Z is the beginning of a step.
    private let present = TimeStep.number(at: monday)

    @Test func `has steps of thirty seconds`() {
        let steps = [0, 29, 30, -1].map { TimeStep.number(at: monday.adding(seconds: $0)) - present }

        #expect(steps == [0, 0, 1, -1])
        #expect(TimeStep.number(at: Instant(microseconds: 59_000_000)) == 1)
    }

    @Test(arguments: [-2, -1, 0, 1, 2]) func `accepts the codes of the present step and its neighbours`(_ offset: Int64)
    {
        var factor = SecondFactor(sealedSecret: "s")

        let isAccepted = factor.accept(code(present + offset), at: monday, codeOfStep: code)

        #expect(isAccepted == (abs(offset) <= 1))
        #expect(factor.lastStep == (isAccepted ? present + offset : nil))
    }

    @Test func `accepts each code once, and none from before one that it accepted`() {
        var factor = SecondFactor(sealedSecret: "s")

        let accepted = [0, 0, -1, 1, 0, 1].map { factor.accept(code(present + $0), at: monday, codeOfStep: code) }

        #expect(accepted == [true, false, false, true, false, false])
    }

    @Test func `is confirmed once`() {
        var factor = SecondFactor(sealedSecret: "s")

        factor.confirm(at: monday)
        factor.confirm(at: monday.adding(seconds: 9))

        #expect(factor.confirmedAt == monday)
    }

    @Test func `takes codes and recovery codes for proofs, and nothing else`() {
        let recovery = RecoveryCode(bits: 77)

        let proofs = ["123456", recovery.text, "x"].map { SecondFactorProof($0) }

        #expect(proofs == [OneTimeCode("123456").map { .code($0) }, .recovery(recovery), .unreadable])
    }

    private func code(_ step: Int64) -> OneTimeCode {
        OneTimeCode(mac: [UInt8(truncatingIfNeeded: step) & 0x7F, 0, 0, 1] + [UInt8](repeating: 0, count: 16))
    }
}
