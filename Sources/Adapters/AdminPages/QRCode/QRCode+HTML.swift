extension QRCode {
    /// The picture with the light margin that readers need, four modules wide.
    func html(_ name: String) -> HTML {
        let (side, path) = (size + 8, path)
        return """
            <svg class="qr" role="img" aria-label="\(name)" viewBox="-4 -4 \(side) \(side)" \
            shape-rendering="crispEdges"><path d="\(path)"/></svg>
            """
    }

    /// A bar for each run of dark modules in a row.
    private var path: String {
        var path = ""
        for y in 0..<size {
            var x = 0
            while x < size {
                guard self[x, y] else {
                    x += 1
                    continue
                }
                let start = x
                while x < size, self[x, y] { x += 1 }
                path += "M\(start) \(y)h\(x - start)v1h-\(x - start)z"
            }
        }
        return path
    }
}
