/** The kinds of input, under one name: `kinds.duration()`. */
export { arn } from './arn.js';
export { duration, durationOr } from './duration.js';
export { httpStatuses } from './http-status.js';
export type { Kind } from './kind.js';
export { headers, lines, map } from './lists.js';
export { percent } from './percent.js';
export { flag, integer, json, oneOf, pathOrUrl, text, url } from './scalars.js';
export { steps } from './steps.js';
