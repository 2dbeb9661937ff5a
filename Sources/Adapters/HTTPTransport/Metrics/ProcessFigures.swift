import Glibc

/// What the system says about this process. What it does not say is `nil`.
struct ProcessFigures: Sendable {
    /// On all processors together.
    let cpuMicroseconds: Int?
    let residentBytes: Int?

    /// Asks the system now.
    static func read() -> ProcessFigures {
        ProcessFigures(cpuMicroseconds: cpuTime(), residentBytes: residentPages().map { $0 * Int(getpagesize()) })
    }

    private static func cpuTime() -> Int? {
        var time = timespec()
        guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return nil }
        return Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1_000
    }

    /// The second number of `/proc/self/statm` (proc(5)).
    private static func residentPages() -> Int? {
        guard let file = fopen("/proc/self/statm", "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = fread(&bytes, 1, bytes.count, file)
        let words = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: " ")
        return words.dropFirst().first.flatMap { Int($0) }
    }
}

extension PrometheusText {
    mutating func add(_ process: ProcessFigures) {
        if let time = process.cpuMicroseconds {
            begin("process_cpu_seconds_total", .counter, "Processor time that the process took.")
            sample("process_cpu_seconds_total", PrometheusText.seconds(microseconds: time))
        }
        if let bytes = process.residentBytes {
            single("process_resident_memory_bytes", .gauge, "Memory of the process that is resident.", bytes)
        }
    }
}
