import NIOCore
import Synchronization

/// Carries commands to a reactor on its event loop: from a task that is there already at once, from others by a turn of
/// the loop.
final class Mailbox: Sendable {
    let loop: any EventLoop
    let board = CounterBoard()
    private let isOpen = Atomic(false)
    private let reactor: NIOLoopBoundBox<Reactor?>

    init(on loop: any EventLoop) {
        self.loop = loop
        reactor = .makeEmptyBox(eventLoop: loop)
    }

    /// Has a reactor made on the loop. Does nothing when there is one, or will be.
    func open(_ makeReactor: @escaping @Sendable (Mailbox) -> Reactor) {
        guard !isOpen.exchange(true, ordering: .acquiringAndReleasing) else { return }
        loop.execute {
            let reactor = makeReactor(self)
            self.reactor.value = reactor
            reactor.start()
        }
    }

    /// Refuses the command when there is no reactor.
    func post(_ command: Command) {
        guard loop.inEventLoop, let reactor = reactor.value else {
            return loop.execute { self.deliver(command) }
        }
        reactor.take(command)
    }

    private func deliver(_ command: Command) {
        guard let reactor = reactor.value else { return command.refuse() }
        reactor.take(command)
    }

    /// For the reactor's end: refuses everything from now on.
    func shut() {
        reactor.value = nil
        isOpen.store(false, ordering: .releasing)
    }
}
