import Testing

@testable import HTTPTransport

@Suite("reading multipart forms")
struct MultipartFormTests {
    @Test("parts of text are members, byte for byte")
    func parts() throws {
        let body = part(#"name="first_name""#, "Zoë\r\n--x\r\n") + part(#"name="empty""#, "") + "--x-y--\r\nepilogue"

        let body2 = try BodyDecoding.decode(
            contentType: #"Multipart/Form-Data; charset=utf-8; boundary="x-y""#, bytes: Array(body.utf8))

        #expect(
            body2
                == .members(
                    JSONObject([("first_name", .string("Zoë\r\n--x\r\n")), ("empty", .string(""))]), isForm: true))
    }

    @Test("a preamble, padding after boundaries and further headers do not matter")
    func tolerated() throws {
        let text =
            "preamble --x-y\r\n--x-y \t\r\nContent-Type: text/plain\r\ncontent-disposition:form-data;name=a\r\n\r\n1\r\n--x-y--"

        let pairs = try decode(text)

        #expect(pairs.map(\.name) == ["a"])
        #expect(pairs.map(\.text) == ["1"])
    }

    @Test("files are left out", arguments: [#"name="f"; filename="a.txt""#, "name=f; filename*=UTF-8''a.txt"])
    func files(parameters: String) throws {
        let pairs = try decode(part(parameters, "content") + part("name=b", "2") + "--x-y--")

        #expect(pairs.map(\.name) == ["b"])
    }

    @Test("a form may have no parts")
    func empty() throws {
        #expect(try decode("--x-y--").isEmpty)
    }

    @Test("quoted names may hold anything")
    func quotedNames() throws {
        let pairs = try decode(part(#"name="a;b=\"c\\""#, "1") + "--x-y--")

        #expect(pairs.map(\.name) == [#"a;b="c\"#])
    }

    @Test(
        "what is malformed is refused",
        arguments: [
            "", "x", "--x-y", "--x-y\r\n", "--x-yz--", "--x-y\r\nContent-Disposition: form-data; name=a",
            "--x-y\r\nContent-Disposition: form-data; name=a\r\n\r\n1", "--x-y\r\n\r\n1\r\n--x-y--",
            "--x-y\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x-y--",
            "--x-y\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--x-y--",
            "--x-y\r\nno colon\r\n\r\n1\r\n--x-y--", "--x-y\nContent-Disposition: form-data; name=a\n\n1\n--x-y--",
            "--x-y\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x-yz\r\n--x-y--",
        ])
    func malformed(text: String) {
        #expect(throws: BodyProblem.self) { try decode(text) }
    }

    @Test("a boundary is needed, of at most 70 bytes", arguments: [nil, "", String(repeating: "x", count: 71)])
    func boundary(boundary: String?) {
        #expect(throws: BodyProblem.malformedForm("the boundary is missing or too long")) {
            try MultipartForm.decode(Array("--x--".utf8), boundary: boundary)
        }
    }

    @Test("parts and their headers are bounded")
    func bounds() throws {
        let thousand = String(repeating: part("name=a", "1"), count: 1_000)
        let longHeader = part("name=a; x=" + String(repeating: "x", count: 8_192), "1")

        #expect(try decode(thousand + "--x-y--").count == 1_000)
        #expect(throws: BodyProblem.malformedForm("there are more than 1000 parts")) {
            try decode(thousand + part("name=b; filename=b", "2") + "--x-y--")
        }
        #expect(throws: BodyProblem.malformedForm("a part's headers are malformed or too long")) {
            try decode(longHeader + "--x-y--")
        }
    }

    @Test("headers of about the greatest size are read or refused", arguments: 8_100...8_200)
    func headerSizes(padding: Int) {
        let text =
            "--x-y\r\nX: \(String(repeating: "a", count: padding))\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x-y--"
        let headerBytes = padding + 46

        let pairs = try? decode(text)

        #expect((pairs != nil) == (headerBytes <= 8_192))
    }

    private func part(_ parameters: String, _ content: String) -> String {
        "--x-y\r\nContent-Disposition: form-data; \(parameters)\r\n\r\n\(content)\r\n"
    }

    private func decode(_ text: String) throws(BodyProblem) -> [(name: String, text: String)] {
        try MultipartForm.decode(Array(text.utf8), boundary: "x-y")
    }
}
