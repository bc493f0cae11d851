import { formatDuration } from '../../spec/duration.js';
import { cleanUpGreen, currentShare, restoreBlue, weightsNow } from './finish.js';
import type { Kept } from './kept.js';
import { servingInWords } from './result.js';
import type { BlueGreenInputs } from './spec.js';
import type { World } from './world.js';

/**
 * Finishes what `main` could not: it was cancelled, killed, or ran out of time. Reads the live state, never memory.
 * Idempotent. Answers what it did, or throws when traffic could not be taken back.
 */
export async function finishInterrupted(inputs: BlueGreenInputs, world: World, kept: Kept): Promise<string> {
  const { report } = world;
  const { blue, green } = kept;
  const held = await world.journal.read();
  if (held !== undefined && held.entry?.holder !== kept.holder) {
    return `Nothing to do here: ${held.entry?.runUrl ?? 'another run'} holds the lock now.`;
  }
  if (blue === undefined || green === undefined || kept.stage === 'prepare') {
    await world.journal.release(kept.holder);
    return 'Nothing was changed; the lock is released.';
  }
  if (kept.stage === 'keep-old') {
    await world.journal.release(kept.holder);
    const kind =
      inputs.keepOld === 'forever'
        ? 'is kept'
        : `was to be scaled to 0 after ${formatDuration(inputs.keepOld) || '0s'} and still has its tasks`;
    return `The release was promoted before the run ended; ${blue.service} ${kind}.`;
  }
  const share = await currentShare(world, blue.targetGroupArn, green.targetGroupArn);
  report.line(share === undefined ? 'Neither side has a weight' : `${green.service} has ${share} % of the traffic`);
  if (share !== 0 && !(await restoreBlue(world, blue.targetGroupArn, green.targetGroupArn))) {
    const command = world.router.commandFor({ [blue.targetGroupArn]: 100, [green.targetGroupArn]: 0 });
    throw new Error(`The traffic could not be taken back to ${blue.service}. Run: ${command}`);
  }
  await cleanUpGreen(world, { green });
  await world.journal.release(kept.holder);
  return `Finished after the interruption. ${servingInWords({ outcome: 'interrupted', reason: '', ...(await weightsNow(world, { blue, green })) })}`;
}
