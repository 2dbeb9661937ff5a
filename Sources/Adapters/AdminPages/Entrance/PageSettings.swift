package import Application
package import HTTPTransport

/// What the pages need besides the use cases.
package struct PageSettings: Sendable {
    let time: ClinicTime
    let drafts: any DraftSeal
    let random: any RandomSource
    let metrics: ServerMetrics
    let version: String
    /// Lets a little time go by.
    let pause: @Sendable () async -> Void
    let exports: Exports

    /// - Parameters:
    ///   - time: the time of day that is shown.
    ///   - drafts: seals what somebody typed whose session ended meanwhile.
    ///   - metrics: what the server counts.
    ///   - version: the program's.
    ///   - exports: the files of lists, and how many at once.
    ///   - pause: lets a tenth of a second go by, for a form that is still being saved on another connection.
    package init(
        time: ClinicTime = .utc, drafts: any DraftSeal, random: any RandomSource,
        metrics: ServerMetrics, version: String, exports: Exports = Exports(),
        pause: @escaping @Sendable () async -> Void = { await Task.yield() }
    ) {
        self.time = time
        self.drafts = drafts
        self.random = random
        self.metrics = metrics
        self.version = version
        self.pause = pause
        self.exports = exports
    }
}
