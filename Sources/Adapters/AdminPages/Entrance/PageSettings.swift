package import Application
package import HTTPTransport

/// What the pages need besides the use cases.
package struct PageSettings: Sendable {
    let time: ClinicTime
    let drafts: any DraftSeal
    let random: any RandomSource
    let metrics: ServerMetrics
    let version: String
    let exports: Exports

    /// - Parameters:
    ///   - time: the time of day that is shown.
    ///   - drafts: seals what somebody typed whose session ended meanwhile.
    ///   - metrics: what the server counts.
    ///   - version: the program's.
    ///   - exports: the files of lists, and how many at once.
    package init(
        time: ClinicTime = .utc, drafts: any DraftSeal, random: any RandomSource,
        metrics: ServerMetrics, version: String, exports: Exports = Exports()
    ) {
        self.time = time
        self.drafts = drafts
        self.random = random
        self.metrics = metrics
        self.version = version
        self.exports = exports
    }
}
