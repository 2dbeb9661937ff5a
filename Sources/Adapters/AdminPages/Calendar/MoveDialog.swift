/// Asks whether an appointment is to be moved to where it was put. The script fills it in.
struct MoveDialog {
    let next: Address
    let request: PageRequest

    var html: HTML {
        let say = request.language
        return """
            <dialog class="dialog" id="move" aria-labelledby="move-title" data-move>
            <h2 id="move-title">\(say(CalendarPhrase.moveTitle))</h2>
            <p data-move-summary></p>
            <div class="notice notice-bad" role="alert" hidden data-move-refused><div><ul data-move-reasons></ul></div></div>
            <form method="post" action="/admin/calendar/move/" class="form-end">
            \(request.csrfField)<input type="hidden" name="next" value="\(next)">
            <input type="hidden" name="appointment"><input type="hidden" name="updated_at">\
            <input type="hidden" name="doctor"><input type="hidden" name="start">
            <button class="button button-primary" data-move-save>\(say(CalendarPhrase.move))</button>\
            <button class="button" type="button" data-close>\(say(CalendarPhrase.leave))</button>
            </form>
            </dialog>
            """
    }
}
