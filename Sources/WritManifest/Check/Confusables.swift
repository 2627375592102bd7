/// The ASCII text that `name` can be taken for; `nil` if it is ASCII, or looks like no ASCII text.
///
/// Covers full-width forms and the letters of Cyrillic, Greek and Armenian that common fonts draw like
/// Latin ones (a part of Unicode TR 39's confusables).
package func confusable(_ name: String) -> String? {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
        if scalar.isASCII {
            result.append(scalar)
        } else if let ascii = asciiTwin(scalar) {
            result.append(ascii)
        } else {
            return nil
        }
    }
    return String(result)
}

private func asciiTwin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFF01 + 0x21)
    case 0x2010...0x2015, 0x2212: "-"
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: " "
    default: twins[scalar]
    }
}

private let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(Unicode.Scalar, String)] = [
        ("a", "аɑα"), ("c", "сϲ"), ("d", "ԁ"), ("e", "еҽ"), ("g", "ɡ"), ("h", "һ"), ("i", "іıι"), ("j", "јϳ"),
        ("l", "ӏ"), ("n", "ո"), ("o", "оοօ"), ("p", "рρ"), ("q", "ԛ"), ("r", "г"), ("s", "ѕ"), ("u", "υս"),
        ("v", "νѵ"), ("w", "ԝ"), ("x", "хχ"), ("y", "уγ"), ("A", "АΑ"), ("B", "ВΒ"), ("C", "СϹ"),
        ("E", "ЕΕ"), ("H", "НΗ"), ("I", "ІΙӀ"), ("J", "Ј"), ("K", "КΚ"), ("M", "МΜ"), ("N", "Ν"),
        ("O", "ОΟ"), ("P", "РΡ"), ("S", "Ѕ"), ("T", "ТΤ"), ("X", "ХΧ"), ("Y", "УΥ"), ("Z", "Ζ"),
    ]
    return Dictionary(
        rows.flatMap { ascii, twins in twins.unicodeScalars.map { ($0, ascii) } },
        uniquingKeysWith: { first, _ in first })
}()
