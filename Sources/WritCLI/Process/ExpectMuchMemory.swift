internal import CShims

/// Prepares the calling thread for work that makes many values and keeps them: what it will need is set aside at
/// once and in large pages. Costs nothing where it is not used.
@Sendable func expectMuchMemory() { writ_expect_memory(28 << 20) }
