import Domain

/// Dialogs that the script opens: the keys, and the warning before the session ends.
struct FrameDialogs {
    let language: Language

    private var say: Language { language }

    var html: HTML {
        """
        <dialog class="dialog" id="keys" aria-labelledby="keys-title" data-key="?">
        <h2 id="keys-title">\(say(FramePhrase.keyboard))</h2>
        <dl class="keys">\(keys.map { "<dt><kbd>\($0)</kbd></dt><dd>\(say($1))</dd>" as HTML })</dl>
        <div class="choice"><input type="checkbox" id="keys-on" checked data-keys-switch>\
        <label for="keys-on">\(say(FramePhrase.singleKeys))</label></div>
        <form method="dialog" class="form-end"><button class="button button-primary">\
        \(say(FramePhrase.close))</button></form>
        </dialog>
        <dialog class="dialog" id="idle" aria-labelledby="idle-title" data-idle-warning>
        <h2 id="idle-title">\(say(FramePhrase.stillThere))</h2>
        <p>\(say(FramePhrase.idleBefore)) <span data-idle-left>60</span> \(say(FramePhrase.idleAfter))</p>
        <form method="dialog" class="form-end"><button class="button button-primary">\
        \(say(FramePhrase.staySignedIn))</button></form>
        </dialog>
        """
    }

    private var keys: [(String, FramePhrase)] {
        [
            ("/", .keySearch), ("n", .keyNew), ("t", .keyToday), ("?", .keyHelp),
            ("a d x c e", .keyStatus), ("↑ ↓", .keyRows), ("m", .keyMove),
        ]
    }
}
