import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct EndedConditionTests {
    static let rows: [RuleRow] = [
        .manifests(
            "an end in the past",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document:
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {DateLessThan: {⟦"g:CurrentTime"⟧: ["2022-01-01T00:00:00Z"]}}
            """, messages: ["the statement ended: no request from 2026-11-22T00:00:00Z on meets its dates"]),
        .manifests(
            "an end in the past of a span",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document:
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {DateGreaterThan: {"g:CurrentTime": ["2021-01-01"]}, DateLessThan: {⟦"g:CurrentTime"⟧: ["2022-01-01"]}}
            """),
        .manifests(
            "an end to come",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document:
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {DateLessThan: {"g:CurrentTime": ["2027-01-01"]}}
            """),
        .manifests(
            "a start in the past",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document:
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {DateGreaterThan: {"g:CurrentTime": ["2022-01-01"]}}
            """),
        .manifests(
            "another date",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document:
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {DateLessThan: {"obs:until": ["2022-01-01"]}}
            """),
        .manifests(
            "dates that never were",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document:
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {DateGreaterThan: {"g:CurrentTime": ["2022-01-01"]}, DateLessThan: {"g:CurrentTime": ["2021-01-01"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("ended-condition", row) }
}
