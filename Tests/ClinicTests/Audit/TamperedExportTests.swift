import Application
import Domain
import Foundation
import Testing

@testable import clinic

/// Somebody who has an export, but not the key, changes it.
@Suite struct `Tampering with an export of the audit trail` {
    @Test func `is found and located, a thousand times at random`() throws {
        let trail = try ExportedTrail()
        let folder = try TemporaryDirectory()
        var random = SystemRandomNumberGenerator()

        for _ in 0..<1000 {
            let change = ExportChange.random(of: trail, using: &random)
            let (report, lines) = try trail.check(change.lines, in: folder)

            for content in change.touched {
                // A line that cannot be read says no more what it was.
                let isTold = report.findings.contains { trail.tells($0, of: content) } || isTorn(change, report)
                #expect(isTold, "\(change): \(content) is not in \(report.findings)")
            }
            #expect(
                change.named.isEmpty || change.named.contains { lines.contains($0) }, "\(change): \(lines) are named")
        }

        #expect(try trail.check(trail.lines, in: folder).report.findings == [])
    }

    private func isTorn(_ change: ExportChange, _ report: AuditReport) -> Bool {
        change.touched.count == 1 && change.named.contains { report.findings.contains(.unreadable(line: $0)) }
    }

    @Test func `leads to the line of an event that was changed, and to the one behind a gap`() throws {
        let trail = try ExportedTrail()
        let folder = try TemporaryDirectory()
        var changed = trail.lines
        changed[8] = Data(String(decoding: changed[8], as: UTF8.self).replacing("patient.ch", with: "patient.CH").utf8)
        var shorter = trail.lines
        shorter.remove(at: 8)

        let change = try trail.check(changed, in: folder)
        let gap = try trail.check(shorter, in: folder)

        #expect(change.report.findings.count == 1 && change.lines == [9])
        #expect(gap.lines == [9])
    }

    @Test func `with a file that is no export is said, and not that all is well`() throws {
        let trail = try ExportedTrail()
        let folder = try TemporaryDirectory()

        #expect(throws: StartFailure.self) { try trail.check([Data("a letter".utf8)], in: folder) }
        let nothing = try trail.check([], in: folder).report.findings

        #expect(nothing.count >= 4)
    }
}
