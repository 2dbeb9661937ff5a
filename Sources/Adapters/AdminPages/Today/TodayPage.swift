import Domain
import HTTPTransport

/// `/admin/`: where everybody begins.
struct TodayPage: Sendable {
    func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let title = request.language(FramePhrase.today)
        return request.page(title, PageHead(title: "\(title)").html(in: request.language))
    }
}
