import type { Story } from '../../blue-green/story.js';
import { bar, clockWords } from '../../blue-green/words.js';
import type { World } from '../../blue-green/world.js';
import type { Watch } from '../../evidence/watch.js';
import { type Decision, plannedWeight, type Seen, type ShiftPlan, type ShiftState } from '../../shift/state.js';
import { showRollback, showStep } from './show-deployment.js';

/** How often the bake is told of in the log while nothing else happens, ms. */
const tellMs = 60_000;

/** Tells the log and the story what the shift does: a line for each change, and one a minute while baking. */
export class Teller {
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly world: World,
    private readonly story: Story,
    private readonly plan: ShiftPlan,
    private readonly watch: Pick<Watch, 'verdict'>,
  ) {}

  /** Answers whether something changed that the summary should show at once. */
  tell(before: ShiftState, { state, command, reason }: Decision, seen: Seen): boolean {
    const isAdopted = state.adopted !== null && state.adopted !== before.adopted;
    const isFurther = state.phase !== before.phase || state.step !== before.step;
    const moved = isFurther || isAdopted || command.kind === 'write';
    const driftBegan = state.driftSince !== null && before.driftSince === null;
    const weightChanged = seen.greenWeight !== undefined && seen.greenWeight !== before.observed;
    const sides = { blue: this.story.plan?.blue.service ?? 'blue', green: this.story.plan?.green.service ?? 'green' };
    const { what, why } = inWords(command, state, reason, sides);
    if (moved || weightChanged || driftBegan) {
      this.story.timeline.push({ at: seen.now, greenPercent: seen.greenWeight ?? null, what });
    }
    this.noteStep(before, state, seen);
    this.show(before, state, seen);
    const isDue = state.phase === 'baking' && seen.now - this.toldAt >= tellMs;
    if (moved || driftBegan || isDue) {
      const evidence = isDue && !moved ? `; ${seen.verdict.judgement}: ${seen.verdict.reason}` : '';
      const share = bar(seen.greenWeight ?? plannedWeight(this.plan, state));
      this.world.report.line(`${clockWords(seen.now - this.story.startedAt)}  ${share}  ${what}${why}${evidence}`);
      this.toldAt = seen.now;
    }
    return moved;
  }

  private noteStep(before: ShiftState, state: ShiftState, seen: Seen): void {
    const open = this.story.steps.at(-1);
    if (open !== undefined && open.to === undefined) {
      open.verdict = this.watch.verdict();
      if (state.step !== before.step || (before.phase === 'baking' && state.phase !== 'baking')) open.to = seen.now;
    }
    if (state.phase === 'baking' && before.phase !== 'baking') {
      const verdict = this.watch.verdict();
      this.story.steps.push({ weight: seen.greenWeight ?? 0, from: seen.now, to: undefined, verdict });
    }
  }

  private show(before: ShiftState, state: ShiftState, seen: Seen): void {
    if (state.phase === before.phase) return;
    const service = this.story.plan?.green.service ?? 'green';
    const step = this.plan.steps[state.step];
    if (state.phase === 'baking' && step !== undefined) {
      const { judgement } = seen.verdict;
      const [number, of] = [state.step + 1, this.plan.steps.length];
      showStep(this.world, { ...step, service, judgement, number, of });
    }
    if (state.phase === 'rolling-back') showRollback(this.world, service, state.rollback?.reason ?? '');
  }
}

/**
 * By the names of the services: which of them is the new version changes with every release. Why something was raised is
 * for the log; the summary has it with the step.
 */
function inWords(
  command: Decision['command'],
  state: ShiftState,
  reason: string,
  { blue, green }: { blue: string; green: string },
): { what: string; why: string } {
  if (command.kind === 'write' && command.greenWeight > 0)
    return { what: `raising ${green} to ${command.greenWeight} %`, why: ` (${reason})` };
  if (command.kind === 'write') return { what: `taking all traffic back to ${blue}: ${reason}`, why: '' };
  // Why it went back was told when it began to.
  if (command.kind === 'end' && state.phase === 'rolled-back')
    return { what: `rolled-back: ${blue} has all the traffic`, why: '' };
  if (command.kind === 'end') return { what: `${state.phase}: ${reason}`, why: '' };
  return { what: reason, why: '' };
}
