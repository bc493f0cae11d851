export const id = 2717;
export const ids = [2717];
export const modules = {

/***/ 8155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DescribeListenersCommand: () => (/* binding */ DescribeListenersCommand),
/* harmony export */   DescribeLoadBalancersCommand: () => (/* binding */ DescribeLoadBalancersCommand),
/* harmony export */   DescribeRulesCommand: () => (/* binding */ DescribeRulesCommand),
/* harmony export */   DescribeTargetHealthCommand: () => (/* binding */ DescribeTargetHealthCommand),
/* harmony export */   ElasticLoadBalancingV2Client: () => (/* reexport safe */ _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__.Ml),
/* harmony export */   ModifyListenerCommand: () => (/* binding */ ModifyListenerCommand),
/* harmony export */   ModifyRuleCommand: () => (/* binding */ ModifyRuleCommand)
/* harmony export */ });
/* harmony import */ var _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(721);
/* harmony import */ var _sdk_C7UQBCTE_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(206);
/* harmony import */ var _sdk_2IEGLLJO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5364);
/* harmony import */ var _sdk_N4MAO3E4_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8385);
/* harmony import */ var _sdk_RQHZ3GWD_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7348);
/* harmony import */ var _sdk_TBFNLZPV_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9192);
/* harmony import */ var _sdk_OPTJSIVF_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(371);
/* harmony import */ var _sdk_XFXZN5Z5_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5298);
/* harmony import */ var _sdk_RJQS2DG7_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(194);
/* harmony import */ var _sdk_AITBGQIM_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4676);












// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeListenersCommand.js
var DescribeListenersCommand = class extends (0,_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeListeners", _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .DescribeListeners$ */ .zk) {
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeLoadBalancersCommand.js
var DescribeLoadBalancersCommand = class extends (0,_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeLoadBalancers", _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .DescribeLoadBalancers$ */ .nL) {
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeRulesCommand.js
var DescribeRulesCommand = class extends (0,_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeRules", _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .DescribeRules$ */ .xc) {
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetHealthCommand.js
var DescribeTargetHealthCommand = class extends (0,_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeTargetHealth", _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .DescribeTargetHealth$ */ .nZ) {
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/ModifyListenerCommand.js
var ModifyListenerCommand = class extends (0,_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "ModifyListener", _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .ModifyListener$ */ .Dp) {
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/ModifyRuleCommand.js
var ModifyRuleCommand = class extends (0,_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "ModifyRule", _sdk_NDXBOXEO_js__WEBPACK_IMPORTED_MODULE_0__/* .ModifyRule$ */ .x3) {
};



/***/ })

};
