import Application
import Domain
import Testing

@Suite("A list of accounts")
struct AccountListContractTests {
    @Test("can be sorted by every key, both ways, by user name unless asked otherwise", arguments: Backend.listing)
    func sortKeys(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            var ids: [AccountID] = []
            for (name, time) in [("b", Instant.monday(10)), ("C", .monday(12)), ("a", .monday(9))] {
                let new = NewAccount(named: name)
                ids.append(try await storage.write { try await $0.accounts.insert(new, at: time) }.id)
            }
            let orders: [AccountSortKey: [Int]] = [
                .id: [0, 1, 2], .username: [1, 2, 0], .createdAt: [2, 0, 1], .updatedAt: [2, 0, 1],
            ]

            for key in AccountSortKey.allCases {
                let expected = try #require(orders[key]).map { ids[$0] }
                let up = try await storage.accounts { $0.ordering = [Ordering(key)] }
                let down = try await storage.accounts { $0.ordering = [Ordering(key, descending: true)] }
                #expect(up == expected, "\(key)")
                #expect(down == expected.reversed(), "\(key)")
            }
            #expect(try await storage.accounts { _ in } == [1, 2, 0].map { ids[$0] })
        }
    }

    @Test("can be narrowed by each condition alone and by all together", arguments: Backend.listing)
    func filters(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let off = NewAccount(named: "zoë", role: .admin, isActive: false)
            let zoe = try await clinic.storage.write { try await $0.accounts.insert(off, at: .dawn) }
            let storage = clinic.storage

            #expect(try await storage.accounts { $0.role = .admin } == [clinic.admin.id, zoe.id])
            #expect(try await storage.accounts { $0.isActive = false } == [zoe.id])
            #expect(try await storage.accounts { ($0.role, $0.isActive) = (.admin, true) } == [clinic.admin.id])
            #expect(try await storage.accounts { ($0.role, $0.search) = (.staff, ["zoe"]) } == [])
            #expect(
                try await storage.accounts { ($0.role, $0.isActive, $0.search) = (.admin, false, ["Zoe"]) } == [zoe.id])
            var query = AccountQuery()
            query.role = .admin
            #expect(try await storage.reads.accounts.count(query) == 2)
        }
    }

    @Test(
        "finds words in user name, e-mail address and names, as they are after a change too", arguments: Backend.listing
    )
    func search(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            var nora = clinic.nurse
            nora.profile.firstName = AccountHolderName(stored: "Nóra")
            nora.profile.lastName = AccountHolderName(stored: "Nightingale")
            nora.profile.email = EmailAddress(stored: "Lamp@Example.org")
            let changed = nora
            try await clinic.storage.write { try await $0.accounts.update(changed) }
            let storage = clinic.storage

            for words in [["nora"], ["NIGHT", "lamp"], ["nurse", "gale"], ["lamp@example"]] {
                #expect(try await storage.accounts { $0.search = words } == [clinic.nurse.id], "\(words)")
            }
            for words in [["nurse@example"], ["nora", "other"], ["\0"], ["%"], ["norn"]] {
                #expect(try await storage.accounts { $0.search = words }.contains(clinic.nurse.id) == false, "\(words)")
            }
        }
    }

    @Test("goes page by page through all of it, and back", arguments: Backend.listing)
    func pages(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            var all: [Account] = []
            for index in 0..<7 {
                let new = NewAccount(named: "n\(index)")
                all.append(try await storage.write { try await $0.accounts.insert(new, at: .monday(9)) })
            }
            for ordering in [[], [Ordering(AccountSortKey.createdAt, descending: true)]] {
                var query = AccountQuery()
                query.ordering = ordering
                let browsing = Browsing(query: query) { query throws(Failure) in
                    try await storage.reads.accounts.list(query)
                }

                let forwards = try await browsing.forwards(by: 3)
                let backwards = try await browsing.backwards(by: 3, from: try #require(all.last))

                #expect(forwards.flatMap(\.self) == all)
                #expect(backwards.reversed().flatMap(\.self) == Array(all.dropLast()))
            }
        }
    }
}

extension Storage {
    /// The numbers of the accounts that are listed.
    fileprivate func accounts(_ change: (inout AccountQuery) -> Void) async throws -> [AccountID] {
        var query = AccountQuery()
        change(&query)
        return try await reads.accounts.list(query).map(\.id)
    }
}
