export const id = 5129;
export const ids = [5129];
export const modules = {

/***/ 5508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DeleteParameterCommand: () => (/* binding */ DeleteParameterCommand),
/* harmony export */   GetParameterCommand: () => (/* binding */ GetParameterCommand),
/* harmony export */   GetParametersByPathCommand: () => (/* binding */ GetParametersByPathCommand),
/* harmony export */   PutParameterCommand: () => (/* binding */ PutParameterCommand),
/* harmony export */   SSMClient: () => (/* reexport safe */ _sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__.jB)
/* harmony export */ });
/* harmony import */ var _sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6272);
/* harmony import */ var _sdk_C7UQBCTE_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(206);
/* harmony import */ var _sdk_2IEGLLJO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5364);
/* harmony import */ var _sdk_N4MAO3E4_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8385);
/* harmony import */ var _sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7348);
/* harmony import */ var _sdk_TBFNLZPV_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9192);
/* harmony import */ var _sdk_OPTJSIVF_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(371);
/* harmony import */ var _sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5298);
/* harmony import */ var _sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(194);
/* harmony import */ var _sdk_AITBGQIM_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4676);












// node_modules/@aws-sdk/client-ssm/dist-es/commands/DeleteParameterCommand.js
var DeleteParameterCommand = class extends (0,_sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DeleteParameter", _sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* .DeleteParameter$ */ .JL) {
};

// node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParameterCommand.js
var GetParameterCommand = class extends (0,_sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "GetParameter", _sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* .GetParameter$ */ .un) {
};

// node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParametersByPathCommand.js
var GetParametersByPathCommand = class extends (0,_sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "GetParametersByPath", _sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* .GetParametersByPath$ */ .RN) {
};

// node_modules/@aws-sdk/client-ssm/dist-es/commands/PutParameterCommand.js
var PutParameterCommand = class extends (0,_sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "PutParameter", _sdk_JBPHZ6G3_js__WEBPACK_IMPORTED_MODULE_0__/* .PutParameter$ */ .t7) {
};



/***/ })

};
