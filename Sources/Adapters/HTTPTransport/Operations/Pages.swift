/// The page at the server's root.
enum Pages {
    /// - Parameter hasPages: whether there are pages for those who work at the clinic, to which it leads.
    static func welcome(hasPages: Bool) -> String {
        page(
            title: "Clinic",
            body: """
                <h1>Clinic is running</h1>
                <p>This server speaks a REST API for accounts, patients, doctors, mappings and appointments.
                <a href="/api/docs/">Read it and try it</a>, or take its description as
                <a href="/api/schema/">OpenAPI</a> or as a <a href="/api/postman.json">Postman collection</a>.</p>
                <ul>
                <li><code>POST /api/auth/register/</code> makes an account, <code>POST /api/auth/login/</code> signs in.</li>
                <li><code>/api/patients/</code>, <code>/api/doctors/</code>, <code>/api/mappings/</code> and
                <code>/api/appointments/</code> hold the records.</li>
                \(hasPages ? admin : "")<li><a href="/healthz">/healthz</a> and <a href="/readyz">/readyz</a> tell how the server is.</li>
                </ul>
                """)
    }

    private static let admin =
        "<li><a href=\"/admin/\">/admin/</a> has the pages for those who work at the clinic.</li>\n"

    private static func page(title: String, body: String) -> String {
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title></head>
        <body>
        \(body)
        </body>
        </html>
        """
    }
}
