export const id = 2674;
export const ids = [2674];
export const modules = {

/***/ 4731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ parseSteps),
/* harmony export */   AY: () => (/* binding */ STEPS_ACCEPTS),
/* harmony export */   rN: () => (/* binding */ formatSteps)
/* harmony export */ });
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1999);
/* harmony import */ var _spec_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _spec_percent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2474);
// src/shift/steps.ts



const STEPS_ACCEPTS = `steps such as 10%@5m, 50%@10m, 100%@15m: a rising percentage, @, and ${_spec_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DURATION_ACCEPTS */ .X6}; the last one 100%`;
/** `10%@5m, 50%@10m, 100%@15m` as data. Steps are separated by commas or line breaks. */
function parseSteps(text) {
    const steps = [];
    for (const [index, given] of text.split(/[,\n]/).entries()) {
        const name = `step ${index + 1}`;
        const parts = given.split('@').map((part) => part.trim());
        const [weightText, bakeText] = parts;
        if (parts.length !== 2 || weightText === undefined || bakeText === undefined) {
            return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has something else than PERCENT@DURATION as ${name}: ${JSON.stringify(given.trim())}`);
        }
        const weight = (0,_spec_percent_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePercent */ .l)(weightText);
        if (!weight.ok) {
            return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a ${name} whose weight ${JSON.stringify(weightText)} ${weight.wrong}`);
        }
        const bake = (0,_spec_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(bakeText);
        if (!bake.ok) {
            return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`has a ${name} whose time ${JSON.stringify(bakeText)} ${bake.wrong}`);
        }
        const before = steps.at(-1)?.weight ?? 0;
        if (weight.value <= before) {
            return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`does not rise: ${name} is ${weight.value}% after ${before}%`);
        }
        steps.push({ weight: weight.value, bakeMs: bake.value });
    }
    const end = steps.at(-1)?.weight;
    return end === 100 ? (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .L)(steps) : (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Q)(`ends at ${end}%, not at 100%`);
}
/** The text that `parseSteps` reads back as the same plan. */
function formatSteps(steps) {
    return steps.map((step) => `${step.weight}%@${(0,_spec_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(step.bakeMs)}`).join(', ');
}


/***/ }),

/***/ 9612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ resourceOfArn),
/* harmony export */   Cm: () => (/* binding */ arn)
/* harmony export */ });
/* unused harmony export parseArn */
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
// src/spec/arn.ts

/**
 * The resources whose ARNs inputs take. Patterns of the resource part are from the service authorization reference.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
const RESOURCES = {
    'listener rule': {
        service: 'elasticloadbalancing',
        resource: /^listener-rule\/app\/[^/]+\/[^/]+\/[^/]+\/[^/]+$/,
        example: 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee',
    },
    listener: {
        service: 'elasticloadbalancing',
        resource: /^listener\/app\/[^/]+\/[^/]+\/[^/]+$/,
        example: 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
    },
    'target group': {
        service: 'elasticloadbalancing',
        resource: /^targetgroup\/[^/]+\/[^/]+$/,
        example: 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop-blue/6d0ecf831eec9f09',
    },
    'task definition': {
        service: 'ecs',
        resource: /^task-definition\/[A-Za-z0-9_-]{1,255}:\d+$/,
        example: 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:17',
    },
    role: {
        service: 'iam',
        resource: /^role\/[\w+=,.@/-]+$/,
        example: 'arn:aws:iam::123456789012:role/deploy',
    },
};
/** Which resource the ARN is of, or nothing when it is none of those that inputs take. */
function resourceOfArn(given) {
    const names = Object.keys(RESOURCES);
    return names.find((name) => parseArn(given, name).ok);
}
/** Reads the ARN of one kind of resource, in any partition (`aws`, `aws-cn`, `aws-us-gov`). */
function parseArn(given, of) {
    const { service, resource } = RESOURCES[of];
    const parts = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|):(.+)$/.exec(given);
    if (parts === null) {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is not an ARN');
    }
    if (parts[2] === service && resource.test(parts[5] ?? '')) {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(given);
    }
    const other = Object.keys(RESOURCES).find((name) => name !== of && parseArnIs(parts, name));
    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(other === undefined ? `is not the ARN of a ${of}` : `is the ARN of a ${other}, not of a ${of}`);
}
function parseArnIs(parts, of) {
    return parts[2] === RESOURCES[of].service && RESOURCES[of].resource.test(parts[5] ?? '');
}
/** The ARN of one kind of resource. */
function arn(of) {
    return {
        label: 'ARN',
        accepts: `the ARN of a ${of}, such as ${RESOURCES[of].example}`,
        absent: undefined,
        read: (given) => parseArn(given, of),
    };
}


/***/ }),

/***/ 1999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ durationOr),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   X6: () => (/* binding */ DURATION_ACCEPTS),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
// src/spec/duration.ts

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
const DURATION_ACCEPTS = 'a duration such as 500ms, 90s, 5m or 1h30m';
/** `90s`, `5m`, `1h30m` in milliseconds. Units fall from left to right and each comes once; a bare number is refused. */
function parseDuration(text) {
    if (/^\d+(\.\d+)?$/.test(text)) {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(text === '0' ? 'has no unit' : 'has no unit: it could be seconds or minutes', `${text}s`);
    }
    const pattern = /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,8})m)?(?:(\d{1,9})s)?(?:(\d{1,12})ms)?$/;
    const parts = text === '' ? null : pattern.exec(text);
    if (parts === null) {
        const tidy = text
            .toLowerCase()
            .replace(/\s+/g, '')
            .replace(/(seconds?|secs?)$/, 's')
            .replace(/(minutes?|mins?)$/, 'm')
            .replace(/(hours?|hrs?)$/, 'h');
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is not a duration', tidy !== text && pattern.test(tidy) && tidy !== '' ? tidy : undefined);
    }
    const ms = Object.values(UNITS).reduce((sum, unit, index) => sum + unit * Number(parts[index + 1] ?? 0), 0);
    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(ms);
}
/** The shortest text that `parseDuration` reads back as the same milliseconds. */
function formatDuration(durationMs) {
    let rest = Math.round(durationMs);
    let text = '';
    for (const [unit, size] of Object.entries(UNITS)) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        text += count === 0 ? '' : `${count}${unit}`;
    }
    return text === '' ? '0s' : text;
}
/** A duration in milliseconds, within bounds, both included. */
function duration(bounds = {}) {
    const { minMs = 0, maxMs = Number.MAX_SAFE_INTEGER } = bounds;
    const least = bounds.minMs === undefined ? '' : `, at least ${formatDuration(minMs)}`;
    const most = bounds.maxMs === undefined ? '' : `, at most ${formatDuration(maxMs)}`;
    return {
        label: 'duration',
        accepts: `${DURATION_ACCEPTS}${least}${most}`,
        absent: undefined,
        read: (given) => {
            const reading = parseDuration(given);
            if (!reading.ok) {
                return reading;
            }
            if (reading.value < minMs) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is too short');
            }
            return reading.value > maxMs ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is too long') : reading;
        },
    };
}
/** A duration, or a word that stands for what no duration can say, such as `forever`. */
function durationOr(word, bounds = {}) {
    const plain = duration(bounds);
    return {
        label: `duration or \`${word}\``,
        accepts: `${plain.accepts}, or ${word}`,
        absent: undefined,
        read: (given) => {
            if (given === word) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(word);
            }
            return given.toLowerCase() === word ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is written differently', word) : plain.read(given);
        },
    };
}


/***/ }),

/***/ 3754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ statusIsIn),
/* harmony export */   t: () => (/* binding */ httpStatuses)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
// src/spec/http-status.ts

/** `200`, `200-299` or `200,204,301-302`: the way a target group's matcher is written. */
function httpStatuses() {
    return {
        label: 'status codes',
        accepts: 'HTTP status codes such as 200, 200-299 or 200,204,301-302',
        absent: undefined,
        read: (given) => {
            const ranges = [];
            for (const item of given.split(',').map((part) => part.trim())) {
                const parts = /^(\d{3})(?:-(\d{3}))?$/.exec(item);
                if (parts === null) {
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`has something else than a status code in it: ${JSON.stringify(item)}`);
                }
                const from = Number(parts[1]);
                const to = Number(parts[2] ?? parts[1]);
                if (from < 100 || to > 599) {
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`has a status code outside 100 to 599: ${item}`);
                }
                if (to < from) {
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`has a range that ends before it begins: ${item}`);
                }
                ranges.push({ from, to });
            }
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(ranges);
        },
    };
}
const statusIsIn = (ranges, status) => ranges.some((range) => range.from <= status && status <= range.to);


/***/ }),

/***/ 1789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ read),
/* harmony export */   Q: () => (/* binding */ wrong)
/* harmony export */ });
// src/spec/kind.ts
const read = (value) => ({ ok: true, value });
const wrong = (what, suggestion) => suggestion === undefined ? { ok: false, wrong: what } : { ok: false, wrong: what, suggestion };


/***/ }),

/***/ 7240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cm: () => (/* reexport */ arn/* arn */.Cm),
  p0: () => (/* reexport */ duration/* duration */.p0),
  j1: () => (/* reexport */ duration/* durationOr */.Cm),
  Jt: () => (/* reexport */ scalars/* flag */.Jt),
  b3: () => (/* reexport */ lists/* headers */.b3),
  tB: () => (/* reexport */ http_status/* httpStatuses */.t),
  nd: () => (/* reexport */ scalars/* integer */.nd),
  Mn: () => (/* reexport */ lists/* lines */.Mn),
  Tj: () => (/* reexport */ lists/* map */.Tj),
  yL: () => (/* reexport */ scalars/* oneOf */.yL),
  eW: () => (/* reexport */ scalars/* pathOrUrl */.eW),
  KN: () => (/* reexport */ percent/* percent */.K),
  Ci: () => (/* reexport */ steps_steps),
  Qq: () => (/* reexport */ scalars/* text */.Qq)
});

// UNUSED EXPORTS: json, url

// EXTERNAL MODULE: ./build-stage/spec/arn.js
var arn = __webpack_require__(9612);
// EXTERNAL MODULE: ./build-stage/spec/duration.js
var duration = __webpack_require__(1999);
// EXTERNAL MODULE: ./build-stage/spec/http-status.js
var http_status = __webpack_require__(3754);
// EXTERNAL MODULE: ./build-stage/spec/lists.js
var lists = __webpack_require__(2682);
// EXTERNAL MODULE: ./build-stage/spec/percent.js
var percent = __webpack_require__(2474);
// EXTERNAL MODULE: ./build-stage/spec/scalars.js
var scalars = __webpack_require__(5734);
// EXTERNAL MODULE: ./build-stage/shift/steps.js
var steps = __webpack_require__(4731);
;// CONCATENATED MODULE: ./build-stage/spec/steps.js
// src/spec/steps.ts

/** The plan of a traffic shift. */
function steps_steps() {
    return { label: 'steps', accepts: steps/* STEPS_ACCEPTS */.AY, absent: undefined, read: steps/* parseSteps */.$i };
}

;// CONCATENATED MODULE: ./build-stage/spec/kinds.js
// src/spec/kinds.ts
/** The kinds of input, under one name: `kinds.duration()`. */









/***/ }),

/***/ 2682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   b3: () => (/* binding */ headers)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
// src/spec/lists.ts

const linesOf = (given) => given
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
function readItem(kind, item, place) {
    const reading = kind.read(item);
    if (reading.ok) {
        return reading;
    }
    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`has a ${place} ${JSON.stringify(item)} that ${reading.wrong} (expected: ${kind.accepts})`, reading.suggestion);
}
function lines(rule = {}) {
    const count = rule.exactly === undefined ? 'one' : `exactly ${rule.exactly} lines, one`;
    const most = rule.max === undefined ? '' : `, at most ${rule.max}`;
    return {
        label: 'lines',
        accepts: `${count} ${rule.of ?? 'item'} per line${most}`,
        absent: rule.exactly === undefined ? [] : undefined,
        read: (given) => {
            const items = linesOf(given);
            const twice = items.find((item, index) => items.indexOf(item) !== index);
            if (twice !== undefined) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`names ${JSON.stringify(twice)} twice`);
            }
            if (rule.exactly !== undefined && items.length !== rule.exactly) {
                const plural = items.length === 1 ? 'line' : 'lines';
                const comma = items.length === 1 && items[0]?.includes(',') ? '; a comma does not separate lines' : '';
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`has ${items.length} ${plural} instead of ${rule.exactly}${comma}`);
            }
            if (rule.max !== undefined && items.length > rule.max) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`has ${items.length} lines, more than ${rule.max}`);
            }
            for (const [index, item] of items.entries()) {
                const reading = rule.item === undefined ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(item) : readItem(rule.item, item, `line ${index + 1}`);
                if (!reading.ok) {
                    return reading;
                }
            }
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(items);
        },
    };
}
function pairs(rule) {
    return {
        label: rule.label,
        accepts: rule.accepts,
        absent: {},
        read: (given) => {
            // A null prototype, so that a key such as `__proto__` is only a key.
            const entries = Object.create(null);
            const seen = new Set();
            for (const [index, line] of linesOf(given).entries()) {
                const at = line.indexOf(rule.separator);
                if (at === -1) {
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`has a line ${index + 1} without ${rule.separator}: ${JSON.stringify(line)}`);
                }
                const key = line.slice(0, at).trim();
                const value = line.slice(at + 1).trim();
                if (key === '' || value === '') {
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`has a line ${index + 1} without a ${key === '' ? 'name' : 'value'}: ${JSON.stringify(line)}`);
                }
                const keyReading = rule.key === undefined ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(key) : readItem(rule.key, key, `name on line ${index + 1},`);
                if (!keyReading.ok) {
                    return keyReading;
                }
                if (seen.has(rule.sameKey(key))) {
                    return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`names ${JSON.stringify(key)} twice`);
                }
                const reading = rule.value === undefined ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(value) : readItem(rule.value, value, `value of ${key},`);
                if (!reading.ok) {
                    return reading;
                }
                seen.add(rule.sameKey(key));
                entries[key] = value;
            }
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(entries);
        },
    };
}
/** `key=value` per line, split at the first `=`, so that a value may contain more of them. */
function map(rule = {}) {
    const { example = 'key=value', ...kinds } = rule;
    return pairs({
        ...kinds,
        label: 'map',
        accepts: `one ${example} per line`,
        separator: '=',
        sameKey: (key) => key,
    });
}
/** HTTP headers, `Name: value` per line. https://www.rfc-editor.org/rfc/rfc9110#section-5.1 */
function headers() {
    return pairs({
        label: 'headers',
        accepts: 'one header per line, for example X-Sluice-Test: green',
        separator: ':',
        key: {
            label: 'header name',
            accepts: 'a header name such as X-Sluice-Test',
            absent: undefined,
            read: (given) => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(given) ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(given) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is not the name of an HTTP header'),
        },
        sameKey: (key) => key.toLowerCase(),
    });
}


/***/ }),

/***/ 2474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ percent),
/* harmony export */   l: () => (/* binding */ parsePercent)
/* harmony export */ });
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
// src/spec/percent.ts

/**
 * `10%` or `0.1%` as 10 or 0.1. At most one decimal: a load balancer's weights are whole numbers up to 999, so tenths
 * of a percent are the finest share that two target groups can have exactly.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html
 */
function parsePercent(text) {
    const parts = /^(\d{1,3})(?:\.(\d+))?%$/.exec(text);
    if (parts === null) {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is not a percentage', /^\d{1,3}(\.\d)?$/.test(text) ? `${text}%` : undefined);
    }
    if ((parts[2] ?? '').replace(/0+$/, '').length > 1) {
        return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is finer than a tenth of a percent');
    }
    const value = Number(text.slice(0, -1));
    return value > 100 ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is more than 100%') : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(value);
}
/** A percentage as a number from 0 to 100. */
function percent(bounds = {}) {
    const { min = 0, max = 100 } = bounds;
    return {
        label: 'percentage',
        accepts: `a percentage from ${min}% to ${max}%, with at most one decimal`,
        absent: undefined,
        read: (given) => {
            const reading = parsePercent(given);
            if (!reading.ok) {
                return reading;
            }
            if (reading.value < min) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is too small');
            }
            return reading.value > max ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is too large') : reading;
        },
    };
}


/***/ }),

/***/ 5692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hu: () => (/* binding */ rule),
/* harmony export */   Og: () => (/* binding */ exactlyOneOf),
/* harmony export */   Y: () => (/* binding */ atLeastOneOf),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   eN: () => (/* binding */ needs),
/* harmony export */   h3: () => (/* binding */ ofTheRegion)
/* harmony export */ });
/* harmony import */ var _action_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1169);
// src/spec/rules.ts

const listed = (names, word) => names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
/** Exactly one of the inputs is given. */
function exactlyOneOf(...inputs) {
    return {
        inputs,
        description: `Exactly one of ${listed(inputs, 'and')} is given.`,
        problem: ({ has }) => {
            const given = inputs.filter(has);
            if (given.length === 1) {
                return undefined;
            }
            return given.length === 0
                ? { input: inputs[0], wrong: `is missing: give exactly one of ${listed(inputs, 'and')}` }
                : { input: given[1] ?? inputs[1], wrong: `contradicts ${given[0]}: give only one of the two` };
        },
    };
}
/** At least one of the inputs is given. */
function atLeastOneOf(...inputs) {
    return {
        inputs,
        description: `At least one of ${listed(inputs, 'and')} is given.`,
        problem: ({ has }) => inputs.some(has) ? undefined : { input: inputs[0], wrong: `is missing: give ${listed(inputs, 'or')}, or both` },
    };
}
/** The input makes sense only beside another one. */
function needs(input, other) {
    return {
        inputs: [input, other],
        description: `${input} is given only together with ${other}.`,
        problem: ({ has }) => has(input) && !has(other)
            ? { input, wrong: `has no effect without ${other}: give ${other} as well, or take ${input} out` }
            : undefined,
    };
}
/** The inputs are given all together or not at all. */
function together(...inputs) {
    return {
        inputs,
        description: `${listed(inputs, 'and')} are given together or not at all.`,
        problem: ({ has }) => {
            const missing = inputs.filter((input) => !has(input));
            const given = inputs.filter(has);
            return missing.length === 0 || given.length === 0
                ? undefined
                : { input: missing[0] ?? inputs[0], wrong: `is missing beside ${listed(given, 'and')}: give both, or neither` };
        },
    };
}
/** ARNs are of the Region that is asked: of another one AWS only says that there is nothing. Names have no Region. */
function ofTheRegion(...inputs) {
    return {
        inputs: [...inputs, 'region'],
        description: `ARNs in ${listed(inputs, 'and')} are of the Region in region.`,
        problem: ({ values }) => {
            for (const input of inputs) {
                const given = values[(0,_action_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .camelCase */ .x)(input)];
                // arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE
                const [arn, , , region = ''] = typeof given === 'string' ? given.split(':') : [];
                if (arn !== 'arn' || region === '' || region === values.region)
                    continue;
                return { input, wrong: `is of the Region ${region}, and region is ${values.region}: one of the two is wrong` };
            }
            return undefined;
        },
    };
}
/** Any other condition. `check` answers what is wrong with the first of the inputs, or nothing. */
function rule(inputs, description, check) {
    return {
        inputs,
        description,
        problem: ({ values, has }) => {
            const wrong = check(values, has);
            return wrong === undefined ? undefined : { input: inputs[0], wrong };
        },
    };
}


/***/ }),

/***/ 5734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   OZ: () => (/* binding */ url),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   eW: () => (/* binding */ pathOrUrl),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* unused harmony exports json, problemOfUrl */
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5541);
// src/spec/scalars.ts


/** Any text; with `pattern`, a text that matches as a whole. `accepts` says in words what the pattern means. */
function text(rule) {
    return {
        label: 'text',
        accepts: rule?.accepts ?? 'any text',
        absent: undefined,
        read: (given) => rule === undefined || rule.pattern.test(given) ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(given) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('does not have the shape of one'),
    };
}
/** One of a few words. */
function oneOf(...words) {
    return {
        label: words.map((word) => `\`${word}\``).join(' or '),
        accepts: words.join(' or '),
        absent: undefined,
        values: words,
        read: (given) => {
            const word = words.find((candidate) => candidate === given);
            return word === undefined ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is not one of the words', (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(given, words)) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(word);
        },
    };
}
/**
 * True or false as YAML 1.2's core schema has it, and as `getBooleanInput` of @actions/core reads it. `yes`, `on` and
 * `1` are refused: reading them as false would be a silent repair.
 * https://yaml.org/spec/1.2.2/#1032-tag-resolution
 */
function flag() {
    return {
        label: 'true or false',
        accepts: 'true or false',
        absent: undefined,
        workflowType: 'boolean',
        values: ['true', 'false'],
        read: (given) => {
            if (/^(true|True|TRUE)$/.test(given)) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(true);
            }
            if (/^(false|False|FALSE)$/.test(given)) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(false);
            }
            const meant = /^(yes|y|on|1)$/i.test(given) ? 'true' : /^(no|n|off|0)$/i.test(given) ? 'false' : undefined;
            return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is neither true nor false', meant ?? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(given, ['true', 'false']));
        },
    };
}
/** A whole number within bounds, both included. */
function integer(bounds) {
    return {
        label: 'whole number',
        accepts: `a whole number from ${bounds.min} to ${bounds.max}`,
        absent: undefined,
        workflowType: 'number',
        read: (given) => {
            if (!/^[+-]?\d{1,15}$/.test(given)) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is not a whole number');
            }
            const value = Number(given);
            if (value < bounds.min) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is too small');
            }
            return value > bounds.max ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('is too large') : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(value);
        },
    };
}
/** JSON of any shape. */
function json() {
    return {
        label: 'JSON',
        accepts: 'JSON, for example {"key": "value"}',
        absent: undefined,
        read: (given) => {
            try {
                return read(JSON.parse(given));
            }
            catch (error) {
                return wrong(`is not JSON: ${error.message}`);
            }
        },
    };
}
/** What is wrong with an absolute http or https address, or nothing. */
function problemOfUrl(given) {
    if (!URL.canParse(given)) {
        return 'is not an absolute URL';
    }
    const { protocol, username, password } = new URL(given);
    if (protocol !== 'http:' && protocol !== 'https:') {
        return 'is not an http or https URL';
    }
    return username !== '' || password !== '' ? 'carries a user name or password, which would end in logs' : undefined;
}
/** An absolute http or https URL, as it was written. */
function url() {
    return {
        label: 'URL',
        accepts: 'an absolute URL such as https://example.com/health',
        absent: undefined,
        read: (given) => {
            const problem = problemOfUrl(given);
            return problem === undefined ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(given) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(problem);
        },
    };
}
/** A path that begins with `/`, or an absolute URL. */
function pathOrUrl() {
    return {
        label: 'URL or path',
        accepts: 'a path such as /health, or an absolute URL such as https://example.com/health',
        absent: undefined,
        read: (given) => {
            if (/\s/.test(given)) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('contains a space or a line break');
            }
            if (given.startsWith('/') && !given.startsWith('//')) {
                return (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(given);
            }
            const problem = problemOfUrl(given);
            return problem === undefined ? (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(given) : (0,_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)(`${problem} and does not begin with one /`);
        },
    };
}


/***/ }),

/***/ 9361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ sessionRules),
/* harmony export */   q: () => (/* binding */ sessionInputs)
/* harmony export */ });
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9612);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1999);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5692);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5734);
// src/spec/session-inputs.ts




/**
 * How an action gets a session of its own at AWS. The bounds are those of
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
const sessionInputs = {
    'role-to-assume': {
        kind: (0,_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .arn */ .Cm)('role'),
        description: "ARN of the IAM role to take with GitHub's identity (the job needs `id-token: write`). The action renews this session for as long as it runs. Without it the credentials that are set beforehand are used, and these end when they end.",
    },
    'role-session-name': {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            pattern: /^[\w+=,.@-]{2,64}$/,
            accepts: '2 to 64 letters, digits and characters of _+=,.@-',
        }),
        description: 'Name of the session, as CloudTrail shows it. By default `sluice-` and the number of the run.',
    },
    'role-duration': {
        kind: (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({ minMs: 900_000, maxMs: 43_200_000 }),
        preset: '1h',
        description: 'How long one session lasts, from 15 minutes to what the role allows. It need not be as long as the deployment, because it is renewed.',
    },
    audience: {
        kind: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ pattern: /^\S{1,255}$/, accepts: 'an audience such as sts.amazonaws.com' }),
        preset: 'sts.amazonaws.com',
        description: "Audience of GitHub's identity token; it must be one that the identity provider in AWS knows.",
    },
};
const sessionRules = [(0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .needs */ .eN)('role-session-name', 'role-to-assume')];


/***/ })

};
