export const id = 2893;
export const ids = [2893];
export const modules = {

/***/ 7050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ defaultProvider)
/* harmony export */ });
// once-wanted:chain
var defaultProvider = (init) => {
  let chain;
  return async (properties) => {
    chain ??= __webpack_require__.e(/* import() */ 7045).then(__webpack_require__.bind(__webpack_require__, 7045)).then(({ defaultProvider: defaultProvider2 }) => defaultProvider2(init));
    return (await chain)(properties);
  };
};




/***/ }),

/***/ 8131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DescribeSecretCommand: () => (/* binding */ DescribeSecretCommand),
/* harmony export */   GetResourcePolicyCommand: () => (/* binding */ GetResourcePolicyCommand),
/* harmony export */   SecretsManagerClient: () => (/* binding */ SecretsManagerClient)
/* harmony export */ });
/* harmony import */ var _sdk_U4YFBFP6_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7050);
/* harmony import */ var _sdk_C7UQBCTE_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(206);
/* harmony import */ var _sdk_2IEGLLJO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5364);
/* harmony import */ var _sdk_N4MAO3E4_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8385);
/* harmony import */ var _sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7348);
/* harmony import */ var _sdk_TBFNLZPV_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9192);
/* harmony import */ var _sdk_OPTJSIVF_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(371);
/* harmony import */ var _sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5298);
/* harmony import */ var _sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(194);
/* harmony import */ var _sdk_AITBGQIM_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4676);











// node_modules/@aws-sdk/client-secrets-manager/dist-es/auth/httpAuthSchemeProvider.js
var defaultSecretsManagerHttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: (0,_sdk_AITBGQIM_js__WEBPACK_IMPORTED_MODULE_8__/* .getSmithyContext */ .ug)(context).operation,
    region: await (0,_sdk_AITBGQIM_js__WEBPACK_IMPORTED_MODULE_8__/* .normalizeProvider */ .te)(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "secretsmanager",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultSecretsManagerHttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig = (config) => {
  const config_0 = (0,_sdk_C7UQBCTE_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveAwsSdkSigV4Config */ .ho)(config);
  return Object.assign(config_0, {
    authSchemePreference: (0,_sdk_AITBGQIM_js__WEBPACK_IMPORTED_MODULE_8__/* .normalizeProvider */ .te)(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "secretsmanager"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-secrets-manager/package.json
var package_default = { name: "@aws-sdk/client-secrets-manager", version: "3.1162.0" };

// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/bdd.js
var m = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = "stringEquals";
var h = { [m]: "Endpoint" };
var i = { [m]: d };
var j = { "fn": f, "argv": [i, "name"] };
var k = {};
var l = [{ [m]: "Region" }];
var _data = {
  conditions: [
    [c, [h]],
    [c, l],
    ["aws.partition", l, d],
    [e, [{ [m]: "UseFIPS" }, b]],
    [e, [{ [m]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [i, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [i, "supportsFIPS"] }, b]],
    [g, [j, "aws"]],
    [g, [j, "aws-cn"]],
    [g, [j, "aws-us-gov"]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [h, k],
    ["https://secretsmanager-fips.{Region}.amazonaws.com", k],
    ["https://secretsmanager-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://secretsmanager-fips.{Region}.{PartitionResult#dnsSuffix}", k],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://secretsmanager.{Region}.amazonaws.com", k],
    ["https://secretsmanager.{Region}.amazonaws.com.cn", k],
    ["https://secretsmanager.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://secretsmanager.{Region}.{PartitionResult#dnsSuffix}", k],
    [a, "Invalid Configuration: Missing Region"]
  ]
};
var root = 2;
var r = 1e8;
var nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  17,
  3,
  1,
  4,
  r + 14,
  2,
  5,
  r + 14,
  3,
  11,
  6,
  4,
  7,
  r + 13,
  5,
  8,
  r + 12,
  7,
  r + 9,
  9,
  8,
  r + 10,
  10,
  9,
  r + 9,
  r + 11,
  4,
  13,
  12,
  6,
  r + 7,
  r + 8,
  5,
  14,
  r + 6,
  6,
  15,
  r + 6,
  7,
  r + 4,
  16,
  9,
  r + 4,
  r + 5,
  3,
  r + 1,
  18,
  4,
  r + 2,
  r + 3
]);
var bdd = _sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .BinaryDecisionDiagram */ .d5.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/endpointResolver.js
var cache = new _sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .EndpointCache */ .kS({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver = (endpointParams, context = {}) => {
  return cache.get(endpointParams, () => (0,_sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .decideEndpoint */ .cH)(bdd, {
    endpointParams,
    logger: context.logger
  }));
};
_sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .customEndpointFunctions */ .mw.aws = _sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .awsEndpointFunctions */ .UF;

// node_modules/@aws-sdk/client-secrets-manager/dist-es/models/SecretsManagerServiceException.js
var SecretsManagerServiceException = class _SecretsManagerServiceException extends _sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .ServiceException */ .TJ {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.secretsmanager#SecretsManagerServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _SecretsManagerServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/schemas/schemas_0.js
var _AAD = "AutomaticallyAfterDays";
var _ARN = "ARN";
var _CD = "CreatedDate";
var _D = "Description";
var _DDe = "DeletedDate";
var _DSRes = "DescribeSecretRequest";
var _DSResc = "DescribeSecretResponse";
var _DSe = "DescribeSecret";
var _Du = "Duration";
var _ESRM = "ExternalSecretRotationMetadata";
var _ESRMI = "ExternalSecretRotationMetadataItem";
var _ESRMT = "ExternalSecretRotationMetadataType";
var _ESRRA = "ExternalSecretRotationRoleArn";
var _GRPRet = "GetResourcePolicyRequest";
var _GRPRete = "GetResourcePolicyResponse";
var _GRPe = "GetResourcePolicy";
var _K = "Key";
var _KKI = "KmsKeyId";
var _LAD = "LastAccessedDate";
var _LCD = "LastChangedDate";
var _LRD = "LastRotatedDate";
var _N = "Name";
var _NRD = "NextRotationDate";
var _OS = "OwningService";
var _PR = "PrimaryRegion";
var _R = "Region";
var _RE = "RotationEnabled";
var _RLARN = "RotationLambdaARN";
var _RPe = "ResourcePolicy";
var _RR = "RotationRules";
var _RRTo = "RotationRulesType";
var _RS = "ReplicationStatus";
var _RSLT = "ReplicationStatusListType";
var _RST = "ReplicationStatusType";
var _S = "Status";
var _SE = "ScheduleExpression";
var _SI = "SecretId";
var _SM = "StatusMessage";
var _SVTSMT = "SecretVersionsToStagesMapType";
var _T = "Tags";
var _TLT = "TagListType";
var _Ta = "Tag";
var _Ty = "Type";
var _V = "Value";
var _VITS = "VersionIdsToStages";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.secretsmanager";
var n0 = "com.amazonaws.secretsmanager";
var _s_registry = new _sdk_AITBGQIM_js__WEBPACK_IMPORTED_MODULE_8__/* .TypeRegistry */ .OF(_s);
var SecretsManagerServiceException$ = [-3, _s, "SecretsManagerServiceException", 0, [], []];
_s_registry.registerError(SecretsManagerServiceException$, SecretsManagerServiceException);
var n0_registry = new _sdk_AITBGQIM_js__WEBPACK_IMPORTED_MODULE_8__/* .TypeRegistry */ .OF(n0);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var DescribeSecretRequest$ = [
  3,
  n0,
  _DSRes,
  0,
  [_SI],
  [0],
  1
];
var DescribeSecretResponse$ = [
  3,
  n0,
  _DSResc,
  0,
  [_ARN, _N, _Ty, _D, _KKI, _RE, _RLARN, _RR, _ESRM, _ESRRA, _LRD, _LCD, _LAD, _DDe, _NRD, _T, _VITS, _OS, _CD, _PR, _RS],
  [0, 0, 0, 0, 0, 2, 0, () => RotationRulesType$, () => ExternalSecretRotationMetadataType, 0, 4, 4, 4, 4, 4, () => TagListType, [2, n0, _SVTSMT, 0, 0, 64], 0, 4, 0, () => ReplicationStatusListType]
];
var ExternalSecretRotationMetadataItem$ = [
  3,
  n0,
  _ESRMI,
  0,
  [_K, _V],
  [0, 0]
];
var GetResourcePolicyRequest$ = [
  3,
  n0,
  _GRPRet,
  0,
  [_SI],
  [0],
  1
];
var GetResourcePolicyResponse$ = [
  3,
  n0,
  _GRPRete,
  0,
  [_ARN, _N, _RPe],
  [0, 0, 0]
];
var ReplicationStatusType$ = [
  3,
  n0,
  _RST,
  0,
  [_R, _KKI, _S, _SM, _LAD],
  [0, 0, 0, 0, 4]
];
var RotationRulesType$ = [
  3,
  n0,
  _RRTo,
  0,
  [_AAD, _Du, _SE],
  [1, 0, 0]
];
var Tag$ = [
  3,
  n0,
  _Ta,
  0,
  [_K, _V],
  [0, 0]
];
var ExternalSecretRotationMetadataType = [
  1,
  n0,
  _ESRMT,
  0,
  () => ExternalSecretRotationMetadataItem$
];
var FilterValuesStringList = (/* unused pure expression or super */ null && (64 | 0));
var KmsKeyIdListType = (/* unused pure expression or super */ null && (64 | 0));
var RemoveReplicaRegionListType = (/* unused pure expression or super */ null && (64 | 0));
var ReplicationStatusListType = [
  1,
  n0,
  _RSLT,
  0,
  () => ReplicationStatusType$
];
var SecretIdListType = (/* unused pure expression or super */ null && (64 | 0));
var SecretVersionStagesType = (/* unused pure expression or super */ null && (64 | 0));
var TagKeyListType = (/* unused pure expression or super */ null && (64 | 0));
var TagListType = [
  1,
  n0,
  _TLT,
  0,
  () => Tag$
];
var SecretVersionsToStagesMapType = [
  2,
  n0,
  _SVTSMT,
  0,
  0,
  64 | 0
];
var DescribeSecret$ = [
  9,
  n0,
  _DSe,
  0,
  () => DescribeSecretRequest$,
  () => DescribeSecretResponse$
];
var GetResourcePolicy$ = [
  9,
  n0,
  _GRPe,
  0,
  () => GetResourcePolicyRequest$,
  () => GetResourcePolicyResponse$
];

// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2017-10-17",
    base64Decoder: config?.base64Decoder ?? _sdk_OPTJSIVF_js__WEBPACK_IMPORTED_MODULE_5__/* .fromBase64 */ .Ey,
    base64Encoder: config?.base64Encoder ?? _sdk_OPTJSIVF_js__WEBPACK_IMPORTED_MODULE_5__/* .toBase64 */ .nk,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSecretsManagerHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new _sdk_C7UQBCTE_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsSdkSigV4Signer */ .f2()
      }
    ],
    logger: config?.logger ?? new _sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .NoOpLogger */ .N4(),
    protocol: config?.protocol ?? _sdk_C7UQBCTE_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsJson1_1Protocol */ .TE,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.secretsmanager",
      errorTypeRegistries,
      version: "2017-10-17",
      serviceTarget: "secretsmanager"
    },
    serviceId: config?.serviceId ?? "Secrets Manager",
    sha256: config?.sha256 ?? _sdk_N4MAO3E4_js__WEBPACK_IMPORTED_MODULE_2__/* .Sha256Node */ .T,
    urlParser: config?.urlParser ?? _sdk_AITBGQIM_js__WEBPACK_IMPORTED_MODULE_8__/* .parseUrl */ .Dl,
    utf8Decoder: config?.utf8Decoder ?? _sdk_OPTJSIVF_js__WEBPACK_IMPORTED_MODULE_5__/* .fromUtf8 */ .ar,
    utf8Encoder: config?.utf8Encoder ?? _sdk_OPTJSIVF_js__WEBPACK_IMPORTED_MODULE_5__/* .toUtf8 */ .Pq
  };
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  (0,_sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .emitWarningIfUnsupportedVersion */ .I9)(process.version);
  const defaultsMode = (0,_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveDefaultsModeConfig */ .IZ)(config);
  const defaultConfigProvider = () => defaultsMode().then(_sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfigsForDefaultMode */ .lT);
  const clientSharedValues = getRuntimeConfig(config);
  (0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .emitWarningIfUnsupportedVersion */ .I9)(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? (0,_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .loadConfig */ .Z9)(_sdk_C7UQBCTE_js__WEBPACK_IMPORTED_MODULE_0__/* .NODE_AUTH_SCHEME_PREFERENCE_OPTIONS */ .$S, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? _sdk_OPTJSIVF_js__WEBPACK_IMPORTED_MODULE_5__/* .calculateBodyLength */ .n8,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? _sdk_U4YFBFP6_js__WEBPACK_IMPORTED_MODULE_9__/* .defaultProvider */ .v,
    defaultSocketTimeout: (0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .getDefaultSocketTimeout */ .ED)(config?.requestHandler, 3e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .createDefaultUserAgentProvider */ .pf)({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    maxAttempts: config?.maxAttempts ?? (0,_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .loadConfig */ .Z9)(_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .NODE_MAX_ATTEMPT_CONFIG_OPTIONS */ .qs, config),
    region: config?.region ?? (0,_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .loadConfig */ .Z9)(_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .NODE_REGION_CONFIG_OPTIONS */ .GG, { ..._sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .NODE_REGION_CONFIG_FILE_OPTIONS */ .zH, ...loaderConfig }),
    requestHandler: _sdk_2IEGLLJO_js__WEBPACK_IMPORTED_MODULE_1__/* .NodeHttpHandler */ .$.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? (0,_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .loadConfig */ .Z9)({
      ..._sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .NODE_RETRY_MODE_CONFIG_OPTIONS */ .kN,
      default: async () => (await defaultConfigProvider()).retryMode || _sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_RETRY_MODE */ .L0
    }, config),
    streamCollector: config?.streamCollector ?? _sdk_OPTJSIVF_js__WEBPACK_IMPORTED_MODULE_5__/* .streamCollector */ .kv,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .loadConfig */ .Z9)(_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS */ .e$, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? (0,_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .loadConfig */ .Z9)(_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS */ .Ko, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? (0,_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .loadConfig */ .Z9)(_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .NODE_APP_ID_CONFIG_OPTIONS */ .hV, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign((0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .getAwsRegionExtensionConfiguration */ .Rq)(runtimeConfig), (0,_sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .getDefaultExtensionConfiguration */ .xA)(runtimeConfig), (0,_sdk_TBFNLZPV_js__WEBPACK_IMPORTED_MODULE_4__/* .getHttpHandlerExtensionConfiguration */ .eS)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, (0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveAwsRegionExtensionConfiguration */ .$3)(extensionConfiguration), (0,_sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveDefaultRuntimeConfig */ .uv)(extensionConfiguration), (0,_sdk_TBFNLZPV_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveHttpHandlerRuntimeConfig */ .jt)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/SecretsManagerClient.js
var SecretsManagerClient = class extends _sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .Client */ .Kj {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig2(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters(_config_0);
    const _config_2 = (0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveUserAgentConfig */ .Dc)(_config_1);
    const _config_3 = (0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveRetryConfig */ .$z)(_config_2);
    const _config_4 = (0,_sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveRegionConfig */ .TD)(_config_3);
    const _config_5 = (0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveHostHeaderConfig */ .OV)(_config_4);
    const _config_6 = (0,_sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveEndpointConfig */ .Co)(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
    const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use((0,_sdk_AITBGQIM_js__WEBPACK_IMPORTED_MODULE_8__/* .getSchemaSerdePlugin */ .wq)(this.config));
    this.middlewareStack.use((0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .getUserAgentPlugin */ .sM)(this.config));
    this.middlewareStack.use((0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .getRetryPlugin */ .ey)(this.config));
    this.middlewareStack.use((0,_sdk_TBFNLZPV_js__WEBPACK_IMPORTED_MODULE_4__/* .getContentLengthPlugin */ .vK)(this.config));
    this.middlewareStack.use((0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .getHostHeaderPlugin */ .TC)(this.config));
    this.middlewareStack.use((0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .getLoggerPlugin */ .Y7)(this.config));
    this.middlewareStack.use((0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .getRecursionDetectionPlugin */ .n4)(this.config));
    this.middlewareStack.use((0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .getHttpAuthSchemeEndpointRuleSetPlugin */ .wB)(this.config, {
      httpAuthSchemeParametersProvider: defaultSecretsManagerHttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new _sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .DefaultIdentityProviderConfig */ .h$({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use((0,_sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_3__/* .getHttpSigningPlugin */ .lW)(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commandBuilder.js
var command = (0,_sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .makeBuilder */ .k8)(commonParams, "secretsmanager", "SecretsManagerClient", _sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_6__/* .getEndpointPlugin */ .rD);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/DescribeSecretCommand.js
var DescribeSecretCommand = class extends command(_ep0, _mw0, "DescribeSecret", DescribeSecret$) {
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/GetResourcePolicyCommand.js
var GetResourcePolicyCommand = class extends command(_ep0, _mw0, "GetResourcePolicy", GetResourcePolicy$) {
};



/***/ })

};
