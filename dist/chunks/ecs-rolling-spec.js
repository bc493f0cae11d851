export const id = 5702;
export const ids = [5702];
export const modules = {

/***/ 5922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spec: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _spec_action_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1169);
/* harmony import */ var _spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);
/* harmony import */ var _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7240);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7383);
/* harmony import */ var _spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4547);
/* harmony import */ var _spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6486);
/* harmony import */ var _spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9361);
/* harmony import */ var _spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(210);
// src/actions/ecs-rolling/spec.ts








/** With a services file it is the services that ask, each for itself: what one of them asks is looked at when the file is read. */
function ofOneOrMany(rules) {
    return rules.map((rule) => rule === _spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .asksSomething */ .jn
        ? {
            ..._spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .asksSomething */ .jn,
            description: `${_spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .asksSomething */ .jn.description.replace(/\.$/, '')}; with \`services\` the services file may hold them.`,
            problem: (given) => (given.has('services') ? undefined : _spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .asksSomething */ .jn.problem(given)),
        }
        : rule);
}
const spec = (0,_spec_action_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .Q)({
    name: 'ecs-rolling',
    title: 'Sluice: ECS rolling',
    description: 'Updates an ECS service, follows its own deployment to one verdict, says why a bad release fails, and takes it back to the last good one.',
    branding: { icon: 'refresh-cw', color: 'blue' },
    post: true,
    inputs: {
        cluster: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterName */ .SL)(),
            description: 'Name or ARN of the ECS cluster. With `services`, the one of those for which the services file names none.',
        },
        service: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceName */ .fe)(),
            description: 'Name of the ECS service to update. Give this, or `services` for several.',
        },
        ..._spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .fleetInputs */ .Y,
        ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .taskDefinitionInputs */ .mA,
        ..._spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .rollingInputs */ .x,
        ..._spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .prometheusInputs */ .Uf,
        'lock-name': {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .parameterName */ .xd)(),
            description: 'The SSM parameter that is the lock and the journal. By default it is named after the cluster and the service.',
        },
        'dry-run': {
            kind: _spec_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt(),
            preset: 'false',
            description: 'Read everything, change nothing, and print what would be done and what would change.',
        },
        ..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .sessionInputs */ .q,
        region: {
            kind: (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_2__/* .region */ .Ny)(),
            required: true,
            environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
            description: 'AWS Region. By default the one in `AWS_REGION`, which `aws-actions/configure-aws-credentials` sets.',
        },
    },
    rules: [..._spec_session_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .sessionRules */ .a, ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .taskDefinitionRules */ .AP, ..._spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .rollingRules */ .$, ...ofOneOrMany(_spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .prometheusRules */ .ov), ..._spec_fleet_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .fleetRules */ .W],
    outputs: {
        outcome: {
            description: 'How it ended: `succeeded`, `unchanged` (nothing differed), `rolled-back` (it was bad, and the last good version runs), `failed` (it was bad, and could not or was not to be rolled back), `superseded` (somebody deployed after it), `stopped` (somebody stopped it, or scaled the service to 0), `timed-out`, `access-lost`, `refused` (nothing was changed), or `interrupted`.',
        },
        reason: { description: 'Why it ended so, in a sentence.' },
        services: {
            description: 'With `services`, how each of them ended, as one JSON object by the names of the services file: `{"user": {"outcome", "reason", "cluster", "service", "task-definition-arn", "previous-task-definition-arn", "seconds"}}`. A service that was not begun has the outcome `not-started`. `outcome` is that of all together: `rolled-back` when none runs the new version any more, `failed` when some do and others do not.',
        },
        'task-definition-arn': { description: 'ARN of the task definition that was deployed.' },
        'previous-task-definition-arn': { description: 'ARN of the task definition that the service ran before.' },
        'deployment-id': {
            description: 'ARN of the service deployment; its `ecs-svc/…` where the role may not list service deployments.',
        },
        'seconds-to-deploy': {
            description: 'Seconds from the start until all tasks ran and ECS called the deployment successful; empty when it was not.',
        },
        'seconds-to-detect': { description: 'Seconds from the start until it was found bad; empty when it was not.' },
        'seconds-to-restore': {
            description: 'Seconds from that finding until the last good version was seen to run; empty when it was not.',
        },
    },
});


/***/ }),

/***/ 3849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ fleetRules),
/* harmony export */   Y: () => (/* binding */ fleetInputs)
/* harmony export */ });
/* harmony import */ var _json_object_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4629);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1789);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2682);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5692);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5734);
// src/spec/fleet-inputs.ts





/** Many services in one run, as the services file has them. */
const fleetInputs = {
    services: {
        kind: selection(),
        description: 'Several services in one run, in place of `service`: `all` that the services file has, the `changed` ones, or their names, one per line.',
    },
    'services-file': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: /^[^\0]+$/, accepts: 'the path of a file' }),
        preset: '.github/sluice.yml',
        description: 'The file that says which services there are, what belongs to them and what depends on what.',
    },
    'service-images': {
        kind: serviceImages(),
        description: 'The new images as JSON, `{"user": "image"}` or `{"user": {"container": "image"}}`, by the names of the services file, as a build step hands them on. Every service that is deployed must have one.',
    },
    'changed-since': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ pattern: /^[A-Za-z0-9][^\s~^:?*[\\]*$/, accepts: 'a commit, a branch or a tag' }),
        description: 'For `services: changed`, the commit that the checked-out one is compared with. By default the one before the push, or the base of the pull request. Needs a checkout that has both (`fetch-depth: 0`).',
    },
    'changed-paths': {
        kind: paths(),
        description: 'For `services: changed`, the paths of the files that changed, one per line or as a JSON list, when a step before has found them out. No git is asked then.',
    },
    'max-parallel': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({ min: 1, max: 500 }),
        preset: '10',
        description: 'How many services are deployed at the same time. Their calls are paced together, whatever this says.',
    },
};
const alone = ['images', 'task-definition', 'task-definition-family', 'run-before', 'run-after', 'lock-name'];
/** What must hold between them, and between them and those of one service. */
const fleetRules = [
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .exactlyOneOf */ .Og)('service', 'services'),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)(['cluster', 'service'], '`service` is given together with `cluster`.', (_values, has) => has('service') && !has('cluster') ? 'is required beside service' : undefined),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .needs */ .eN)('service-images', 'services'),
    ...['changed-since', 'changed-paths'].map((input) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)([input, 'services'], `\`${input}\` is for \`services: changed\`.`, ({ services }, has) => has(input) && services !== 'changed' ? 'has no effect without services: changed' : undefined)),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)(['changed-since', 'changed-paths'], '`changed-since` and `changed-paths` exclude each other.', (_values, has) => has('changed-since') && has('changed-paths') ? 'contradicts changed-paths: give only one of the two' : undefined),
    ...alone.map((input) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)([input, 'services'], `\`${input}\` is for one \`service\`; the services file has it for each.`, (_values, has) => has(input) && has('services') ? 'is for one service: with services, say it in the services file' : undefined)),
    (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)(['on-failure', 'services'], '`rollback-all`, `rollback-failed` and `continue` of `on-failure` are for `services`.', ({ onFailure }, has) => !['rollback', 'leave'].includes(onFailure) && !has('services') ? 'is for several services' : undefined),
];
/** A JSON list too: of no path at all, it is still something that was given. */
function paths() {
    const plain = (0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)({ of: 'path' });
    return {
        absent: undefined,
        label: 'lines or JSON',
        accepts: 'one path per line, or a JSON list of paths',
        read: (given) => {
            if (!given.startsWith('['))
                return plain.read(given);
            try {
                const value = JSON.parse(given);
                const isGood = Array.isArray(value) && value.every((path) => typeof path === 'string');
                return isGood ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .L)(value) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)('is not a JSON list of paths');
            }
            catch (error) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)(`is not JSON: ${error.message}`);
            }
        },
    };
}
function selection() {
    const names = (0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)({ of: 'service name' });
    return {
        label: '`all`, `changed` or lines',
        accepts: 'all, changed, or names of the services file, one per line',
        absent: undefined,
        read: (given) => {
            if (given === 'all' || given === 'changed')
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .L)(given);
            const reading = names.read(given);
            if (!reading.ok)
                return reading;
            const word = reading.value.find((name) => /^(all|changed)$/i.test(name));
            if (word !== undefined)
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)(`has ${JSON.stringify(word)} among names`, word.toLowerCase());
            const comma = reading.value.find((name) => /[,\s]/.test(name));
            if (comma !== undefined)
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)('has several names on one line', given.replace(/[,\s]+/g, '\n'));
            return reading;
        },
    };
}
function serviceImages() {
    const accepts = 'a JSON object such as {"user": "123456789012.dkr.ecr.eu-central-1.amazonaws.com/user@sha256:…"}';
    return {
        label: 'JSON',
        accepts,
        absent: undefined,
        read: (given) => {
            const object = (0,_json_object_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJsonObject */ .d)(given);
            if (!object.ok)
                return object;
            for (const [name, image] of Object.entries(object.value)) {
                const images = (0,_json_object_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .O)(image) ? Object.values(image) : [image];
                if (images.length === 0 || !images.every((each) => typeof each === 'string' && /^\S+$/.test(each)))
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Q)(`has something else than an image for ${name}`);
            }
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .L)(object.value);
        },
    };
}


/***/ }),

/***/ 4629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isJsonObject),
/* harmony export */   d: () => (/* binding */ parseJsonObject)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
// src/spec/json-object.ts

const isJsonObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Reads a text that must be a JSON object, of whatever members. */
function parseJsonObject(given) {
    let value;
    try {
        value = JSON.parse(given);
    }
    catch (error) {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`is not JSON: ${error.message}`);
    }
    return isJsonObject(value) ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(value) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is not a JSON object');
}


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
