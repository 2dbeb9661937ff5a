import Domain
import HTTPTransport
import HTTPTypes

extension Visit {
    /// A page without navigation, for whoever is not signed in.
    ///
    /// - Parameter foot: what stands in the page's foot besides the name.
    func alonePage(
        _ title: String, _ main: HTML, foot: HTML = .empty, status: HTTPResponse.Status = .ok
    ) -> Answer {
        .alonePage(title, main, foot: foot, in: language, status: status)
    }
}

extension Answer {
    /// A page without navigation.
    static func alonePage(
        _ title: String, _ main: HTML, foot: HTML = .empty, in language: Language, status: HTTPResponse.Status
    ) -> Answer {
        let html: HTML = """
            \(DocumentHead(language: language, title: title).html)
            <body class="alone">
            <main id="main">
            <div class="card">
            \(main)
            </div>
            </main>
            <footer class="foot">\(language(FramePhrase.clinic)) \(foot)</footer>
            </body>
            </html>
            """
        var answer = Answer.page(html.text, status: status)
        answer.addPageHeaders()
        return answer
    }
}
