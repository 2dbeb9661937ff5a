import APIContract
import HTTPTypes
import Synchronization
import Testing

@testable import HTTPTransport

extension TestServer {
    /// The description of the API: the same for every server, and made once.
    var contract: APIContract {
        contractOfAll.withLock { contract in
            if let contract { return contract }
            let made = APIContract(document.json)
            contract = made
            return made
        }
    }

    var document: OpenAPIDocument { OpenAPIDocument(routes: routes, version: "0") }

    func expectContract(_ method: HTTPRequest.Method, _ path: String, _ received: Received) {
        let exchange = AnsweredRequest(
            method.rawValue, path, status: received.status,
            headers: received.headers.map { ($0.name.canonicalName, $0.value) }, body: Array(received.body.utf8))
        for problem in contract.problems(with: exchange) { Issue.record("\(problem)") }
    }
}

private let contractOfAll = Mutex<APIContract?>(nil)
