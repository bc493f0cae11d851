export const id = 6307;
export const ids = [6307];
export const modules = {

/***/ 5857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ watchedBy),
/* harmony export */   selectServices: () => (/* binding */ selectServices),
/* harmony export */   whatChanged: () => (/* binding */ whatChanged)
/* harmony export */ });
/* harmony import */ var _spec_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5541);
/* harmony import */ var _watch_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3899);
// src/services-file/select.ts


/** The services that are meant. `changedPaths` are those of the files that differ, from the top of the repository. */
function selectServices(file, selection, changedPaths) {
    if (selection === 'all')
        return { services: file.services, problems: [] };
    if (selection === 'changed') {
        const services = file.services.filter((service) => whatChanged(file, service, changedPaths) !== undefined);
        return { services, problems: [] };
    }
    const names = file.services.map(({ name }) => name);
    const problems = selection
        .filter((name) => !names.includes(name))
        .map((name) => {
        const suggestion = (0,_spec_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, names);
        const wrong = `is no service of ${file.fileName}, which has ${names.join(', ')}`;
        return { name, wrong, ...(suggestion === undefined ? {} : { suggestion }) };
    });
    return { services: file.services.filter(({ name }) => selection.includes(name)), problems };
}
/**
 * The first path that makes the service a changed one, or nothing. The services file itself changes every service: what it
 * says of one may have changed.
 */
function whatChanged(file, service, changedPaths) {
    const patterns = watchedBy(service);
    return changedPaths.find((path) => path === file.fileName || (0,_watch_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .takes */ .n)(patterns, path) || (0,_watch_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .takes */ .n)(file.sharedPaths, path));
}
/** The patterns of what belongs to a service: `paths`, or what the entry names. */
function watchedBy({ paths, context, dockerfile, taskDefinition, buildContexts = [], }) {
    if (paths !== undefined)
        return paths;
    const folder = context === undefined ? undefined : plain(context);
    if (folder === undefined || folder === '')
        return ['**'];
    const files = [dockerfile, taskDefinition].filter((path) => path !== undefined && !path.startsWith('arn:'));
    const folders = buildContexts
        .map((context) => context.slice(context.indexOf('=') + 1))
        .filter((from) => !/^(?:docker-image|service):/.test(from));
    return [folder, ...[...files, ...folders].map((path) => plain(path ?? ''))];
}
const plain = (path) => path
    .replace(/^(\.?\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/\/$/, '');


/***/ }),

/***/ 3899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ watchPattern),
/* harmony export */   n: () => (/* binding */ takes)
/* harmony export */ });
/* harmony import */ var _spec_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
// src/services-file/watch-paths.ts

/**
 * Patterns of paths in a repository, a part of what GitHub's own path filters take, so that one text means the same in
 * both: `*` is anything but `/`, `**` is anything, `!` takes out again what a pattern before it took. A pattern that
 * names a folder takes all below it. Files whose names begin with a dot are files like any other. Node's `matchesGlob`
 * leaves those out, by which a changed `.npmrc` would change nothing.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
function watchPattern() {
    return {
        label: 'path pattern',
        accepts: 'a path in the repository such as services/user/**, with * for a part of a name, ** for any folders, ! in front to take out',
        absent: undefined,
        read: (given) => {
            const path = given.replace(/^!/, '');
            if (/[?+[\]{}]/.test(path))
                return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('has one of ? + [ ] { } in it, which GitHub and shells take differently');
            if (path.includes('\\'))
                return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('has a \\ in it', given.replaceAll('\\', '/'));
            const plain = path.replace(/^(\.?\/)+/, '').replace(/\/$/, '');
            if (plain.split('/').some((part) => part === '..' || part === '.'))
                return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('leaves the repository or has a . in it');
            if (plain === '')
                return (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('names nothing', '**');
            return plain === path || `${plain}/` === path
                ? (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .L)(given)
                : (0,_spec_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .wrong */ .Q)('does not begin at the top of the repository', plain);
        },
    };
}
/** Whether the patterns take the path; the last pattern that speaks of it decides. */
function takes(patterns, path) {
    let isTaken = false;
    for (const pattern of patterns) {
        const isOut = pattern.startsWith('!');
        if (isOut === isTaken && matches(isOut ? pattern.slice(1) : pattern, path))
            isTaken = !isOut;
    }
    return isTaken;
}
/**
 * Walks the path once, with all the places in the pattern that it may have come to. A regular expression of many `**`
 * would go back and forth for minutes.
 */
function matches(pattern, path) {
    const tokens = pattern.replace(/\/$/, '').match(/\*{2,}\/|\*+|[^*]/gs) ?? [];
    let places = new Set();
    const enter = (place, into) => {
        into.add(place);
        if (tokens[place]?.startsWith('*'))
            enter(place + 1, into);
    };
    enter(0, places);
    for (const letter of path) {
        // All below a folder that the pattern names belongs to it.
        if (letter === '/' && places.has(tokens.length))
            return true;
        const next = new Set();
        for (const place of places) {
            const token = tokens[place] ?? '';
            const takesFolders = token.startsWith('**') && token.endsWith('/');
            // Whole folders end with a slash; before one, the pattern cannot go on.
            if (takesFolders)
                next.add(place);
            if (token === letter || (takesFolders && letter === '/'))
                enter(place + 1, next);
            else if (/^\*+$/.test(token) && (token !== '*' || letter !== '/'))
                enter(place, next);
        }
        places = next;
    }
    return places.has(tokens.length);
}


/***/ })

};
