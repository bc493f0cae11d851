export const id = 5688;
export const ids = [5688];
export const modules = {

/***/ 5688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1169);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7240);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7383);
/* harmony import */ var _spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9361);
/* harmony import */ var _spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(210);





const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .Q)({
    name: 'preflight',
    title: 'Sluice: preflight',
    description: 'Looks at everything that deploying a task definition to an ECS service would need, tells all that is wrong at once, and shows what would change. Changes nothing.',
    branding: { icon: 'check-circle', color: 'blue' },
    inputs: {
        cluster: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterName */ .SL)(),
            required: true,
            description: 'Name or ARN of the ECS cluster.',
        },
        service: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)(),
            required: true,
            description: 'Name of the ECS service that would be deployed to.',
        },
        ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .taskDefinitionInputs */ .mA,
        alarms: {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn({ of: 'alarm name', max: 100 }),
            description: 'CloudWatch alarms that are to speak for the new version, one name per line. One that is missing or in ALARM already is an error, one without data a warning.',
        },
        'when-busy': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL('wait', 'replace', 'fail'),
            preset: 'wait',
            description: 'What a deployment would do when the service is being deployed to already: with `fail` that is an error, with `replace` a warning.',
        },
        'deploy-role': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('role'),
            description: 'ARN of the role that deploys, when this runs with another one: it is that one that must be allowed to pass the roles of the task (`iam:PassRole`). By default the caller.',
        },
        'github-token': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq(),
            secret: true,
            description: 'A token with `pull-requests: write`, such as `github.token`. With it, in a run for a pull request, the findings and the difference are one comment, which is updated by later runs. When that fails there is a warning, and nothing else changes.',
        },
        ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionInputs */ .q,
        region: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .region */ .Ny)(),
            required: true,
            environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
            description: 'AWS Region. By default the one in `AWS_REGION`.',
        },
    },
    rules: [..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionRules */ .a, ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .taskDefinitionRules */ .AP],
    outputs: {
        outcome: {
            description: 'How it ended: `passed` (there may be warnings), or `failed` (there is an error, or nothing could be looked at).',
        },
        reason: { description: 'How many errors and warnings there are, in a sentence.' },
        findings: {
            description: 'What was found, as JSON: `[{"level": "error", "check": "images", "what": "…"}]`; the level is `error`, `warning` or `note`.',
        },
        changes: {
            description: 'How many lines of the task definition would change; empty when that is not known.',
        },
        diff: {
            description: 'What would change in the task definition, one line each. No secret value is in it.',
        },
    },
});


/***/ }),

/***/ 7383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ny: () => (/* binding */ region),
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   fe: () => (/* binding */ serviceName),
/* harmony export */   xd: () => (/* binding */ parameterName)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7240);

/** The kinds that several actions share, so that the same word takes the same text everywhere. */
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html */
function clusterName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({
        pattern: /^(arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/)?[A-Za-z0-9_-]{1,255}$/,
        accepts: 'the name or the ARN of an ECS cluster',
    });
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
function serviceName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of an ECS service' });
}
/** https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
function parameterName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({
        pattern: /^\/(?!aws|ssm)[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,13}$/i,
        accepts: 'the name of an SSM parameter such as /sluice/shop, which does not begin with /aws or /ssm',
    });
}
function region() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, accepts: 'an AWS Region such as eu-central-1' });
}


/***/ })

};
