internal import CLibYAML

/// What libyaml says about a text it cannot read: its own words and places.
struct YamlFailure {
    var problem: String
    var mark: YamlNode.Mark
    /// What was being read; empty where libyaml does not say.
    var context: String
    var contextMark: YamlNode.Mark
}

/// Reads `bytes` with libyaml and tells `builder` every event, until it has had enough.
///
/// The only place that touches libyaml. `bytes` are UTF-8, checked before: libyaml reports encoding
/// errors without a position. Lines of LF and CRLF count alike.
func readEvents(_ bytes: [UInt8], into builder: inout YamlTreeBuilder) -> YamlFailure? {
    // libyaml keeps a pointer to the parser inside the parser, so it must not move.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return outOfMemory }
    defer { yaml_parser_delete(parser) }
    return bytes.withUnsafeBufferPointer { input in
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
        while !builder.isDone {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { return failure(of: parser.pointee) }
            defer { yaml_event_delete(&event) }
            if event.type == YAML_STREAM_END_EVENT { return nil }
            tell(&builder, event)
        }
        return nil
    }
}

private let outOfMemory = YamlFailure(
    problem: "out of memory", mark: .init(line: 1, column: 1), context: "",
    contextMark: .init(line: 1, column: 1))

private func failure(of parser: yaml_parser_t) -> YamlFailure {
    YamlFailure(
        problem: parser.problem.map { String(cString: $0) } ?? "out of memory",
        mark: mark(parser.problem_mark),
        context: parser.context.map { String(cString: $0) } ?? "",
        contextMark: mark(parser.context_mark))
}

private func tell(_ builder: inout YamlTreeBuilder, _ event: yaml_event_t) {
    let start = mark(event.start_mark), end = mark(event.end_mark)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
        let data = event.data.document_start
        let hasDirectives =
            data.version_directive != nil || data.tag_directives.start != data.tag_directives.end
        builder.beginDocument(at: start, to: end, hasDirectives: hasDirectives)
    case YAML_SCALAR_EVENT:
        let data = event.data.scalar
        builder.scalar(
            UnsafeBufferPointer(start: data.value, count: data.length), style: style(data.style),
            properties: properties(data.anchor, data.tag), from: start, to: end)
    case YAML_SEQUENCE_START_EVENT:
        let data = event.data.sequence_start
        builder.begin(
            .sequence, style: data.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block,
            properties: properties(data.anchor, data.tag), from: start, to: end)
    case YAML_MAPPING_START_EVENT:
        let data = event.data.mapping_start
        builder.begin(
            .mapping, style: data.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block,
            properties: properties(data.anchor, data.tag), from: start, to: end)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        builder.end(at: end)
    case YAML_ALIAS_EVENT:
        builder.alias(to: text(event.data.alias.anchor) ?? "", from: start, to: end)
    default:
        break
    }
}

private func style(_ style: yaml_scalar_style_t) -> YamlNode.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
}

private func properties(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
) -> YamlTreeBuilder.Properties? {
    if anchor == nil, tag == nil { return nil }
    return .init(anchor: text(anchor), tag: text(tag))
}

private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
}

private func mark(_ mark: yaml_mark_t) -> YamlNode.Mark {
    .init(line: UInt32(clamping: mark.line + 1), column: UInt32(clamping: mark.column + 1))
}
