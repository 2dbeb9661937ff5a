import NIOCore

/// The script of the page, one file for the browser. Its parts share their names, and the last one starts it.
enum PageScript {
    static let bytes = ByteBuffer(bytes: parts.joined(separator: Array("\n".utf8)))

    private static let parts = [
        PackageResources.elements_js, PackageResources.contracts_js, PackageResources.schema_js,
        PackageResources.operations_js, PackageResources.json_js, PackageResources.numbers_js,
        PackageResources.session_js, PackageResources.request_js, PackageResources.trial_js,
        PackageResources.page_js,
    ]
}
