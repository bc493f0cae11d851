export const id = 178;
export const ids = [178];
export const modules = {

/***/ 8178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _spec_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5541);



const commands = {
    rehearse: {
        description: 'rehearse deployments with the shipped action, a local cloud and real requests',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(673)]).then(__webpack_require__.bind(__webpack_require__, 3673))).rehearse,
    },
    cloud: {
        description: 'start the local cloud and print the environment that any AWS client needs for it',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(632), __webpack_require__.e(353)]).then(__webpack_require__.bind(__webpack_require__, 3353))).cloud,
    },
};
const usage = `usage: sluice COMMAND [flags]

${Object.entries(commands)
    .map(([name, { description }]) => `  ${name.padEnd(10)} ${description}`)
    .join('\n')}
  help       this
  --version  the version of Sluice

\`sluice COMMAND --help\` tells a command's flags.`;
async function main(words) {
    const [name, ...rest] = words;
    if (name === undefined)
        return told(process.stderr, usage, 2);
    if (name === '--version' || name === '-v' || name === 'version')
        return told(process.stdout, await version(), 0);
    if (name === 'help' || name === '--help' || name === '-h') {
        const about = rest[0];
        return about !== undefined && Object.hasOwn(commands, about)
            ? ((await (await commands[about]?.load())?.(['--help'])) ?? 2)
            : told(process.stdout, usage, 0);
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) {
        const near = (0,_spec_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, [...Object.keys(commands), 'help']);
        const hint = near === undefined ? `there are ${Object.keys(commands).join(', ')}` : `did you mean ${near}?`;
        return told(process.stderr, `sluice: there is no command ${JSON.stringify(name)}: ${hint}`, 2);
    }
    return (await command.load())(rest);
}
function told(stream, text, exitCode) {
    stream.write(`${text}\n`);
    return exitCode;
}
async function version() {
    const { checkoutRoot } = await __webpack_require__.e(/* import() */ 312).then(__webpack_require__.bind(__webpack_require__, 6312));
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(checkoutRoot(), 'package.json'), 'utf8');
    return String(JSON.parse(text).version);
}


/***/ }),

/***/ 5541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/**
 * How many letters must be put in, left out, exchanged, or swapped with their neighbour to get from one text to the
 * other (Levenshtein's distance with Damerau's swap, the commonest slip of all).
 */
function editDistance(from, to) {
    let beforePrevious = [];
    let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const exchange = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
            const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            const swap = row > 1 && column > 1 && isSwap ? (beforePrevious[column - 2] ?? 0) + 1 : exchange;
            current.push(Math.min(exchange, swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        beforePrevious = previous;
        previous = current;
    }
    return previous[to.length] ?? 0;
}
/**
 * The candidate that was probably meant, or nothing when none is near. Letter case and the choice between `_`, `-` and
 * a space do not count; otherwise one slip per three letters is forgiven.
 */
function nearest(given, candidates) {
    const plain = (text) => text.toLowerCase().replace(/[_\s]/g, '-');
    const wanted = plain(given);
    let best;
    for (const candidate of candidates) {
        const distance = editDistance(wanted, plain(candidate));
        const forgiven = Math.max(1, Math.floor(Math.min(wanted.length, candidate.length) / 3));
        if (distance <= forgiven && (best === undefined || distance < best.distance)) {
            best = { candidate, distance };
        }
    }
    return best?.candidate;
}


/***/ })

};
