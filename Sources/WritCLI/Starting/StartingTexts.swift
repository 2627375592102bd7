/// `writ.yaml` with one target.
func startingConfiguration(account: String, target: String) -> String {
    """
    # yaml-language-server: $schema=./schemas/configuration.json
    #
    # What Writ manages. Endpoints and credentials never stand here: they come from flags and the environment.
    apiVersion: writ/v1
    kind: Configuration
    targets:
      \(target):
        account: \(quoted(account))    # the account's id: a store that answers for another one is refused
        store: sqlite         # .writ/\(target).db in this folder, unless --store names another
        paths: [\(StartingRepository.manifestFolder)]
        # applier: user/NAME  # whose credentials apply plans: none may take its rights away
        guards:               # how much one plan may change before somebody has to approve it
          removedObjects: {floor: 1, percent: 10, ceiling: 10}
          removedEdges: {floor: 5, percent: 25}
          updatedObjects: {floor: 10, percent: 30}

    """
}

/// The text in YAML's quotes, which keep it from being read as a number.
private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

/// The README of a new repository.
func startingReadme(target: String) -> String {
    """
    # Identity and access

    Users, groups, policies and agencies, managed by Writ from the commits of this repository.

    | file | what it is |
    |---|---|
    | `writ.yaml` | the targets: which account, in which store, described by which folders |
    | `iam/*.yaml` | the manifests, one object each, several in a file behind `---` |
    | `schemas/` | what editors need to check and complete the manifests |
    | `.writ/\(target).db` | the embedded store; not in git |

    ## A change

    ```console
    $ writ validate --worktree      # what is wrong, at the exact words
    $ git commit -a -m "Bob joins the developers"
    $ writ plan --out plan.json     # what would change, and why
    $ writ apply plan.json          # exactly that, or nothing
    $ writ drift                    # what somebody has changed by hand since
    ```

    Replace the examples in `iam/` by your own people. An object that Writ does not know is never touched; one that leaves
    the manifests is deleted, and guards ask before many are.

    ## Editors

    Each file names its schema in its first line (`# yaml-language-server: $schema=…`): copy the line into new
    files. With an extension that brings yaml-language-server (VS Code: "YAML" by Red Hat) names are completed and
    mistakes underlined while you type; `writ validate` says the rest.

    """
}
