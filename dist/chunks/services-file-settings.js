export const id = 1884;
export const ids = [1884];
export const modules = {

/***/ 4984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serviceSettings: () => (/* binding */ serviceSettings)
/* harmony export */ });
/* harmony import */ var _spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4547);
/* harmony import */ var _spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6486);
/* harmony import */ var _spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(210);
// src/services-file/settings.ts



/** Inputs of a rolling update that are no setting of one service: they have a field of their own, or are the run's. */
const elsewhere = [
    'task-definition',
    'images',
    'run-before',
    'run-after',
    'run-timeout',
    'on-failure',
    'on-cancel',
    'poll-interval',
    'when-locked',
];
const { queries, 'alert-rules': alertRules } = _spec_prometheus_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .prometheusInputs */ .Uf;
/** What a service may set for itself under `rolling`, by the names and with the texts of the inputs of `ecs-rolling`. */
const serviceSettings = Object.fromEntries(Object.entries({ ..._spec_task_definition_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .taskDefinitionInputs */ .mA, ..._spec_rolling_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .rollingInputs */ .x, queries, 'alert-rules': alertRules }).filter(([name]) => !elsewhere.includes(name)));


/***/ })

};
