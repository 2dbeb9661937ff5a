import Glibc

/// Gives libFuzzer's inputs to one of the readers of what strangers send. `scripts/fuzz` builds and runs it.
@main
enum Fuzzing {
    /// The reader that `CLINIC_FUZZ_TARGET` names.
    static let target: FuzzTarget = {
        let name = getenv("CLINIC_FUZZ_TARGET").map { String(cString: $0) } ?? ""
        guard let target = FuzzTarget(rawValue: name) else {
            fatalError("CLINIC_FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return target
    }()

    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runDriver(&count, &arguments, testOneInput))
    }
}

private typealias Test = @convention(c) (UnsafePointer<UInt8>, Int) -> CInt

/// libFuzzer's own main function, as its `FuzzerInterface.h` declares it.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>, _ test: Test
) -> CInt

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    Fuzzing.target.take(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
