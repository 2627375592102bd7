/// Methods of AWS that hand an existing role to something new that runs under it.
///
/// Source: cloudsplaining 0.9.1 (BSD-3-Clause), in its order.
let awsNewComputeMethods: [EscalationMethod] = [
    .becoming(
        "create-ec2-with-existing-ip", "starts a server under",
        .agency(.carried(["ec2"])), passRole,
        EscalationNeed("ec2:RunInstances", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-lambda-then-invoke", "makes and calls a function under",
        .agency(.carried(["lambda"])), passRole,
        EscalationNeed("lambda:CreateFunction", on: .anything),
        EscalationNeed("lambda:InvokeFunction", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-lambda-then-trigger-with-new-dynamo",
        "makes a function, woken by a new table, under",
        .agency(.carried(["lambda"])), passRole,
        EscalationNeed("lambda:CreateFunction", on: .anything),
        EscalationNeed("lambda:CreateEventSourceMapping", on: .anything),
        EscalationNeed("dynamodb:CreateTable", on: .anything),
        EscalationNeed("dynamodb:PutItem", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-lambda-then-trigger-with-existing-dynamo",
        "makes a function, woken by an existing table, under",
        .agency(.carried(["lambda"])), passRole,
        EscalationNeed("lambda:CreateFunction", on: .anything),
        EscalationNeed("lambda:CreateEventSourceMapping", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-glue-dev-endpoint", "makes a development endpoint under",
        .agency(.carried(["glue"])), passRole,
        EscalationNeed("glue:CreateDevEndpoint", on: .anything)),
    .becoming(
        "pass-existing-role-to-cloud-formation", "makes a stack under",
        .agency(.carried(["cloudformation"])), passRole,
        EscalationNeed("cloudformation:CreateStack", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-data-pipeline", "makes a pipeline under",
        .agency(.carried(["datapipeline"])), passRole,
        EscalationNeed("datapipeline:CreatePipeline", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-app-runner-service", "makes a service under",
        .agency(.carried(["apprunner"])), passRole,
        EscalationNeed("apprunner:CreateService", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-bedrock-code-interpreter", "makes a code interpreter under",
        .agency(.carried(["bedrock"])), passRole,
        EscalationNeed("bedrock-agentcore:CreateCodeInterpreter", on: .anything),
        EscalationNeed("bedrock-agentcore:StartCodeInterpreterSession", on: .anything),
        EscalationNeed("bedrock-agentcore:InvokeCodeInterpreter", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-cloud-formation-stack-set", "makes a stack set under",
        .agency(.carried(["cloudformation"])), passRole,
        EscalationNeed("cloudformation:CreateStackSet", on: .anything),
        EscalationNeed("cloudformation:CreateStackInstances", on: .anything)),
    .becoming(
        "pass-role-to-update-cloud-formation-stack-set", "changes a stack set to run under",
        .agency(.carried(["cloudformation"])), passRole,
        EscalationNeed("cloudformation:UpdateStackSet", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-code-build-project-then-build", "makes and runs a build under",
        .agency(.carried(["codebuild"])), passRole,
        EscalationNeed("codebuild:CreateProject", on: .anything),
        EscalationNeed("codebuild:StartBuild", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-code-build-project-then-build-batch",
        "makes and runs a batch of builds under",
        .agency(.carried(["codebuild"])), passRole,
        EscalationNeed("codebuild:CreateProject", on: .anything),
        EscalationNeed("codebuild:StartBuildBatch", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-ec2-spot-instance", "asks for a spot server under",
        .agency(.carried(["ec2"])), passRole,
        EscalationNeed("ec2:RequestSpotInstances", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-ecs-cluster-service-task", "makes a cluster with a service under",
        .agency(.carried(["ecs"])), passRole,
        EscalationNeed("ecs:CreateCluster", on: .anything),
        EscalationNeed("ecs:RegisterTaskDefinition", on: .anything),
        EscalationNeed("ecs:CreateService", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-ecs-cluster-run-task", "makes a cluster with a task under",
        .agency(.carried(["ecs"])), passRole,
        EscalationNeed("ecs:CreateCluster", on: .anything),
        EscalationNeed("ecs:RegisterTaskDefinition", on: .anything),
        EscalationNeed("ecs:RunTask", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-ecs-service", "makes a container service under",
        .agency(.carried(["ecs"])), passRole,
        EscalationNeed("ecs:RegisterTaskDefinition", on: .anything),
        EscalationNeed("ecs:CreateService", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-ecs-task-via-run-task", "runs a container under",
        .agency(.carried(["ecs"])), passRole,
        EscalationNeed("ecs:RegisterTaskDefinition", on: .anything),
        EscalationNeed("ecs:RunTask", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-ecs-task-via-start-task", "starts a container under",
        .agency(.carried(["ecs"])), passRole,
        EscalationNeed("ecs:RegisterTaskDefinition", on: .anything),
        EscalationNeed("ecs:StartTask", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-glue-job-then-run", "makes and runs a job under",
        .agency(.carried(["glue"])), passRole,
        EscalationNeed("glue:CreateJob", on: .anything), EscalationNeed("glue:StartJobRun", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-glue-job-via-trigger", "makes a job with a trigger under",
        .agency(.carried(["glue"])), passRole,
        EscalationNeed("glue:CreateJob", on: .anything), EscalationNeed("glue:CreateTrigger", on: .anything)),
    .becoming(
        "pass-existing-role-to-updated-glue-job-then-run", "changes and runs a job under",
        .agency(.carried(["glue"])), passRole,
        EscalationNeed("glue:UpdateJob", on: .anything), EscalationNeed("glue:StartJobRun", on: .anything)),
    .becoming(
        "pass-existing-role-to-updated-glue-job-via-trigger", "changes a job with a trigger to run under",
        .agency(.carried(["glue"])), passRole,
        EscalationNeed("glue:UpdateJob", on: .anything), EscalationNeed("glue:CreateTrigger", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-lambda-then-add-permission", "makes a function that others may call under",
        .agency(.carried(["lambda"])), passRole,
        EscalationNeed("lambda:CreateFunction", on: .anything),
        EscalationNeed("lambda:AddPermission", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-sage-maker-notebook-instance", "makes a notebook under",
        .agency(.carried(["sagemaker"])), passRole,
        EscalationNeed("sagemaker:CreateNotebookInstance", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-sage-maker-training-job", "trains a model under",
        .agency(.carried(["sagemaker"])), passRole,
        EscalationNeed("sagemaker:CreateTrainingJob", on: .anything)),
    .becoming(
        "pass-existing-role-to-new-sage-maker-processing-job", "processes data under",
        .agency(.carried(["sagemaker"])), passRole,
        EscalationNeed("sagemaker:CreateProcessingJob", on: .anything)),
]

private let passRole = EscalationNeed("iam:PassRole", on: .target, .service)
