export const id = 9975;
export const ids = [9975];
export const modules = {

/***/ 9975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _actions_ecs_rolling_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8950);

/**
 * A rolling deployment from a laptop or any other CI: `main`, and then `post`, which GitHub's runner would run. After Ctrl-C
 * that takes back what is under way; at another one the program ends, and what is left is for `sluice recover`.
 */
async function main() {
    await (0,_actions_ecs_rolling_index_js__WEBPACK_IMPORTED_MODULE_0__.main)();
    const exitCode = process.exitCode ?? 0;
    const leave = () => {
        process.stderr.write('Left as it is. To finish it: sluice recover, with the same cluster and service\n');
        process.exit(exitCode === 0 ? 1 : exitCode);
    };
    process.once('SIGINT', leave);
    await (0,_actions_ecs_rolling_index_js__WEBPACK_IMPORTED_MODULE_0__.post)();
    process.off('SIGINT', leave);
    if (exitCode !== 0)
        process.exitCode = exitCode;
}


/***/ })

};
