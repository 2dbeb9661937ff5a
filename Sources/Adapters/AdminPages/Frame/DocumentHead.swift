import Domain

/// What stands before the body of every page.
struct DocumentHead {
    let language: Language
    let title: String

    var html: HTML {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title) · \(language(FramePhrase.clinic))</title>
        <link rel="icon" href="\(Assets.address("icon.svg"))" type="image/svg+xml">
        <link rel="stylesheet" href="\(Assets.address("admin.css"))">
        <script type="module" src="\(Assets.address("admin.js"))"></script>
        </head>
        """
    }
}
