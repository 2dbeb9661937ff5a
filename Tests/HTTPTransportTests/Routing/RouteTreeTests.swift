import Domain
import Testing

@testable import HTTPTransport

@Suite("Finding the route of a path")
struct RouteTreeTests {
    private let tree = RouteTree([
        .open("/", []), .open("/things/", aliases: ["/old/things/"], []), .open("/things/{id}/", []),
        .open("/things/special/{id}/", []), .open("/things/{id}/parts/", []),
    ])

    @Test(
        "a path is found with and without its last slash, under each alias, with its parameter",
        arguments: [
            ("/", "/", nil), ("/things/", "/things/", nil), ("/things", "/things/", nil),
            ("/old/things", "/old/things/", nil), ("/things/7/", "/things/{id}/", "7"),
            ("/things/7", "/things/{id}/", "7"),
            ("/things/special/7/", "/things/special/{id}/", "7"), ("/things/7/parts", "/things/{id}/parts/", "7"),
            ("/things/a%2Fb/", "/things/{id}/", "a%2Fb"),
        ] as [(String, String, String?)])
    func found(path: String, template: String, parameter: String?) throws {
        let match = try #require(tree.match(path))

        #expect(match.template == template)
        #expect(match.parameter == parameter)
    }

    @Test(
        "other paths have no route, and a doubled slash makes another path",
        arguments: [
            "/thing/", "/things/special/", "/things/7/8/", "/old/", "/things//", "//things/", "/things/special/7//",
            "/THINGS/", "/things/7/parts/1/",
        ])
    func notFound(path: String) {
        let match = tree.match(path)

        #expect(match == nil)
    }

    @Test(
        "what has no route of its own is served by the rest of its folder, if there is one",
        arguments: [
            ("/pages/7/", "/pages/{id}/"), ("/pages/x/", "/pages/*"), ("/pages/7/8/9/", "/pages/*"),
            ("/pages/", "/pages/*"), ("/page/", nil), ("/pagesx/", nil),
        ] as [(String, String?)])
    func rest(path: String, template: String?) {
        let pages = [Route.page("/pages/{id}/", [:]), .page("/pages/*", [:])]

        let match = RouteTree(pages.map { $0.speaking(Dialect(numbersOnly: true)) }).match(path)

        #expect(match?.template == template)
    }
}
