// Prints the sum of what jest wrote into a folder (`--json --outputFile`) as one line: `N passed, N failed, N skipped`.
// A part that left NAME.failed and no failed test in NAME.json counts as one failed: it broke, or ran out of time. So does
// a lane in which there was nothing to run. Exits 1 when anything failed.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(process.argv[2] ?? '.');
const files = readdirSync(folder);
const total = { passed: 0, failed: 0, skipped: 0 };
const blamed = new Set();

for (const file of files.filter((name) => name.endsWith('.json'))) {
  const lane = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  // A file of tests that cannot be loaded has no failed test, and is a failure.
  const failed = lane.numFailedTests + lane.numRuntimeErrorTestSuites + (lane.numTotalTests === 0 ? 1 : 0);
  total.passed += lane.numPassedTests;
  total.failed += failed;
  total.skipped += lane.numPendingTests + lane.numTodoTests;
  if (failed > 0) {
    blamed.add(file.replace(/\.json$/, ''));
  }
}
for (const file of files.filter((name) => name.endsWith('.failed'))) {
  total.failed += blamed.has(file.replace(/\.failed$/, '')) ? 0 : 1;
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
