import Domain
import Testing

@Suite struct `The rules of the throttle` {
    @Test func `hold an account to ten from one network, a network to a hundred, an account anywhere to more`() {
        let rules = ThrottleRules()

        let limits = ThrottleRules.Scope.allCases.map { rules.limits(of: $0) }

        #expect(
            limits == [
                [FailureLimit(count: 10, seconds: 900)],
                [FailureLimit(count: 100, seconds: 900), FailureLimit(count: 300, seconds: 86_400)],
                [FailureLimit(count: 100, seconds: 900)],
            ])
    }

    @Test func `are off where they are set to none`() {
        var rules = ThrottleRules()
        (rules.perAccount, rules.perNetwork) = (0, 0)

        let limits = ThrottleRules.Scope.allCases.flatMap { rules.limits(of: $0) }

        #expect(limits.isEmpty)
    }

    @Test func `never make the long window the shorter one`() {
        var rules = ThrottleRules()
        rules.windowSeconds = 100_000

        let limits = rules.limits(of: .account)

        #expect(limits.map(\.seconds) == [100_000, 100_000])
    }
}
