export const id = 3714;
export const ids = [3714];
export const modules = {

/***/ 3523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Refused),
/* harmony export */   y: () => (/* binding */ GitHubApi)
/* harmony export */ });
// src/github/api.ts
/** GitHub does not do this, and would not do it the next time. */
class Refused extends Error {
}
const timeoutMs = 5_000;
const attempts = 2;
/**
 * As much of GitHub's REST API as is needed: a few requests, for which octokit would weigh more than the rest of an action.
 * https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
class GitHubApi {
    url;
    token;
    signal;
    constructor(url, token, 
    /** Ends what is under way. */
    signal) {
        this.url = url;
        this.token = token;
        this.signal = signal;
    }
    /** @throws Refused or, when GitHub does not answer, Error */
    get(path) {
        return this.send('GET', path);
    }
    /** @throws Refused or, when GitHub does not answer, Error */
    post(path, body) {
        return this.send('POST', path, JSON.stringify(body));
    }
    /** @throws Refused or, when GitHub does not answer, Error */
    patch(path, body) {
        return this.send('PATCH', path, JSON.stringify(body));
    }
    async send(method, path, body) {
        for (let attempt = 1;; attempt++) {
            try {
                return await this.sendOnce(method, path, body);
            }
            catch (error) {
                if (error instanceof Refused || attempt === attempts || this.signal.aborted)
                    throw error;
                await new Promise((resolve) => setTimeout(resolve, 300));
            }
        }
    }
    async sendOnce(method, path, body) {
        const response = await fetch(`${this.url}${path}`, {
            method,
            headers: {
                authorization: `Bearer ${this.token}`,
                accept: 'application/vnd.github+json',
                'x-github-api-version': '2022-11-28',
                'user-agent': 'sluice',
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body }),
            signal: AbortSignal.any([this.signal, AbortSignal.timeout(timeoutMs)]),
        }).catch((error) => {
            throw new Error(`no answer from ${new URL(this.url).host} (${reason(error)})`);
        });
        const answer = (await response.json().catch(() => ({})));
        if (response.ok)
            return answer;
        const problem = `${response.status}${answer.message === undefined ? '' : ` ${answer.message}`}`;
        throw response.status >= 500 ? new Error(problem) : new Refused(problem);
    }
}
function reason(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause instanceof Error ? error.cause.message : error.message;
}


/***/ }),

/***/ 4992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepComment: () => (/* binding */ keepComment)
/* harmony export */ });
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9901);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3523);
// src/github/sticky-comment.ts


/** GitHub refuses longer ones. */
const mostCharacters = 65_536;
const perPage = 100;
/** So many comments are looked through. */
const mostPages = 20;
/** How long all of it may take, ms. */
const patienceMs = 30_000;
/**
 * Writes the comment, over the one that a run before has left. It fails softly: a pull request from a fork, or a job without
 * the permission, is a warning and no more.
 * https://docs.github.com/en/rest/issues/comments
 */
async function keepComment(comment) {
    const { repository, pullRequest, about, markdown, warn } = comment;
    const api = new _api_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubApi */ .y(comment.apiUrl, comment.token, AbortSignal.timeout(patienceMs));
    const mark = markOf(about);
    const body = cut(`${mark}\n${markdown}`);
    const path = `/repos/${repository}/issues`;
    try {
        const left = await find(api, `${path}/${pullRequest}/comments`, mark);
        if (left === undefined)
            await api.post(`${path}/${pullRequest}/comments`, { body });
        else if (left.body !== body)
            await api.patch(`${path}/comments/${left.id}`, { body });
    }
    catch (error) {
        const problem = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error);
        const advice = /\b(403|404)\b/.test(problem)
            ? ' Does the job have `permissions: { pull-requests: write }`? A run for a pull request from a fork never has it.'
            : '';
        warn(`The comment on the pull request could not be written: ${problem}.${advice}`);
    }
}
/** Not shown in Markdown. */
const markOf = (about) => `<!-- sluice: ${about.replaceAll('--', '- -')} -->`;
/** Oldest first. Comments of people from outside do not count, whatever they begin with. */
async function find(api, path, mark) {
    for (let page = 1; page <= mostPages; page++) {
        const comments = await api.get(`${path}?per_page=${perPage}&page=${page}`);
        const found = comments.find((each) => each.body?.startsWith(mark) === true && isOwn(each));
        if (found !== undefined || comments.length < perPage)
            return found;
    }
    return undefined;
}
/** Of an app, as `github.token` is, or of somebody who may write to the repository. */
const isOwn = ({ user, author_association: as = '' }) => user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(as);
function cut(body) {
    const note = '\n\n_The rest is in the summary of the run._\n';
    return body.length <= mostCharacters ? body : `${body.slice(0, mostCharacters - note.length)}${note}`;
}


/***/ })

};
