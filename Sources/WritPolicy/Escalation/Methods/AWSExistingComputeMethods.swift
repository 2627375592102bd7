/// Methods of AWS that take over something that runs under a role already.
///
/// Source: cloudsplaining 0.9.1 (BSD-3-Clause), in its order.
let awsExistingComputeMethods: [EscalationMethod] = [
    .becoming(
        "update-existing-glue-dev-endpoint", "puts its own key on a development endpoint that runs under",
        .agency(.carried(["glue"])),
        EscalationNeed("glue:UpdateDevEndpoint", on: .anything), severity: .high,
        proviso: "such an endpoint exists"),
    .becoming(
        "edit-existing-lambda-function-with-role", "replaces the code of a function that runs under",
        .agency(.carried(["lambda"])),
        EscalationNeed("lambda:UpdateFunctionCode", on: .anything), severity: .high,
        proviso: "such a function exists"),
    .becoming(
        "access-existing-bedrock-code-interpreter-session", "runs code in an interpreter under",
        .agency(.carried(["bedrock"])),
        EscalationNeed("bedrock-agentcore:StartCodeInterpreterSession", on: .anything),
        EscalationNeed("bedrock-agentcore:InvokeCodeInterpreter", on: .anything), severity: .high,
        proviso: "such an interpreter exists"),
    .becoming(
        "execute-cloud-formation-change-set", "changes a stack that runs under",
        .agency(.carried(["cloudformation"])),
        EscalationNeed("cloudformation:CreateChangeSet", on: .anything),
        EscalationNeed("cloudformation:ExecuteChangeSet", on: .anything), severity: .high,
        proviso: "such a stack exists"),
    .becoming(
        "modify-ec2-instance-user-data-then-restart", "replaces what a server runs at its start under",
        .agency(.carried(["ec2"])),
        EscalationNeed("ec2:ModifyInstanceAttribute", on: .anything),
        EscalationNeed("ec2:StopInstances", on: .anything),
        EscalationNeed("ec2:StartInstances", on: .anything), severity: .high,
        proviso: "such a server exists"),
    .becoming(
        "modify-existing-ec2-launch-template", "changes what new servers of a template run under",
        .agency(.carried(["ec2"])),
        EscalationNeed("ec2:CreateLaunchTemplateVersion", on: .anything),
        EscalationNeed("ec2:ModifyLaunchTemplate", on: .anything), severity: .high,
        proviso: "such a template exists"),
    .becoming(
        "ec2-instance-connect-send-ssh-public-key", "logs in to a server that runs under",
        .agency(.carried(["ec2"])),
        EscalationNeed("ec2-instance-connect:SendSSHPublicKey", on: .anything),
        EscalationNeed("ec2:DescribeInstances", on: .anything), severity: .high,
        proviso: "such a server exists"),
    .becoming(
        "ecs-execute-command-on-running-task", "runs a command in a container under",
        .agency(.carried(["ecs"])),
        EscalationNeed("ecs:ExecuteCommand", on: .anything),
        EscalationNeed("ecs:DescribeTasks", on: .anything), severity: .high,
        proviso: "such a container runs"),
    .becoming(
        "update-and-invoke-lambda-function", "replaces the code of, and calls, a function that runs under",
        .agency(.carried(["lambda"])),
        EscalationNeed("lambda:UpdateFunctionCode", on: .anything),
        EscalationNeed("lambda:InvokeFunction", on: .anything), severity: .high,
        proviso: "such a function exists"),
    .becoming(
        "update-lambda-function-and-add-permission",
        "replaces the code of, and opens, a function that runs under",
        .agency(.carried(["lambda"])),
        EscalationNeed("lambda:UpdateFunctionCode", on: .anything),
        EscalationNeed("lambda:AddPermission", on: .anything), severity: .high,
        proviso: "such a function exists"),
    .becoming(
        "create-presigned-sage-maker-notebook-url", "opens a notebook that runs under",
        .agency(.carried(["sagemaker"])),
        EscalationNeed("sagemaker:CreatePresignedNotebookInstanceUrl", on: .anything), severity: .high,
        proviso: "such a notebook exists"),
    .becoming(
        "update-sage-maker-notebook-lifecycle-config", "changes what a notebook runs at its start under",
        .agency(.carried(["sagemaker"])),
        EscalationNeed("sagemaker:CreateNotebookInstanceLifecycleConfig", on: .anything),
        EscalationNeed("sagemaker:StopNotebookInstance", on: .anything),
        EscalationNeed("sagemaker:UpdateNotebookInstance", on: .anything),
        EscalationNeed("sagemaker:StartNotebookInstance", on: .anything), severity: .high,
        proviso: "such a notebook exists"),
]
