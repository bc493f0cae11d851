export const id = 6832;
export const ids = [6832];
export const modules = {

/***/ 6312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkoutRoot: () => (/* binding */ checkoutRoot),
/* harmony export */   l: () => (/* binding */ nodeForActions)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _testing_node_24_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2833);
// src/cli/rehearse/places.ts



/** The checkout that this program belongs to: the folder above it that has `actions` and `dist`. */
function checkoutRoot(from = import.meta.dirname) {
    for (let folder = from;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'actions')) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'dist')))
            return folder;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            throw new Error(`no checkout of Sluice above ${from}`);
    }
}
/** Node 24, which actions run on, when it is installed; otherwise the Node that runs this. */
function nodeForActions(root) {
    try {
        return { path: (0,_testing_node_24_js__WEBPACK_IMPORTED_MODULE_2__/* .node24 */ .H)(root), words: 'Node 24 from node_modules, as on GitHub' };
    }
    catch {
        const isThat = process.versions.node.startsWith('24.');
        const words = isThat ? `Node ${process.versions.node}` : `Node ${process.versions.node}; GitHub's runner has 24`;
        return { path: process.execPath, words };
    }
}


/***/ }),

/***/ 2833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ node24)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
// src/testing/node-24.ts


/** The Node that `using: node24` means: npm's `node` package brings it. */
function node24(root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(import.meta.dirname, '../..')) {
    const candidates = [
        'node_modules/node/bin/node',
        // Where npm does not run install scripts, the binary stays in the package of the platform.
        ...['node_modules', 'node_modules/node/node_modules'].map((folder) => `${folder}/node-bin-${process.platform}-${process.arch}/bin/node`),
    ];
    const found = candidates.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path)).find((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path));
    if (found === undefined) {
        throw new Error('Node 24 is not installed: npm ci brings it');
    }
    return found;
}


/***/ })

};
