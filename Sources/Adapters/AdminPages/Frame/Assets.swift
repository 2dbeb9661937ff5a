import Domain
import HTTPTransport
import HTTPTypes

/// The style sheet, the script and the icon. All have one folder, named by a hash of them all, so that browsers may keep
/// them for good.
enum Assets {
    private struct Asset {
        let name: String
        let type: String
        let bytes: [UInt8]
        /// The same, compressed, for browsers that take it so; nothing where that is no smaller.
        let gzipped: [UInt8]?

        init(name: String, type: String, bytes: [UInt8]) {
            (self.name, self.type, self.bytes) = (name, type, bytes)
            gzipped = bytes.gzipped.flatMap { $0.count < bytes.count ? $0 : nil }
        }
    }

    /// The address of an asset.
    static func address(_ name: String) -> Address { "/admin/assets/\(folder)/\(name)" }

    static var routes: [Route] {
        all.map { Route.page(address($0.name).text, [.get: handler($0)]).counted(as: "/admin/assets/*") }
    }

    private static func handler(_ asset: Asset) -> Route.Handler {
        { exchange in
            // What is public and the same for everybody may be compressed. Pages are not: beside what somebody typed they
            // hold tokens, whose length would tell about them (BREACH).
            let gzipped = exchange.headers.takesGzip ? asset.gzipped : nil
            var answer = Answer.content(gzipped ?? asset.bytes, type: asset.type)
            answer.headers[.cacheControl] = "public, max-age=31536000, immutable"
            answer.headers[.vary] = "Accept-Encoding"
            if gzipped != nil { answer.headers[.contentEncoding] = "gzip" }
            return answer
        }
    }

    private static let all =
        [
            Asset(name: "admin.css", type: "text/css; charset=utf-8", bytes: Array(sheets.joined(separator: [10]))),
            Asset(name: "icon.svg", type: "image/svg+xml", bytes: PackageResources.icon_svg),
        ]
        + scripts.map { Asset(name: $0.name, type: "text/javascript; charset=utf-8", bytes: $0.bytes) }

    private static let sheets = [
        PackageResources.tokens_css, PackageResources.base_css, PackageResources.frame_css,
        PackageResources.forms_css, PackageResources.lists_css, PackageResources.board_css,
        PackageResources.calendar_css, PackageResources.charts_css, PackageResources.print_css,
    ]

    /// Modules, which name each other by their files.
    private static let scripts: [(name: String, bytes: [UInt8])] = [
        ("admin.js", PackageResources.admin_js),
        ("board.js", PackageResources.board_js),
        ("bulk.js", PackageResources.bulk_js),
        ("dialogs.js", PackageResources.dialogs_js),
        ("idle.js", PackageResources.idle_js),
        ("keys.js", PackageResources.keys_js),
        ("list.js", PackageResources.list_js),
        ("moving.js", PackageResources.moving_js),
        ("page.js", PackageResources.page_js),
        ("places.js", PackageResources.places_js),
        ("related.js", PackageResources.related_js),
        ("slots.js", PackageResources.slots_js),
        ("unsaved.js", PackageResources.unsaved_js),
        ("visits.js", PackageResources.visits_js),
    ]

    /// Sixteen hexadecimal digits (FNV-1a, 64 bits): enough to tell versions of the program apart.
    private static let folder: String = {
        let hash = all.flatMap(\.bytes).reduce(14_695_981_039_346_656_037 as UInt64) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        return String(hash, radix: 16)
    }()
}

extension HTTPFields {
    /// Whether an answer may be compressed (RFC 9110, 12.5.3).
    fileprivate var takesGzip: Bool {
        let codings = (self[.acceptEncoding] ?? "").lowercased().split(separator: ",").map { coding in
            coding.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        }
        guard let gzip = codings.first(where: { $0.first == "gzip" }) ?? codings.first(where: { $0.first == "*" })
        else { return false }
        let weight = gzip.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
        return weight ?? 1 > 0
    }
}
