export const id = 937;
export const ids = [937];
export const modules = {

/***/ 779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DescribeClustersCommand: () => (/* binding */ DescribeClustersCommand)
/* harmony export */ });
/* harmony import */ var _sdk_Q4FPH6K2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8254);
/* harmony import */ var _sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5298);
/* harmony import */ var _sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(194);
/* harmony import */ var _sdk_AITBGQIM_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4676);





// node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeClustersCommand.js
var DescribeClustersCommand = class extends (0,_sdk_Q4FPH6K2_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_sdk_Q4FPH6K2_js__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _sdk_Q4FPH6K2_js__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeClusters", _sdk_Q4FPH6K2_js__WEBPACK_IMPORTED_MODULE_0__/* .DescribeClusters$ */ .dM) {
};



/***/ })

};
