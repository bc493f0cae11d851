export const id = 2345;
export const ids = [2345];
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

/***/ 2323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createDeploymentStatus: () => (/* binding */ createDeploymentStatus)
/* harmony export */ });
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9901);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3523);
// src/github/deployment-status.ts


/** GitHub refuses longer ones. https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status */
const mostCharacters = 140;
/** How long the end of the run waits for what was not shown yet, ms. */
const patienceMs = 5_000;
/** How many of the newest deployments of the commit are looked at for the one of this run. */
const looked = 5;
/**
 * The deployment of this run on GitHub. A job that runs in an environment has one already, made by GitHub when the job
 * began: the statuses are added to it. Otherwise one is made, at the first thing there is to show.
 */
function createDeploymentStatus(shown) {
    const closing = new AbortController();
    const api = new _api_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubApi */ .y(shown.apiUrl, shown.token, closing.signal);
    const path = `/repos/${shown.run.repository}/deployments`;
    let queue = Promise.resolve();
    let deployment;
    let last = '';
    let warned = false;
    let isOver = false;
    async function show(state, description) {
        if (isOver)
            return;
        try {
            deployment ??= (await find(api, path, shown)) ?? (await make(api, path, shown));
            await api.post(`${path}/${deployment}/statuses`, {
                state,
                description: cut(description),
                ...(shown.run.runUrl === undefined ? {} : { log_url: shown.run.runUrl }),
                ...(shown.environmentUrl === undefined ? {} : { environment_url: shown.environmentUrl }),
            });
        }
        catch (error) {
            isOver ||= error instanceof _api_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L;
            if (!warned)
                shown.warn(inWords(error));
            warned = true;
        }
    }
    return {
        tell(state, description) {
            const text = `${state} ${cut(description)}`;
            if (text === last)
                return;
            last = text;
            queue = queue.then(() => show(state, description));
        },
        async shown() {
            const late = setTimeout(() => {
                isOver = true;
                closing.abort();
            }, patienceMs);
            await queue;
            clearTimeout(late);
        },
    };
}
/** The deployment that has a status of this run. */
async function find(api, path, { environment, run }) {
    if (run.runId === undefined || run.sha === undefined)
        return undefined;
    const ofRun = new RegExp(`/actions/runs/${run.runId}(?:/|$)`);
    const query = new URLSearchParams({ environment, sha: run.sha, per_page: String(looked) });
    for (const { id } of await api.get(`${path}?${query}`)) {
        const statuses = await api.get(`${path}/${id}/statuses`);
        if (statuses.some(({ log_url, target_url }) => ofRun.test(log_url || target_url || '')))
            return id;
    }
    return undefined;
}
/** https://docs.github.com/en/rest/deployments/deployments#create-a-deployment */
async function make(api, path, { environment, run }) {
    const { id } = await api.post(path, {
        ref: run.sha,
        environment,
        description: 'Traffic is shifted step by step',
        // What is deployed is decided already: no merge with the default branch, no waiting for checks.
        auto_merge: false,
        required_contexts: [],
    });
    if (id === undefined)
        throw new _api_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L('GitHub made no deployment');
    return id;
}
function cut(description) {
    const line = description.replace(/\s+/g, ' ').trim();
    return line.length <= mostCharacters ? line : `${line.slice(0, mostCharacters - 1)}…`;
}
function inWords(error) {
    const problem = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error);
    const advice = /\b(403|404)\b/.test(problem) ? ' Does the job have `permissions: { deployments: write }`?' : '';
    return `The deployment cannot be shown on GitHub: ${problem}.${advice} The deployment itself goes on`;
}


/***/ })

};
