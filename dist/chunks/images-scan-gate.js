export const id = 7635;
export const ids = [7635];
export const modules = {

/***/ 1778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeScans: () => (/* binding */ judgeScans)
});

// EXTERNAL MODULE: ./build-stage/spec/counted.js
var counted = __webpack_require__(7481);
;// CONCATENATED MODULE: ./build-stage/images/allowance.js
// src/images/allowance.ts
/** The entry that speaks of the finding, the one for its package before the one for any. */
function allowanceFor(finding, allowances) {
    const same = allowances.filter(({ id }) => id.toLowerCase() === finding.id.toLowerCase());
    return same.find((one) => one.package === finding.package) ?? same.find((one) => one.package === undefined);
}

// EXTERNAL MODULE: ./build-stage/images/digest.js
var images_digest = __webpack_require__(643);
// EXTERNAL MODULE: ./build-stage/images/findings.js
var images_findings = __webpack_require__(794);
;// CONCATENATED MODULE: ./build-stage/images/scan-gate.js
// src/images/scan-gate.ts




/** Whether the images may go on. What could not be scanned may not: no findings is not the same as none found. */
function judgeScans(images, rule) {
    const unscannable = images.flatMap(({ name, digest, scan }) => {
        if ('unscannable' in scan)
            return [`${name}: ${scan.unscannable}`];
        const isOfAnother = scan.subjects.length > 0 && !scan.subjects.includes(digest);
        return isOfAnother
            ? [
                `${name}: the report of ${scan.source} is about ${scan.subjects.map(images_digest/* shortDigest */.VK).join(', ')} and not about ${(0,images_digest/* shortDigest */.VK)(digest)}`,
            ]
            : [];
    });
    if (images.length === 0)
        unscannable.push('there is no image to be scanned');
    const reports = images.flatMap(({ name, scan }) => ('findings' in scan ? [{ name, findings: scan.findings }] : []));
    const findings = (0,images_findings/* mergedFindings */.Tw)(reports.map((report) => report.findings)).map((finding) => {
        const names = reports
            .filter((report) => report.findings.some((one) => isSame(one, finding)))
            .map(({ name }) => name);
        return { ...standingOf(finding, rule), finding, images: [...new Set(names)] };
    });
    const counting = findings.filter(({ standing }) => standing === 'counts' || standing === 'expired');
    return {
        isPassed: unscannable.length === 0 && counting.length === 0,
        reason: reasonFor(unscannable, counting, findings, rule),
        findings,
        unscannable,
        warnings: warningsOf(findings, rule),
    };
}
function standingOf(finding, rule) {
    if (rule.failOn === 'none' || !(0,images_findings/* reaches */.O6)(finding.severity, rule.failOn))
        return { standing: 'below' };
    if (finding.asideBecause !== undefined)
        return { standing: 'aside' };
    if (rule.isFixableOnly && finding.fixedIn === '')
        return { standing: 'unfixable' };
    const allowance = allowanceFor(finding, rule.allowances);
    if (allowance === undefined)
        return { standing: 'counts' };
    // Days in this form are in their order as texts.
    return { standing: rule.today <= allowance.expires ? 'allowed' : 'expired', allowance };
}
const isSame = (one, other) => one.id === other.id && one.package === other.package && one.version === other.version;
function reasonFor(unscannable, counting, all, { failOn }) {
    const [first] = unscannable;
    if (first !== undefined) {
        const more = unscannable.length === 1 ? '' : `, and ${(0,counted/* counted */.h)(unscannable.length - 1, 'more image')} not either`;
        return `What is in the image is not known: ${first}${more}.`;
    }
    if (counting.length > 0) {
        const counts = images_findings/* SEVERITIES */.oC.map((severity) => [counting.filter(({ finding }) => finding.severity === severity).length, severity]);
        const told = counts.filter(([count]) => count > 0).map(([count, severity]) => `${count} ${severity}`);
        return `${(0,counted/* counted */.h)(counting.length, 'finding')} ${counting.length === 1 ? 'keeps' : 'keep'} the image back: ${told.join(', ')}.`;
    }
    if (all.length === 0)
        return 'The scan found nothing.';
    const limit = failOn === 'none' ? '' : ` of ${failOn} or worse that counts`;
    return failOn === 'none'
        ? `${(0,counted/* counted */.h)(all.length, 'finding')}, and none is asked to keep the image back.`
        : `The scan found nothing${limit}, and ${(0,counted/* counted */.h)(all.length, 'finding')} in all.`;
}
function warningsOf(findings, { allowances, today }) {
    return allowances.flatMap((allowance) => {
        const { id, expires, reason } = allowance;
        const name = allowance.package === undefined ? id : `${id} in ${allowance.package}`;
        if (today > expires)
            return [`The allowance for ${name} (${reason}) ended on ${expires} and holds no longer.`];
        const isUsed = findings.some(({ finding }) => allowanceFor(finding, allowances) === allowance);
        return isUsed ? [] : [`The allowance for ${name} is not needed: no such finding.`];
    });
}


/***/ })

};
