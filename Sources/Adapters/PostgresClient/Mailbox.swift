import CEpoll
import Synchronization

/// Carries commands to the reactor's thread. Waking it costs a system call only when it sleeps.
final class Mailbox: Sendable {
    private struct State: Sendable {
        var isOpen = false
        var commands: [Command] = []
    }

    private let state = Guarded(State())
    private let isSleeping = Atomic(false)
    /// An eventfd the reactor watches.
    let wakeUp: CInt

    init() {
        wakeUp = clinic_eventfd_open()
        precondition(wakeUp >= 0, "no file descriptor left for an eventfd")
    }

    deinit {
        close(wakeUp)
    }

    /// False when it was open already, or has been closed for good.
    func open() -> Bool {
        state.withLock { state in
            defer { state.isOpen = true }
            return !state.isOpen
        }
    }

    /// Refuses the command when the reactor does not run.
    func post(_ command: Command) {
        let isAccepted = state.withLock { state in
            if state.isOpen { state.commands.append(command) }
            return state.isOpen
        }
        guard isAccepted else { return command.refuse() }
        if isSleeping.exchange(false, ordering: .sequentiallyConsistent) { clinic_eventfd_signal(wakeUp) }
    }

    /// For the reactor: what has come since the last time.
    func takeAll() -> [Command] {
        state.withLock { state in
            guard !state.commands.isEmpty else { return [] }
            let commands = state.commands
            state.commands = []
            return commands
        }
    }

    /// For the reactor: announces that it is going to sleep. False when there is work, so it must not.
    func prepareToSleep() -> Bool {
        isSleeping.store(true, ordering: .sequentiallyConsistent)
        guard state.withLock({ $0.commands.isEmpty }) else {
            isSleeping.store(false, ordering: .sequentiallyConsistent)
            return false
        }
        return true
    }

    func clearWakeUp() {
        clinic_eventfd_clear(wakeUp)
    }

    func didWake() {
        isSleeping.store(false, ordering: .sequentiallyConsistent)
    }

    /// For the reactor's end: refuses everything from now on.
    func shut() {
        let rest = state.withLock { state in
            state.isOpen = false
            defer { state.commands = [] }
            return state.commands
        }
        for command in rest { command.refuse() }
    }
}
