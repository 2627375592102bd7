internal import CLibGit2

/// Consecutive lines that two texts have in common; lines count from 0.
struct CommonLines: Hashable {
    /// The first of them in the newer text.
    var newStart: Int
    /// The first of them in the older text.
    var oldStart: Int
    /// How many there are; `Int.max` for all that follow.
    var count: Int
}

/// The lines of `new` that a diff takes for lines of `old`, in order.
///
/// The diff is libgit2's, of two buffers without any repository, set up as `git blame` sets up its own:
/// Myers' algorithm with the indent heuristic, after the common tail is cut off.
/// - Throws: `library`.
func commonLines(_ old: [UInt8], _ new: [UInt8]) throws(GitError) -> [CommonLines] {
    let tail = commonTail(old, new)
    let hunks = Hunks()
    var options = git_diff_options()
    guard git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)) == 0 else {
        throw LibGit2.error(-1)
    }
    options.context_lines = 0
    options.interhunk_lines = 0
    options.flags = GIT_DIFF_INDENT_HEURISTIC.rawValue | GIT_DIFF_FORCE_TEXT.rawValue
    let code = withExtendedLifetime(hunks) {
        old.withUnsafeBytes { old in
            new.withUnsafeBytes { new in
                git_diff_buffers(
                    old.baseAddress, old.count - tail, nil, new.baseAddress, new.count - tail, nil, &options,
                    nil, nil,
                    { _, hunk, payload in
                        guard let hunk, let payload else { return 0 }
                        Unmanaged<Hunks>.fromOpaque(payload).takeUnretainedValue().see(hunk.pointee)
                        return 0
                    }, nil, Unmanaged.passUnretained(hunks).toOpaque())
            }
        }
    }
    guard code == 0 else { throw LibGit2.error(code) }
    return hunks.common + [CommonLines(newStart: hunks.newNext, oldStart: hunks.oldNext, count: .max)]
}

/// Collects what lies between the hunks of a diff.
private final class Hunks {
    private(set) var common: [CommonLines] = []
    private(set) var newNext = 0
    private(set) var oldNext = 0

    func see(_ hunk: git_diff_hunk) {
        // The start of no lines is the line before them.
        let newStart = Int(hunk.new_start) - (hunk.new_lines == 0 ? 0 : 1)
        let oldStart = Int(hunk.old_start) - (hunk.old_lines == 0 ? 0 : 1)
        if newStart > newNext {
            common.append(CommonLines(newStart: newNext, oldStart: oldNext, count: newStart - newNext))
        }
        newNext = newStart + Int(hunk.new_lines)
        oldNext = oldStart + Int(hunk.old_lines)
    }
}

/// How many bytes at the end git leaves out of a diff without context, which decides where equal lines slide.
///
/// Source: `trim_common_tail` of git's `xdiff-interface.c`.
private func commonTail(_ a: [UInt8], _ b: [UInt8]) -> Int {
    let block = 1024
    var trimmed = 0
    let smaller = min(a.count, b.count)
    while block + trimmed <= smaller,
        a[(a.count - trimmed - block)..<(a.count - trimmed)]
            == b[(b.count - trimmed - block)..<(b.count - trimmed)]
    {
        trimmed += block
    }
    var recovered = 0
    while recovered < trimmed {
        recovered += 1
        if a[a.count - trimmed + recovered - 1] == 0x0A { break }
    }
    return trimmed - recovered
}
