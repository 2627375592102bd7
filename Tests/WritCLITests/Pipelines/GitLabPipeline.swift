import Foundation

/// The pipeline for GitLab, as far as running its scripts takes it: `extends` and `!reference`.
struct GitLabPipeline {
    private let root: [String: Any]

    init() throws {
        root = try PipelineFile("gitlab/writ.gitlab-ci.yml").root
    }

    /// The names of the jobs.
    var jobs: [String] {
        root.keys.filter { name in
            !name.hasPrefix(".") && (root[name] as? [String: Any])?["script"] != nil
        }.sorted()
    }

    /// The variables of the pipeline and a job.
    func variables(of job: String) -> [String: String] {
        let all = root["variables"] as? [String: String] ?? [:]
        return all.merging(value("variables", of: job) as? [String: String] ?? [:]) { $1 }
    }

    /// All that the runner's shell gets: `before_script`, then `script`.
    func script(of job: String) -> String {
        (lines(value("before_script", of: job)) + lines(value("script", of: job))).joined(separator: "\n")
    }

    private func value(_ key: String, of job: String) -> Any? {
        guard let definition = root[job] as? [String: Any] else { return nil }
        if let value = definition[key] { return value }
        return (definition["extends"] as? String).flatMap { value(key, of: $0) }
    }

    private func lines(_ value: Any?) -> [String] {
        (value as? [Any] ?? []).flatMap { item -> [String] in
            if let text = item as? String { return [text] }
            let path = (item as? [String: Any])?["reference"] as? [String] ?? []
            guard path.count == 2 else { return [] }
            return lines(self.value(path[1], of: path[0]))
        }
    }
}
