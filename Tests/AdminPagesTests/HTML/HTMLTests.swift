import Domain
import Testing

@testable import AdminPages

@Suite struct `Markup` {
    @Test func `shows text as it was typed, whatever it looks like`() {
        let typed = #"<script>alert("x")</script> & 'so' on"#

        let html: HTML = "<p title=\"\(typed)\">\(typed)</p>"

        let escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;so&#39; on"
        #expect(html.text == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func `takes markup as it is`() {
        let inner: HTML = "<b>\(1 + 1)</b>"

        let html: HTML = "<p>\(inner)\([inner, inner])</p>"

        #expect(html.text == "<p><b>2</b><b>2</b><b>2</b></p>")
    }

    @Test func `joins addresses of what is encoded`() throws {
        let id = try #require(PatientID(12))

        let address = ("/admin/patients/\(id)/" as Address).with("search", "Müller & <b>").with("next", "/admin/")

        #expect(address.text == "/admin/patients/12/?search=M%C3%BCller%20%26%20%3Cb%3E&next=/admin/")
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example/", "/admin//evil.example/", "/api/patients/", "/admin/../api/",
        "/admin/%2e%2e/api/", "/admin\\evil", "javascript:alert(1)", "", "/admin/\u{0}", "/admin/\r\nX: y",
    ]) func `never lead away from the pages`(text: String) {
        #expect(Address(next: text) == nil)
    }

    @Test func `lead back to where somebody was`() throws {
        let address = try #require(Address(next: "/admin/patients/?search=a%20b&page=2#top"))

        #expect(address.text == "/admin/patients/?search=a%20b&page=2")
        #expect(address["search"] == "a b")
    }
}
