/// Texts of a day's board.
enum TodayPhrase: Phrase {
    case live, lost, next, with, nothing, done(Int, of: Int), more, moreFor, since, cut(Int)
    case earlier, later, day, go

    var english: String {
        switch self {
        case .live: "Live"
        case .lost: "Not current since {time}"
        case .next: "Next"
        case .with: "with"
        case .nothing: "No appointments on this day."
        case .done(let done, let all): "\(done) of \(all) done"
        case .more: "More"
        case .moreFor: "More for {name}, {time}"
        case .since: "the day before"
        case .cut(let count): "Only the first \(count) appointments are shown."
        case .earlier: "Earlier"
        case .later: "Later"
        case .day: "Day"
        case .go: "Go"
        }
    }

    var german: String {
        switch self {
        case .live: "Aktuell"
        case .lost: "Nicht aktuell seit {time}"
        case .next: "Als Nächstes"
        case .with: "bei"
        case .nothing: "Keine Termine an diesem Tag."
        case .done(let done, let all): "\(done) von \(all) erledigt"
        case .more: "Mehr"
        case .moreFor: "Mehr zu {name}, {time}"
        case .since: "am Vortag"
        case .cut(let count): "Nur die ersten \(count) Termine sind zu sehen."
        case .earlier: "Früher"
        case .later: "Später"
        case .day: "Tag"
        case .go: "Zeigen"
        }
    }
}
