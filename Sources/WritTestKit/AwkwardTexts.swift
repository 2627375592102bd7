// Texts that manifests may hold and that YAML, or an editor, has something against.

/// Of one line.
package let awkwardLines: [String] = [
    "", " ", " leading", "trailing ", "two  spaces", "a: b", "a:b", "key:", ": value", "a #b", "a# b", "#x",
    "- item", "-", "--- x", "...", "? key", "?", "no", "Yes", "on", "null", "Null", "~", "~x", "true",
    "False",
    "2027-01-31", "2027-1-1 noon", "0x1F", "0o17", "017", "1e3", ".5", "-1", "+86 10", "1_000", "12:30:45",
    ".inf",
    "=", "<<", "[a]", "]", "{a}", "}", "a, b", "a]", "*star", "&anchor", "!tag", "%dir", "@at", "`tick",
    "|", "|-", ">", ">-", "'", "''", "\"", "it's", "it's \"both\"", "\\", "a\\nb", "a\"b\\c", "tab\there",
    "\t",
    "no\u{A0}break", "\u{A0}", "ideographic\u{3000}space", "日本語", "é", "🦊", "👍🏽", "{{ x }}", "${x}", "<% x %>",
    "a sentence that is longer than any line ought to be, so that whoever writes it down has to break it somewhere",
    "an-address-without-any-space-at-all/that-is-longer-than-any-line-ought/to-be/and-cannot-be-broken-at-all",
]

/// Of several lines.
package let awkwardProse: [String] = [
    "one\ntwo", "one\ntwo\n", "one\n\ntwo", "one\n\n", "one\n\n\n", "\n", "\n\n", "\none", " one\ntwo",
    "  one\n two\n", "one\n  two", "one \ntwo", "one\ntwo ", "one\n \ntwo", "one\n\ttwo", "- a\n- b\n",
    "a: b\n# c",
    "---\n...\n", "# not a comment\nx", "{\n}", "| x\ny", "\u{A0}\nx", "one\n\u{3000}\ntwo", "'a'\n\"b\"\n",
    "日本\n語\n", "x\n<<<<<<< ours\ny", "on-call\nescalation: see \"runbook\"\n  - indented\n",
]
