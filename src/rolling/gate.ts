import type { TaskDefinition } from '../ecs/task-definition.js';
import type { WordsEdit } from '../ecs/task-definition-edit.js';
import { type OneOffWorld, runOneOff } from '../one-off/run-one-off.js';
import { type PreflightWorld, preflight } from '../preflight/preflight.js';
import type { Gate, GateAnswer, GateTask } from './gates.js';
import type { RollSettings } from './settings.js';

/** What stands before and after the rollout of one service, as it was asked for. */
export function gateOf(
  asked: {
    readonly cluster: string;
    readonly settings: RollSettings;
    readonly images: Readonly<Record<string, string>>;
    readonly preflight: boolean;
    readonly runBefore: readonly WordsEdit[];
    readonly runAfter: readonly WordsEdit[];
    readonly runTimeoutMs: number;
  },
  world: { readonly preflight: () => Promise<PreflightWorld>; readonly oneOff: OneOffWorld },
): Gate {
  const { settings, cluster } = asked;
  const run =
    (name: string, commands: readonly WordsEdit[]) =>
    async ({ service, taskDefinitionArn }: GateTask): Promise<GateAnswer> => {
      for (const [i, { container, words }] of commands.entries()) {
        const id = `${name}-${i + 1}`;
        const result = await runOneOff(
          {
            name: commands.length > 1 ? `${name} ${i + 1}` : name,
            id,
            service,
            taskDefinitionArn,
            command: words,
            timeoutMs: asked.runTimeoutMs,
            ...(container === undefined ? {} : { container }),
          },
          world.oneOff,
        );
        if (result.outcome === 'succeeded') continue;
        return { ok: false, outcome: result.outcome, reason: `${name}: ${result.reason.replace(/\.$/, '')}` };
      }
      return { ok: true };
    };
  return {
    ...(asked.preflight
      ? {
          preflight: async ({ service, definition }: { service: { name: string }; definition: TaskDefinition }) =>
            preflight(
              {
                cluster,
                service: service.name,
                region: settings.region,
                definition,
                images: asked.images,
                // They are looked at anyway, with what forcing means for them.
                alarms: [],
                whenBusy: settings.whenBusy,
                ...(settings.change.capacityProviderStrategy === undefined
                  ? {}
                  : {
                      capacityProviders: settings.change.capacityProviderStrategy.map(
                        (share) => share.capacityProvider,
                      ),
                    }),
              },
              await world.preflight(),
            ),
        }
      : {}),
    ...(asked.runBefore.length > 0 ? { before: run('run-before', asked.runBefore) } : {}),
    ...(asked.runAfter.length > 0 ? { after: run('run-after', asked.runAfter) } : {}),
  };
}
