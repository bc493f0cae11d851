export const id = 4177;
export const ids = [4177];
export const modules = {

/***/ 4003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finishRelease: () => (/* binding */ finishRelease)
/* harmony export */ });
/* harmony import */ var _fleet_take_back_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1761);
/* harmony import */ var _fleet_touched_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(436);
/* harmony import */ var _ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1928);
// src/actions/ecs-rolling/post-release.ts



/**
 * Puts back what `main` had deployed of a release that it could not finish: its services run the new version together or not
 * at all. Idempotent. Answers what it did, a sentence for each service.
 *
 * @throws Error when a service could not be put back; the entry stays for `recover`
 */
async function finishRelease({ journal, worldOf, region, holder, }) {
    const held = await journal.read();
    // It was decided, and its last word to the runner got lost.
    if (held?.entry === undefined)
        return [];
    const { entry } = held;
    const lost = (0,_ports_lock_holder_js__WEBPACK_IMPORTED_MODULE_2__/* .lostTo */ .q)(held, { holder, expires: entry.expires });
    if (lost !== undefined)
        return [`The release: nothing to do here: ${lost} puts it back.`];
    const ends = await (0,_fleet_take_back_js__WEBPACK_IMPORTED_MODULE_0__/* .takeBack */ .z)((0,_fleet_touched_service_js__WEBPACK_IMPORTED_MODULE_1__/* .touchedBy */ .Oq)(entry), worldOf, region);
    const left = ends.filter(({ isSettled }) => !isSettled);
    if (left.length > 0)
        throw new Error(left.map(({ told }) => told).join(' '));
    await journal.release(holder, entry.expires);
    return [
        'The release was ended before all of its services were deployed: what had been deployed of it goes back.',
        ...ends.map(({ told }) => told),
    ];
}


/***/ }),

/***/ 1761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ takeBack)
/* harmony export */ });
/* harmony import */ var _ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
/* harmony import */ var _ports_message_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9901);
/* harmony import */ var _rolling_roll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3437);
/* harmony import */ var _rolling_story_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7404);
// src/fleet/take-back.ts




/** So long a service may take to be back, ms. */
const backMs = 15 * 60_000;
/**
 * Puts back the services of a release that a run left undecided. It goes by what they run now: one that runs what it ran
 * before is left alone, and so is one that somebody else has deployed to. May be done twice, and side by side with others.
 * Never rejects.
 */
async function takeBack(touched, worldOf, region) {
    return Promise.all(touched.map(async (one) => {
        const { service } = one;
        try {
            return { service, ...(await back(one, worldOf(one.cluster), region)) };
        }
        catch (error) {
            const why = (0,_ports_message_of_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error);
            return { service, isSettled: false, told: `${service} could not be put back: ${why}` };
        }
    }));
}
async function back({ cluster, service, before, after }, world, region) {
    const seen = (await world.rollout.describe([service]))[0];
    const arn = seen?.taskDefinitionArn ?? '';
    const runs = (0,_ecs_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(arn);
    if (runs === before)
        return { isSettled: true, told: `${service} runs ${before}, as before the release.` };
    if (runs !== after)
        return { isSettled: true, told: `${service} runs ${runs}, which somebody else has deployed: it was left alone.` };
    const target = arn.slice(0, arn.lastIndexOf('/') + 1) + before;
    const settings = settingsOf(region);
    const request = {
        label: service,
        cluster,
        service,
        definition: { source: { kind: 'arn', arn: target }, edits: {} },
        settings,
    };
    const { desiredCount = 0 } = seen ?? {};
    const done = {
        label: service,
        cluster,
        service,
        outcome: 'succeeded',
        reason: '',
        taskDefinitionArn: arn,
        before: { taskDefinitionArn: target, desiredCount, lastGoodArn: target },
        isTouched: true,
        times: {},
        story: (0,_rolling_story_js__WEBPACK_IMPORTED_MODULE_3__/* .newRollStory */ .F)(world.clock.now()),
        serving: '',
    };
    const { outcome, reason, serving } = await (0,_rolling_roll_js__WEBPACK_IMPORTED_MODULE_1__/* .undo */ .t)(done, request, world);
    const told = [`${service}: ${reason}.`, serving].filter(Boolean).join(' ');
    return { isSettled: outcome === 'rolled-back' || outcome === 'superseded', told };
}
/** What it takes to go back: nothing is looked at but the service. */
const settingsOf = (region) => ({
    region,
    change: { forceNewDeployment: false },
    timeoutMs: backMs,
    pollMs: 5_000,
    failAfter: 3,
    bakeMs: 0,
    unhealthyLimit: 2,
    unknownLimitMs: 60_000,
    alarms: [],
    queries: [],
    alertRules: [],
    onFailure: 'leave',
    onCancel: 'leave',
    whenBusy: 'replace',
    whenLocked: 'fail',
    logLines: 0,
    dryRun: false,
});


/***/ })

};
