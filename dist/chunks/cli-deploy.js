export const id = 5341;
export const ids = [5341];
export const modules = {

/***/ 9975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _actions_ecs_rolling_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4869);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2457);
/* harmony import */ var _told_in_summary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1912);
// src/cli/deploy.ts






/**
 * A rolling deployment from a laptop or any other CI: `main`, and then `post`, which GitHub's runner would run. After Ctrl-C
 * that takes back what is under way; at another one the program ends, and what is left is for `sluice recover`.
 *
 * Nobody shows a job summary here: what it says of troubles is printed, and where there were some it is kept in a file.
 */
async function main() {
    const summary = await summaryFile();
    await (0,_actions_ecs_rolling_index_js__WEBPACK_IMPORTED_MODULE_3__.main)();
    const exitCode = process.exitCode ?? 0;
    const leave = () => {
        process.stderr.write('Left as it is. To finish it: sluice recover, with the same cluster and service\n');
        process.exit(exitCode === 0 ? 1 : exitCode);
    };
    process.once('SIGINT', leave);
    await (0,_actions_ecs_rolling_index_js__WEBPACK_IMPORTED_MODULE_3__.post)();
    process.off('SIGINT', leave);
    if (exitCode !== 0)
        process.exitCode = exitCode;
    if (summary !== undefined)
        await tell(summary, Number(process.exitCode ?? 0) !== 0);
}
/** Undefined where whoever started this has one. */
async function summaryFile() {
    if ((process.env.GITHUB_STEP_SUMMARY ?? '') !== '')
        return undefined;
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'sluice-deploy-')), 'summary.md');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, '');
    process.env.GITHUB_STEP_SUMMARY = file;
    return file;
}
async function tell(file, isBad) {
    const summary = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    if (!isBad || summary === '')
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), { recursive: true, force: true });
    for (const { text } of (0,_told_in_summary_js__WEBPACK_IMPORTED_MODULE_5__/* .troubleLines */ .l)((0,_told_in_summary_js__WEBPACK_IMPORTED_MODULE_5__/* .toldInSummary */ .Z)(summary)))
        (0,_github_log_js__WEBPACK_IMPORTED_MODULE_4__/* .info */ .pq)(text);
    (0,_github_log_js__WEBPACK_IMPORTED_MODULE_4__/* .info */ .pq)(`All of it: ${file}`);
}


/***/ }),

/***/ 6029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withShortArns)
/* harmony export */ });
// src/cli/rehearse/short-arns.ts
/** ARNs of target groups by the group's name alone: whoever watches a rehearsal knows the account. */
function withShortArns(text) {
    return text.replace(/arn:[^\s()]*:targetgroup\/([^/\s]+)\/\w+/g, '$1');
}


/***/ }),

/***/ 1912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ toldInSummary),
/* harmony export */   l: () => (/* binding */ troubleLines)
/* harmony export */ });
/* harmony import */ var _rehearse_short_arns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6029);
// src/cli/told-in-summary.ts

function toldInSummary(markdown) {
    const causes = /^### Why tasks stopped\n\n((?:- .*\n?)+)/m.exec(markdown)?.[1] ?? '';
    const log = /<summary>Last lines of (?<of>.+?) in task \S+<\/summary>\n\n(?<fence>`{3,})text\n(?<text>[\s\S]*?)\n\k<fence>/.exec(markdown)?.groups;
    const events = /<summary>Events of the service [^<]*<\/summary>\n\n([\s\S]*?)\n\n<\/details>/.exec(markdown)?.[1] ?? '';
    return {
        causes: causes
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => plain(line.slice(2))),
        log: log === undefined ? undefined : { of: log.of ?? '', lines: (log.text ?? '').split('\n') },
        events: events
            .split('\n')
            .slice(2)
            .flatMap((row) => {
            const [, at, text] = /^\| (\S+) \| (.*) \|$/.exec(row) ?? [];
            return at === undefined || text === undefined ? [] : [{ at, text: plain(text) }];
        }),
    };
}
/** The last lines of a log and so many events are enough to see what went on; the summary has more. */
const mostLines = 3;
const mostEvents = 12;
/** The same as lines, further ones of each so many columns in; nothing when no task stopped. */
function troubleLines({ causes, log, events, }) {
    if (causes.length === 0)
        return [];
    const said = (text) => ({ text, indent: 4, isQuoted: false });
    const quoted = (text) => ({ text: `  ${text}`, indent: 9, isQuoted: true });
    return [
        ...causes.map((cause) => said(`Tasks that stopped: ${cause}`)),
        ...(log === undefined ? [] : [said(`The last it wrote (${log.of}):`), ...log.lines.slice(-mostLines).map(quoted)]),
        ...(events.length === 0 ? [] : [said('What ECS said:')]),
        ...events.slice(-mostEvents).map(({ at, text }) => quoted(`${at}  ${(0,_rehearse_short_arns_js__WEBPACK_IMPORTED_MODULE_0__/* .withShortArns */ .N)(text)}`)),
    ];
}
/** As it was before it was written into a table. */
const plain = (text) => text.replaceAll('\\|', '|').replaceAll('&lt;', '<');


/***/ })

};
