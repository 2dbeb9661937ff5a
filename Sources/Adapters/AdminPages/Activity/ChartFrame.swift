import Domain

/// What stands around a chart: its title, what its looks mean, a description, and a table of the same.
struct ChartFrame {
    let id: String
    let title: String
    /// In a sentence what is to be seen.
    let summary: String
    var series: [ChartSeries] = []
    let height: Int
    let drawing: HTML
    /// Heads and rows; the first cell of each names the row.
    let heads: [String]
    let rows: [(HTML, [String])]
    let language: Language

    static let width = 720

    var html: HTML {
        """
        <figure class="chart card" aria-labelledby="\(id)">
        <figcaption id="\(id)">\(title)</figcaption>
        \(HTML.when(series.count > 1, legend))
        <div class="chart-scroll" tabindex="0" role="group" aria-labelledby="\(id)">\
        <svg viewBox="0 0 \(ChartFrame.width) \(height)" role="img" aria-labelledby="\(id)-title \(id)-text">\
        <title id="\(id)-title">\(title)</title><desc id="\(id)-text">\(summary)</desc>\(drawing)</svg></div>
        <p class="soft small">\(summary)</p>
        <details><summary>\(language(ActivityPhrase.table))<span class="visually-hidden">: \(title)</span></summary>\
        \(table)</details>
        </figure>
        """
    }

    private var legend: HTML {
        let items = series.map { series in
            """
            <li><svg viewBox="0 0 16 16">\(sample(series))</svg>\(language.text(series.name))</li>
            """ as HTML
        }
        return "<ul class=\"legend\" aria-hidden=\"true\">\(items)</ul>"
    }

    private func sample(_ series: ChartSeries) -> HTML {
        series.isLine
            ? "<line class=\"\(series.look)\" x1=\"0\" y1=\"8\" x2=\"16\" y2=\"8\"/>"
            : "<rect class=\"\(series.look)\" x=\"1\" y=\"1\" width=\"14\" height=\"14\"/>"
    }

    private var table: HTML {
        let heads = heads.enumerated().map { index, head in
            "<th scope=\"col\"\(HTML.when(index > 0, " class=\"number\""))>\(head)</th>" as HTML
        }
        let rows = rows.map { name, cells in
            """
            <tr><th scope="row">\(name)</th>\(cells.map { "<td class=\"number\">\($0)</td>" as HTML })</tr>
            """ as HTML
        }
        return """
            <div class="table-wrap" tabindex="0" role="group" aria-label="\(title)"><table>
            <thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
