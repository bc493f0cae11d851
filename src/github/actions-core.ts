/**
 * The parts of @actions/core that speak to the runner, without its index. The index loads undici for its OIDC calls,
 * about 417 KB and 50 ms that every wrong input would have to wait for. The package's `exports` map offers nothing but
 * that index, so these modules are named by their place in node_modules; the path is the same from `src/github` and
 * from a build folder beside it.
 */
export { issueCommand } from '../../node_modules/@actions/core/lib/command.js';
export { issueFileCommand, prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js';
export { summary } from '../../node_modules/@actions/core/lib/summary.js';
export { toCommandProperties } from '../../node_modules/@actions/core/lib/utils.js';
