// Written by npm run generate from the schemas of @aws-sdk/client-ecs. Do not edit.

/**
 * Each object of RegisterTaskDefinition with its keys and what each takes: `text`, `integer`, `boolean`, the name of an
 * object, a list of these (`…[]`) or a map of texts (`{text}`). `!` marks what must be there.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export const objects: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  RegisterTaskDefinitionRequest: {
    family: 'text!',
    containerDefinitions: 'ContainerDefinition[]!',
    taskRoleArn: 'text',
    executionRoleArn: 'text',
    networkMode: 'text',
    volumes: 'Volume[]',
    placementConstraints: 'TaskDefinitionPlacementConstraint[]',
    requiresCompatibilities: 'text[]',
    cpu: 'text',
    memory: 'text',
    tags: 'Tag[]',
    pidMode: 'text',
    ipcMode: 'text',
    proxyConfiguration: 'ProxyConfiguration',
    inferenceAccelerators: 'InferenceAccelerator[]',
    ephemeralStorage: 'EphemeralStorage',
    runtimePlatform: 'RuntimePlatform',
    enableFaultInjection: 'boolean',
  },
  ContainerDefinition: {
    name: 'text',
    image: 'text',
    repositoryCredentials: 'RepositoryCredentials',
    cpu: 'integer',
    memory: 'integer',
    memoryReservation: 'integer',
    links: 'text[]',
    portMappings: 'PortMapping[]',
    essential: 'boolean',
    restartPolicy: 'ContainerRestartPolicy',
    entryPoint: 'text[]',
    command: 'text[]',
    environment: 'KeyValuePair[]',
    environmentFiles: 'EnvironmentFile[]',
    mountPoints: 'MountPoint[]',
    volumesFrom: 'VolumeFrom[]',
    linuxParameters: 'LinuxParameters',
    secrets: 'Secret[]',
    dependsOn: 'ContainerDependency[]',
    startTimeout: 'integer',
    stopTimeout: 'integer',
    versionConsistency: 'text',
    hostname: 'text',
    user: 'text',
    workingDirectory: 'text',
    disableNetworking: 'boolean',
    privileged: 'boolean',
    readonlyRootFilesystem: 'boolean',
    dnsServers: 'text[]',
    dnsSearchDomains: 'text[]',
    extraHosts: 'HostEntry[]',
    dockerSecurityOptions: 'text[]',
    interactive: 'boolean',
    pseudoTerminal: 'boolean',
    dockerLabels: '{text}',
    ulimits: 'Ulimit[]',
    logConfiguration: 'LogConfiguration',
    healthCheck: 'HealthCheck',
    systemControls: 'SystemControl[]',
    resourceRequirements: 'ResourceRequirement[]',
    firelensConfiguration: 'FirelensConfiguration',
    credentialSpecs: 'text[]',
  },
  RepositoryCredentials: {
    credentialsParameter: 'text!',
  },
  PortMapping: {
    containerPort: 'integer',
    hostPort: 'integer',
    protocol: 'text',
    name: 'text',
    appProtocol: 'text',
    containerPortRange: 'text',
  },
  ContainerRestartPolicy: {
    enabled: 'boolean!',
    ignoredExitCodes: 'integer[]',
    restartAttemptPeriod: 'integer',
  },
  KeyValuePair: {
    name: 'text',
    value: 'text',
  },
  EnvironmentFile: {
    value: 'text!',
    type: 'text!',
  },
  MountPoint: {
    sourceVolume: 'text',
    containerPath: 'text',
    readOnly: 'boolean',
  },
  VolumeFrom: {
    sourceContainer: 'text',
    readOnly: 'boolean',
  },
  LinuxParameters: {
    capabilities: 'KernelCapabilities',
    devices: 'Device[]',
    initProcessEnabled: 'boolean',
    sharedMemorySize: 'integer',
    tmpfs: 'Tmpfs[]',
    maxSwap: 'integer',
    swappiness: 'integer',
  },
  KernelCapabilities: {
    add: 'text[]',
    drop: 'text[]',
  },
  Device: {
    hostPath: 'text!',
    containerPath: 'text',
    permissions: 'text[]',
  },
  Tmpfs: {
    containerPath: 'text!',
    size: 'integer!',
    mountOptions: 'text[]',
  },
  Secret: {
    name: 'text!',
    valueFrom: 'text!',
  },
  ContainerDependency: {
    containerName: 'text!',
    condition: 'text!',
  },
  HostEntry: {
    hostname: 'text!',
    ipAddress: 'text!',
  },
  Ulimit: {
    name: 'text!',
    softLimit: 'integer!',
    hardLimit: 'integer!',
  },
  LogConfiguration: {
    logDriver: 'text!',
    options: '{text}',
    secretOptions: 'Secret[]',
  },
  HealthCheck: {
    command: 'text[]!',
    interval: 'integer',
    timeout: 'integer',
    retries: 'integer',
    startPeriod: 'integer',
  },
  SystemControl: {
    namespace: 'text',
    value: 'text',
  },
  ResourceRequirement: {
    type: 'text!',
    value: 'text',
    sharingStrategy: 'SharingStrategy',
  },
  SharingStrategy: {
    nvidiaMps: 'NvidiaMpsAllocation',
  },
  NvidiaMpsAllocation: {
    memory: 'integer!',
    maxComputePercent: 'integer',
  },
  FirelensConfiguration: {
    type: 'text!',
    options: '{text}',
  },
  Volume: {
    name: 'text',
    host: 'HostVolumeProperties',
    dockerVolumeConfiguration: 'DockerVolumeConfiguration',
    efsVolumeConfiguration: 'EFSVolumeConfiguration',
    s3filesVolumeConfiguration: 'S3FilesVolumeConfiguration',
    fsxWindowsFileServerVolumeConfiguration: 'FSxWindowsFileServerVolumeConfiguration',
    configuredAtLaunch: 'boolean',
  },
  HostVolumeProperties: {
    sourcePath: 'text',
  },
  DockerVolumeConfiguration: {
    scope: 'text',
    autoprovision: 'boolean',
    driver: 'text',
    driverOpts: '{text}',
    labels: '{text}',
  },
  EFSVolumeConfiguration: {
    fileSystemId: 'text!',
    rootDirectory: 'text',
    transitEncryption: 'text',
    transitEncryptionPort: 'integer',
    authorizationConfig: 'EFSAuthorizationConfig',
  },
  EFSAuthorizationConfig: {
    accessPointId: 'text',
    iam: 'text',
  },
  S3FilesVolumeConfiguration: {
    fileSystemArn: 'text!',
    rootDirectory: 'text',
    transitEncryptionPort: 'integer',
    accessPointArn: 'text',
  },
  FSxWindowsFileServerVolumeConfiguration: {
    fileSystemId: 'text!',
    rootDirectory: 'text!',
    authorizationConfig: 'FSxWindowsFileServerAuthorizationConfig!',
  },
  FSxWindowsFileServerAuthorizationConfig: {
    credentialsParameter: 'text!',
    domain: 'text!',
  },
  TaskDefinitionPlacementConstraint: {
    type: 'text',
    expression: 'text',
  },
  Tag: {
    key: 'text',
    value: 'text',
  },
  ProxyConfiguration: {
    containerName: 'text!',
    type: 'text',
    properties: 'KeyValuePair[]',
  },
  InferenceAccelerator: {
    deviceName: 'text!',
    deviceType: 'text!',
  },
  EphemeralStorage: {
    sizeInGiB: 'integer!',
  },
  RuntimePlatform: {
    cpuArchitecture: 'text',
    operatingSystemFamily: 'text',
  },
};

/** The object that a task definition is. */
export const root = 'RegisterTaskDefinitionRequest';

/**
 * What DescribeTaskDefinition answers and RegisterTaskDefinition does not take.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
 */
export const onlyDescribed: readonly string[] = [
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'deregisteredAt',
  'deleteRequestedAt',
  'registeredBy',
];
