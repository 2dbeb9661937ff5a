import Application
import Foundation
import Synchronization

/// Writes lines to standard error from a thread of its own, so that a slow reader of the log delays no request.
///
/// When more than `capacity` bytes wait, further lines are dropped and counted; the count is written when there is room.
final class LogLines: Sendable {
    private struct State {
        var waiting: [UInt8] = []
        var dropped = 0
        var isStopping = false
        var isIdle = false
    }

    /// From one write to the next on a busy server.
    private static let gathering = DispatchTimeInterval.milliseconds(10)

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let pause = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let capacity: Int
    private let descriptor: Int32
    private let clock: any WallClock

    init(descriptor: Int32 = STDERR_FILENO, capacity: Int = 4_194_304, clock: any WallClock) {
        self.clock = clock
        self.descriptor = descriptor
        self.capacity = capacity
        let thread = Thread { [self] in writeUntilStopped() }
        thread.name = "log"
        thread.start()
    }

    /// Takes one line without its line break.
    func append(_ line: [UInt8]) {
        let wasIdle = state.withLock { state in
            guard state.waiting.count + line.count < capacity else {
                state.dropped += 1
                return false
            }
            state.waiting.append(contentsOf: line)
            state.waiting.append(UInt8(ascii: "\n"))
            defer { state.isIdle = false }
            return state.isIdle
        }
        if wasIdle { wake.signal() }
    }

    /// Writes what is waiting and ends the thread; nothing may be appended afterwards. After two seconds what nobody
    /// reads is left behind.
    func close() {
        state.withLock { $0.isStopping = true }
        wake.signal()
        pause.signal()
        // A reader that does not read must not keep the program from ending.
        _ = ended.wait(timeout: .now() + .seconds(2))
    }

    private func writeUntilStopped() {
        while true {
            let (lines, dropped, isStopping) = state.withLock { state in
                let taken = (state.waiting, state.dropped, state.isStopping)
                state.waiting.removeAll(keepingCapacity: false)
                state.dropped = 0
                state.isIdle = taken.0.isEmpty
                return taken
            }
            if dropped > 0 { noteDropped(dropped) }
            write(lines)
            guard lines.isEmpty else {
                // What gathers meanwhile goes out at once: nobody is woken for each line of a busy server.
                if !isStopping { _ = pause.wait(timeout: .now() + LogLines.gathering) }
                continue
            }
            if isStopping { break }
            wake.wait()
        }
        ended.signal()
    }

    private func noteDropped(_ count: Int) {
        var line = LogLine()
        line.append(raw: "{\"time\":\"")
        line.append(clock.now())
        line.append(raw: "\",\"level\":\"warning\",\"message\":\"\(count) log lines dropped\"}\n")
        write(line.bytes)
    }

    private func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                guard errno == EINTR else { return }
                continue
            }
            rest = rest.dropFirst(written)
        }
    }
}
