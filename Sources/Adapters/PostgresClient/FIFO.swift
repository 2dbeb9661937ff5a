/// A first-in first-out queue with constant-time ends (an array that forgets its head now and then).
struct FIFO<Element> {
    private var elements: [Element?] = []
    private var head = 0

    var count: Int { elements.count - head }
    var isEmpty: Bool { count == 0 }
    var first: Element? { isEmpty ? nil : elements[head] }
    /// A copy, oldest first.
    var all: [Element] { elements[head...].compactMap { $0 } }

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    mutating func popFirst() -> Element? {
        guard !isEmpty else { return nil }
        let element = elements[head]
        elements[head] = nil
        head += 1
        if head == elements.count {
            elements.removeAll(keepingCapacity: true)
            head = 0
        } else if head > 64, head > elements.count / 2 {
            elements.removeFirst(head)
            head = 0
        }
        return element
    }

    /// Puts elements before all others, in their order.
    mutating func prepend(_ earlier: [Element]) {
        elements.replaceSubrange(..<head, with: earlier.map { Optional($0) })
        head = 0
    }

    mutating func removeAll(where isUnwanted: (Element) -> Bool) {
        elements = all.filter { !isUnwanted($0) }.map { Optional($0) }
        head = 0
    }

    /// Empties the queue and gives what was in it.
    mutating func takeAll() -> [Element] {
        defer { self = FIFO() }
        return all
    }
}
