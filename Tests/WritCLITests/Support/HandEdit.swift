import Testing

/// A change by hand in the store, and how `writ drift` tells of it.
struct HandEdit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sql: String
    /// The object's address, and the line that says what happened to it.
    let address: String
    let line: String

    init(_ description: String, _ sql: String, _ address: String, _ line: String) {
        testDescription = description
        self.sql = sql
        self.address = address
        self.line = line
    }

    static let all = [
        HandEdit(
            "a user's e-mail address is changed",
            "UPDATE users SET email = 'mallory@evil.example' WHERE name = 'li.na'", "user/li.na",
            "~ email    applied \"li.na@meridian-pay.example\", in the store \"mallory@evil.example\""),
        HandEdit(
            "a user's second factor is taken away",
            """
            DELETE FROM user_console_protection WHERE user_id =
            (SELECT id FROM users WHERE name = 'hana.kim')
            """,
            "user/hana.kim", "~ console.protection    applied [vmfa], in the store unset"),
        HandEdit(
            "a group's description is lost", "UPDATE groups SET description = NULL WHERE name = 'finance'",
            "group/finance",
            "~ description    applied \"Pays the bills and watches the budget\", in the store unset"),
        HandEdit(
            "a policy allows more",
            """
            UPDATE policies SET document =
            '{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["*:*:*"]}]}'
            WHERE name = 'billing-view'
            """, "policy/billing-view", "+ Allow *:*:*"),
        HandEdit(
            "an agency trusts another account",
            """
            INSERT INTO agency_trust SELECT id, 'account', 'mallory' FROM agencies
            WHERE name = 'settlement-bank'
            """,
            "agency/settlement-bank",
            "~ trust    applied [account harbour-bank-settlement], "
                + "in the store [account harbour-bank-settlement, account mallory]"),
        HandEdit(
            "the password policy is weakened", "UPDATE password_policy SET minimum_length = 6",
            "password-policy/default", "~ minimumLength    applied 14, in the store 6"),
        HandEdit(
            "a member is removed",
            """
            DELETE FROM memberships WHERE user_id = (SELECT id FROM users WHERE name = 'ken.ito')
            AND group_id = (SELECT id FROM groups WHERE name = 'payments')
            """, "group/payments", "- member ken.ito removed in the store"),
        HandEdit(
            "an administrator is added",
            """
            INSERT INTO memberships (user_id, group_id) SELECT u.id, g.id FROM users u, groups g
            WHERE u.name = 'ben.carter' AND g.name = 'administrators'
            """, "group/administrators", "+ member ben.carter added in the store"),
        HandEdit(
            "somebody is added whom the group forbids",
            """
            INSERT INTO memberships (user_id, group_id) SELECT u.id, g.id FROM users u, groups g
            WHERE u.name = 'ext.paul.keller' AND g.name = 'all-staff'
            """, "group/all-staff",
            "+ member ext.paul.keller added in the store, where a `none` list forbids it"),
        HandEdit(
            "a denial is detached",
            """
            DELETE FROM attachments WHERE policy_id = (SELECT id FROM policies WHERE name = 'deny-card-data')
            AND principal_id = (SELECT id FROM groups WHERE name = 'support')
            """, "group/support", "- deny-card-data detached in the store"),
        HandEdit(
            "everything is attached to a robot",
            """
            INSERT INTO attachments (principal_kind, principal_id, system_policy)
            SELECT 'user', id, 'FullAccess' FROM users WHERE name = 'ci-payments'
            """, "user/ci-payments", "+ FullAccess (system) attached in the store"),
        HandEdit(
            "a contractor's access is prolonged",
            """
            UPDATE attachments SET expires_at = NULL WHERE principal_id =
            (SELECT id FROM users WHERE name = 'ext.viktor.horvath') AND scope = 'project'
            """, "user/ext.viktor.horvath",
            "~ network-change in project eu-west-101    applied until 2027-06-30, in the store without end"),
        HandEdit(
            "a group is deleted",
            """
            DELETE FROM attachments WHERE principal_id = (SELECT id FROM groups WHERE name = 'data');
            DELETE FROM memberships WHERE group_id = (SELECT id FROM groups WHERE name = 'data');
            DELETE FROM groups WHERE name = 'data'
            """, "group/data", "- deleted in the store"),
    ]
}
