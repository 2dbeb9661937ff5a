/// Correction of errors as QR codes use it: polynomials over the field of 256 elements (ISO/IEC 18004, annex A).
enum ReedSolomon {
    /// What is left of the data, moved up, after division by the product of all (x − 2ⁱ).
    static func correction(of data: [UInt8], count: Int) -> [UInt8] {
        let divisor = divisor(count)
        var rest = [UInt8](repeating: 0, count: count)
        for byte in data {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for index in 0..<count { rest[index] ^= product(divisor[index], factor) }
        }
        return rest
    }

    /// The coefficients below the highest one, which is 1, in descending order.
    private static func divisor(_ count: Int) -> [UInt8] {
        var coefficients = [UInt8](repeating: 0, count: count - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            for index in 0..<count {
                let next = index + 1 < count ? coefficients[index + 1] : 0
                coefficients[index] = product(coefficients[index], root) ^ next
            }
            root = product(root, 2)
        }
        return coefficients
    }

    /// Multiplication modulo x⁸ + x⁴ + x³ + x² + 1.
    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var (product, factor, rest): (UInt8, UInt8, UInt8) = (0, left, right)
        while rest > 0 {
            if rest & 1 == 1 { product ^= factor }
            factor = factor << 1 ^ (factor & 0x80 == 0 ? 0 : 0x1D)
            rest >>= 1
        }
        return product
    }
}
