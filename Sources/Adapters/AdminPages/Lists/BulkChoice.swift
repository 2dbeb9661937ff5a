import Domain

/// How rows of a list are chosen for something that is done to many.
struct BulkChoice<Row: Sendable>: Sendable {
    /// Where the choice is sent.
    let address: Address
    /// Buttons for what can be done.
    let buttons: [HTML]
    /// The number of a row, and what it is called.
    let row: @Sendable (Row, Language) -> (number: Int64, name: String)

    func bar(in language: Language) -> HTML {
        """
        <div class="bulk"><span data-bulk-count data-none="\(language(BulkPhrase.none))" \
        data-one="\(language(BulkPhrase.one))" data-many="\(language(BulkPhrase.many))">\
        \(language(BulkPhrase.chooseFor))</span> \(buttons)</div>
        """
    }

    func head(in language: Language) -> HTML {
        """
        <th class="check" scope="col"><span class="visually-hidden">\(language(BulkPhrase.choose))</span>\
        <input type="checkbox" hidden data-script-only data-bulk-all aria-label="\(language(BulkPhrase.chooseAll))"></th>
        """
    }

    func cell(of row: Row, in language: Language) -> HTML {
        let (number, name) = self.row(row, language)
        return """
            <td class="check"><input type="checkbox" name="id" value="\(number)" data-bulk-one aria-label="\(name)"></td>
            """
    }
}
