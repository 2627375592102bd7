internal import Glibc

/// Whether the counts that an issue names are run whole (`Tests/run.sh --full`) instead of a tenth.
package let isFullRun = getenv("WRIT_FULL").map { String(cString: $0) == "1" } ?? false
