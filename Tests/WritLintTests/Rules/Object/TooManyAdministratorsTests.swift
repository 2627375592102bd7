import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct TooManyAdministratorsTests {
    static let rows: [RuleRow] = [
        .manifests(
            "as many as agreed",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operations}
            spec: {members: [ann], policies: [{system: FullAccess}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            """,
            options: ["limit": .integer(1)]),
        .manifests(
            "many who are none",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: admins}
            spec: {members: [ann, bob], policies: [{system: Tenant Administrator}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {}
            """,
            options: ["limit": .integer(1)]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("too-many-administrators", row) }

    @Test func tellsOfTheTarget() {
        let row = RuleRow.manifests(
            "two",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: operations}
            spec: {members: [ann, bob], policies: [{system: FullAccess}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {}
            """, options: ["limit": .integer(1)])
        expectOfTarget(
            "too-many-administrators", row, ["2 users are administrators, more than 1"],
            notes: ["`ann` is one", "`bob` is one"])
    }
}
