extension Schema {
    /// From schema number 1 to 2: security settings and projects. Frozen, like every migration.
    static let securitySettingsAndProjects =
        objectTable(
            "security_settings",
            columns: """
                session_idle_minutes INTEGER, session_maximum_hours INTEGER, lockout_failures INTEGER,
                lockout_window_minutes INTEGER, lockout_minutes INTEGER, inactivity_days INTEGER,
                operation_protection_enabled INTEGER CHECK (operation_protection_enabled IN (0, 1)),
                operation_protection_verifier_email TEXT, operation_protection_verifier_phone TEXT
                """, nameCheck: "CHECK (name = 'default')")
        + itemTable(
            "security_settings_self_service", of: "security_settings", by: "security_settings_id",
            columns: ["word"])
        + itemTable(
            "security_settings_console_allow_from", of: "security_settings", by: "security_settings_id",
            columns: ["range", "note"])
        + itemTable(
            "security_settings_api_allow_from", of: "security_settings", by: "security_settings_id",
            columns: ["range", "note"])
        + objectTable(
            "projects",
            columns: "description TEXT, enabled INTEGER CHECK (enabled IN (0, 1)), parent TEXT")
}
