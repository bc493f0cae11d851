export const id = 1601;
export const ids = [1601];
export const modules = {

/***/ 3501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1169);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7240);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7383);
/* harmony import */ var _spec_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5692);
/* harmony import */ var _spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9361);
// src/actions/rollback/spec.ts





const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: 'rollback',
    title: 'Sluice: roll back by hand',
    description: 'Gives all traffic back to the other side, now: ends a shift that is under way, or undoes one that was promoted. Starts the old version again when its tasks are gone.',
    branding: { icon: 'corner-up-left', color: 'blue' },
    inputs: {
        cluster: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterName */ .SL)(),
            required: true,
            description: 'Name or ARN of the ECS cluster that both services run in.',
        },
        services: {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn({ exactly: 2, of: 'service name', item: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)() }),
            required: true,
            description: 'The two ECS services, one name per line, in any order.',
        },
        'listener-rule-arn': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('listener rule'),
            description: 'ARN of the listener rule that forwards to the two target groups. Give this or `listener-arn`.',
        },
        'listener-arn': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('listener'),
            description: 'ARN of the listener, when its default action forwards to them. Give this or `listener-rule-arn`.',
        },
        'target-groups': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj({ key: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)(), value: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm('target group'), example: 'service=target-group-arn' }),
            description: 'The target group of each service, where a service has more than one: `service=arn` per line.',
        },
        to: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .fe)(),
            description: 'The service that is to get all traffic. By default the side that was live when the shift began, or, when none is under way, the one that is not live.',
        },
        'when-locked': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL('take', 'fail'),
            preset: 'take',
            description: 'What to do while a deployment is at work: `take` takes its lock away, so that it changes nothing more, and rolls it back; `fail` leaves it alone.',
        },
        'start-timeout': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({ minMs: 1000, maxMs: 21_600_000 }),
            preset: '15m',
            description: 'How long the old version may take to start, when it has no tasks any more.',
        },
        'poll-interval': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({ minMs: 100, maxMs: 300_000 }),
            preset: '5s',
            description: 'How often tasks and targets are looked at while the old version starts.',
        },
        drain: {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({ maxMs: 3_600_000 }),
            preset: '2m',
            description: 'How long the side that was left keeps its tasks, so that requests in flight can end.',
        },
        'keep-new': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt(),
            preset: 'false',
            description: 'Leave the tasks of the side that was left running, in place of scaling it to 0.',
        },
        'lock-name': {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parameterName */ .xd)(),
            description: 'The SSM parameter that is the lock, when the deployment was given another than the default.',
        },
        reason: { kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq(), description: 'Why, for the log and the summary.' },
        ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionInputs */ .q,
        region: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_1__/* .region */ .Ny)(),
            required: true,
            environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
            description: 'AWS Region. By default the one in `AWS_REGION`.',
        },
    },
    rules: [
        ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionRules */ .a,
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .exactlyOneOf */ .Og)('listener-rule-arn', 'listener-arn'),
        (0,_spec_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ofTheRegion */ .h3)('listener-rule-arn', 'listener-arn', 'cluster'),
    ],
    outputs: {
        outcome: {
            description: 'How it ended: `rolled-back`, `unchanged` (it had all traffic already), `refused` (nothing was changed), or `stuck`.',
        },
        reason: { description: 'What happened, in a sentence.' },
        'active-service': {
            description: 'The service that receives the traffic now, or most of it, as last read; empty when the rule was not read.',
        },
        weights: { description: 'What was last observed on the listener, as JSON.' },
        'seconds-to-restore': {
            description: 'Seconds from the start until the listener was observed to send everything there.',
        },
    },
});


/***/ }),

/***/ 7383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ stageName),
/* harmony export */   Ny: () => (/* binding */ region),
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   fe: () => (/* binding */ serviceName),
/* harmony export */   xd: () => (/* binding */ parameterName),
/* harmony export */   zB: () => (/* binding */ pathInRepository)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7240);
// src/spec/names.ts


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
/** A file or a folder of what is checked out. */
function pathInRepository() {
    return {
        label: 'path',
        accepts: 'a path from the top of the repository',
        absent: undefined,
        read: (given) => {
            if (given.startsWith('/') || /^[A-Za-z]:/.test(given))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('is not below the top of the repository');
            if (given.includes('\\'))
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('has a \\ in it', given.replaceAll('\\', '/'));
            return given.split('/').includes('..') ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)('leaves the repository') : (0,_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)(given);
        },
    };
}
/** https://docs.docker.com/reference/dockerfile/#from */
function stageName() {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq({ pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/, accepts: 'the name of a stage of the Dockerfile' });
}


/***/ })

};
