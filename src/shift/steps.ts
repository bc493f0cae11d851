import { DURATION_ACCEPTS, formatDuration, parseDuration } from '../spec/duration.js';
import { type Reading, read, wrong } from '../spec/kind.js';
import { parsePercent } from '../spec/percent.js';
import type { Step } from './state.js';

export const STEPS_ACCEPTS = `steps such as 10%@5m, 50%@10m, 100%@15m: a rising percentage, @, and ${DURATION_ACCEPTS}; the last one 100%`;

/** `10%@5m, 50%@10m, 100%@15m` as data. Steps are separated by commas or line breaks. */
export function parseSteps(text: string): Reading<readonly Step[]> {
  const steps: Step[] = [];
  for (const [index, given] of text.split(/[,\n]/).entries()) {
    const name = `step ${index + 1}`;
    const parts = given.split('@').map((part) => part.trim());
    const [weightText, bakeText] = parts;
    if (parts.length !== 2 || weightText === undefined || bakeText === undefined) {
      return wrong(`has something else than PERCENT@DURATION as ${name}: ${JSON.stringify(given.trim())}`);
    }
    const weight = parsePercent(weightText);
    if (!weight.ok) {
      return wrong(`has a ${name} whose weight ${JSON.stringify(weightText)} ${weight.wrong}`);
    }
    const bake = parseDuration(bakeText);
    if (!bake.ok) {
      return wrong(`has a ${name} whose time ${JSON.stringify(bakeText)} ${bake.wrong}`);
    }
    const before = steps.at(-1)?.weight ?? 0;
    if (weight.value <= before) {
      return wrong(`does not rise: ${name} is ${weight.value}% after ${before}%`);
    }
    steps.push({ weight: weight.value, bakeMs: bake.value });
  }
  const end = steps.at(-1)?.weight;
  return end === 100 ? read(steps) : wrong(`ends at ${end}%, not at 100%`);
}

/** The text that `parseSteps` reads back as the same plan. */
export function formatSteps(steps: readonly Step[]): string {
  return steps.map((step) => `${step.weight}%@${formatDuration(step.bakeMs)}`).join(', ');
}
