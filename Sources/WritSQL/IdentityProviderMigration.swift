extension Schema {
    /// From schema number 2 to 3: identity providers. Frozen, like every migration.
    ///
    /// A mapping names groups by id, so that a group that is renamed stays named and one that is named stays.
    static let identityProviders =
        objectTable(
            "identity_providers",
            columns: """
                description TEXT, enabled INTEGER CHECK (enabled IN (0, 1)),
                sign_in TEXT CHECK (sign_in IN ('role', 'user')),
                other_logins INTEGER CHECK (other_logins IN (0, 1)), saml_metadata TEXT, oidc_issuer TEXT,
                oidc_authorization_endpoint TEXT,
                oidc_response_mode TEXT CHECK (oidc_response_mode IN ('fragment', 'form_post')),
                oidc_signing_keys TEXT
                """)
        + itemTable(
            "identity_provider_oidc_client_ids", of: "identity_providers", by: "identity_provider_id",
            columns: ["word"])
        + itemTable(
            "identity_provider_oidc_thumbprints", of: "identity_providers", by: "identity_provider_id",
            columns: ["word"])
        + itemTable(
            "identity_provider_oidc_scopes", of: "identity_providers", by: "identity_provider_id",
            columns: ["word"])
        + itemTable(
            "identity_provider_mappings", of: "identity_providers", by: "identity_provider_id",
            columns: ["name", "user_name", "conditions"])
            + """
            CREATE UNIQUE INDEX identity_provider_mappings_by_name
                ON identity_provider_mappings (identity_provider_id, name);

            """
        + itemTable(
            "identity_provider_mapping_groups", of: "identity_providers", by: "identity_provider_id",
            columns: ["mapping", "group_id"])
            + """
            CREATE INDEX identity_provider_mapping_groups_by_group
                ON identity_provider_mapping_groups (group_id);
            CREATE TRIGGER identity_provider_mapping_groups_are_there
            BEFORE INSERT ON identity_provider_mapping_groups
            WHEN NOT EXISTS (SELECT 1 FROM "groups" WHERE id = NEW.group_id)
            BEGIN
                SELECT raise(ABORT, 'a mapping names a group that is not there');
            END;
            CREATE TRIGGER groups_named_by_mappings_stay
            BEFORE DELETE ON "groups"
            WHEN EXISTS (SELECT 1 FROM identity_provider_mapping_groups WHERE group_id = OLD.id)
            BEGIN
                SELECT raise(ABORT, 'a mapping of an identity provider names the group');
            END;
            CREATE TRIGGER identity_provider_mappings_take_their_groups
            AFTER DELETE ON identity_provider_mappings
            BEGIN
                DELETE FROM identity_provider_mapping_groups
                WHERE identity_provider_id = OLD.identity_provider_id AND mapping = OLD.name;
            END;

            """
}
