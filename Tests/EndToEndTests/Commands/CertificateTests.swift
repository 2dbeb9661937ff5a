import TestCertificates
import Testing

@Suite("Certificates of a running program")
struct CertificateTests {
    private static let files = ["TLS_CERTIFICATE": "tls.pem", "TLS_KEY": "tls.key"]

    @Test("clinic check says when the certificate ends")
    func end() async throws {
        let directory = try directory(TestCertificate())

        let outcome = try await ClinicProgram.run(["check"], in: directory, environment: Self.files)

        #expect(outcome.status == 0)
        #expect(outcome.output.firstMatch(of: /The certificate is fine; it ends on \d{4}-\d{2}-\d{2}\./) != nil)
    }

    @Test("a certificate that cannot be used stops the start and says why", arguments: ["check", "serve"])
    func unusable(command: String) async throws {
        let expired = try directory(TestCertificate(beginsIn: -7_200, endsIn: -3_600))
        let early = try directory(TestCertificate(beginsIn: 3_600, endsIn: 7_200))
        let foreign = try directory(TestCertificate())
        try foreign.write(String(decoding: TestCertificate().key, as: UTF8.self), to: "tls.key")
        let encrypted = try directory(TestCertificate())
        try encrypted.write(String(decoding: TestCertificate().encryptedKey("Quagga"), as: UTF8.self), to: "tls.key")
        let garbage = try directory(TestCertificate())
        try garbage.write("nonsense", to: "tls.pem")
        let tries: [(WorkingDirectory, [String: String], String)] = [
            (expired, Self.files, "ended on"), (early, Self.files, "begins on"),
            (foreign, Self.files, "does not belong"),
            (encrypted, Self.files, "without a passphrase"), (garbage, Self.files, "no certificate in PEM"),
            (try WorkingDirectory(), Self.files, "TLS_CERTIFICATE: the file tls.pem is not there"),
            (expired, ["TLS_CERTIFICATE": "tls.pem"], "TLS_KEY is not set"),
            (expired, ["TLS_KEY": "tls.key"], "TLS_CERTIFICATE is not set"),
        ]

        for (directory, environment, words) in tries {
            let outcome = try await ClinicProgram.run([command], in: directory, environment: environment)
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains(words), "\(words): \(outcome.errors)")
            #expect(!outcome.errors.contains("PRIVATE"))
        }
    }

    @Test("a renewed certificate is taken at SIGHUP; one that cannot be used changes nothing")
    func renewal() async throws {
        let directory = try directory(TestCertificate())
        let server = try await ServerProcess.start(
            in: directory, environment: Self.files.merging(["SECRET_KEY": TestDatabase.secretKey]) { $1 })

        server.hangUp()
        try await eventually("the certificate is renewed") { server.log.contains("certificate renewed") }
        try directory.write("nonsense", to: "tls.pem")
        server.hangUp()
        try await eventually("what is no certificate is refused") { server.log.contains("certificate not renewed") }

        #expect(server.output.contains("https://127.0.0.1:"))
        #expect(await server.stop() == 0)
    }

    private func directory(_ made: TestCertificate) throws -> WorkingDirectory {
        let directory = try WorkingDirectory()
        try directory.write(String(decoding: made.certificate, as: UTF8.self), to: "tls.pem")
        try directory.write(String(decoding: made.key, as: UTF8.self), to: "tls.key")
        return directory
    }
}
