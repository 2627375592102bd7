/// The line that tells editors the schema of a manifest.
private let schemaLine = "# yaml-language-server: $schema=../schemas/manifest.json\n"

/// `iam/users.yaml`.
let startingUsers =
    schemaLine + """
        #
        # People and programs. What a manifest does not mention, Writ does not manage: it is left as it is.
        apiVersion: writ/v1
        kind: User
        metadata:
          name: alice
        spec:
          displayName: Alice
          email: alice@example.com
          enabled: true
          console:
            enabled: true
            protection: [vmfa]  # second factors asked for at login
        ---
        apiVersion: writ/v1
        kind: User
        metadata:
          name: bob
        spec:
          displayName: Bob
          email: bob@example.com
          enabled: true
        ---
        apiVersion: writ/v1
        kind: User
        metadata:
          name: deploy-robot
        spec:
          description: Deploys from the pipeline
          enabled: true
          console: {enabled: false}
          programmatic: true

        """

/// `iam/groups.yaml`.
let startingGroups =
    schemaLine + """
        #
        # A list has a mode:
        #   members: [alice, bob]             exactly these; others are removed
        #   members: {atLeast: [alice]}       these, and whoever else is there
        #   members: {none: [mallory]}        never this one
        #   members: []                       owned, and empty
        # Without the line nobody's membership is managed here.
        apiVersion: writ/v1
        kind: Group
        metadata:
          name: administrators
          protect: somebody has to be able to let people in  # never deleted, renamed or emptied
        spec:
          description: Can do everything
          members: [alice]
          policies:
            - {system: FullAccess}  # built into the vendor's cloud
        ---
        apiVersion: writ/v1
        kind: Group
        metadata:
          name: developers
          # formerly: [engineers]                             # to rename in place, put the old name here
        spec:
          description: Builds and runs the shop
          members: [alice, bob]
          policies:
            - shop-files-read  # declared in policies.yaml
            - {system: IAM ReadOnlyAccess}
            # Until a day, in one project:
            # - {name: shop-files-write, scope: {project: cn-north-4}, expires: 2027-01-31}
        ---
        apiVersion: writ/v1
        kind: Group
        metadata:
          name: robots
        spec:
          members: [deploy-robot]
          policies: [shop-files-write]

        """

/// `iam/policies.yaml`.
let startingPolicies =
    schemaLine + """
        #
        # What is allowed, in the vendor's own language: here, or in a file (documentFile: shop.json).
        apiVersion: writ/v1
        kind: Policy
        metadata:
          name: shop-files-read
        spec:
          description: Read the files of the shop
          document:
            Version: "1.1"  # in quotes: without them YAML reads a number
            Statement:
              - Effect: Allow
                Action: ["obs:object:GetObject", "obs:bucket:ListBucket"]
                Resource: ["OBS:*:*:bucket:shop", "OBS:*:*:object:shop/*"]
        ---
        apiVersion: writ/v1
        kind: Policy
        metadata:
          name: shop-files-write
        spec:
          description: Change the files of the shop
          document:
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["obs:object:PutObject", "obs:object:DeleteObject"]
                Resource: ["OBS:*:*:object:shop/*"]

        """

/// `iam/agencies.yaml`.
let startingAgencies =
    schemaLine + """
        #
        # Delegations: who outside of this account may act in it, and as what.
        apiVersion: writ/v1
        kind: Agency
        metadata:
          name: auditor
        spec:
          description: The yearly audit
          trust: [{account: audit-company}]
          duration: 30d
          policies:
            - {system: IAM ReadOnlyAccess}

        """

/// `iam/password-policy.yaml`.
let startingPasswordPolicy =
    schemaLine + """
        #
        # An account has one, so its name is always `default`.
        apiVersion: writ/v1
        kind: PasswordPolicy
        metadata:
          name: default
        spec:
          minimumLength: 12
          minimumCharacterClasses: 3
          forbidUserName: true
          history: 5

        """
