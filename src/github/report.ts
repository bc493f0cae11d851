import type { Report } from '../ports/report.js';
import { saveState, setOutputs } from './files.js';
import { annotate, info } from './log.js';
import { writeSummary } from './summary.js';

/** The report of a step on a runner: its log, annotations, output and summary files. */
export const runnerReport: Report = {
  line: info,
  warn: (text) => annotate('warning', text),
  outputs: setOutputs,
  summary: writeSummary,
  keep: saveState,
};
