/// A line that says how something stands.
enum Notice {
    static func good(_ text: String) -> HTML {
        "<div class=\"notice notice-good\" role=\"status\"><div>\(text)</div></div>"
    }

    static func warning(_ text: String) -> HTML {
        "<div class=\"notice notice-warn\" role=\"status\"><div>\(text)</div></div>"
    }

    static func bad(_ text: String) -> HTML {
        "<div class=\"notice notice-bad\" role=\"alert\"><div>\(text)</div></div>"
    }
}
