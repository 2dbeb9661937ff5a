import Testing

@testable import clinic

@Suite struct `A line of .env` {
    @Test(arguments: [
        ("PORT=9000", "9000"), ("  PORT = 9000  ", "9000"), ("export PORT=9000", "9000"),
        ("PORT=9000 # for the test", "9000"), ("PORT='9000'", "9000"), ("PORT=\"9000\" # quoted", "9000"),
        ("PORT=' # '", " # "), ("PORT=a#b", "a#b"), ("PORT=a=b", "a=b"), ("PORT='it''s", "it"), ("PORT=\"", "\""),
        ("PORT=", ""), ("PORT=''", ""), ("PORT=\t9000\r", "9000"),
    ])
    func `gives a key its value`(line: String, value: String) {
        #expect(EnvFile.parse(line[...]) == .pair("PORT", value))
    }

    @Test(arguments: ["", "   ", "# PORT=9000", "  # anything"])
    func `may say nothing`(line: String) {
        #expect(EnvFile.parse(line[...]) == .nothing)
    }

    @Test(arguments: ["PORT", "=9000", "MY PORT=9000", "PORT: 9000", "PÖRT=9000", "export =9000", "\u{FEFF}PORT=9000"])
    func `may be no setting at all`(line: String) {
        #expect(EnvFile.parse(line[...]) == .malformed)
    }

    @Test func `is told by its number when it is wrong, whatever ends the lines`() {
        let problems = Configuration.problems(envFile: "PORT=9000\r\n\r\nnonsense Quagga\r\nPROT=1\n")

        #expect(problems.count == 2)
        #expect(problems[0] == ".env, line 3: expected KEY=value.")
        #expect(problems[1].hasPrefix(".env, line 4: PROT is not a setting. Did you mean PORT?"))
    }
}
