import { type QueriesCheck, queryEvidence } from '../evidence/prometheus-source.js';
import { alarmEvidence, probeEvidence, targetHealthEvidence } from '../evidence/sources.js';
import { Watch } from '../evidence/watch.js';
import type { Evidence } from '../ports/evidence.js';
import type { ServiceSeen } from '../ports/service-rollout.js';
import { statusIsIn } from '../spec/http-status.js';
import type { AlarmsCheck } from '../verdict/alarms.js';
import type { Baking } from './follow-service.js';
import type { RollSettings } from './settings.js';
import type { RollingWorld } from './world.js';

/** Failed probes in a row that are bad; fewer are a doubt. */
const probeLimit = 3;

/** What was found of the evidence before anything was touched. */
export interface EvidenceBefore {
  readonly alarms: AlarmsCheck;
  readonly queries: QueriesCheck;
}

/** What watches the new version once it is stable; undefined when nothing was asked for and it has no load balancer. */
export function bakeOf(
  settings: RollSettings,
  world: RollingWorld,
  before: EvidenceBefore,
  service: Pick<ServiceSeen, 'targetGroupArns' | 'desiredCount'>,
): (() => Promise<Baking>) | undefined {
  const sources = sourcesOf(settings, world, before, service);
  if (sources.length === 0) return undefined;
  return async () => {
    const watch = new Watch(sources, world.clock, () => {});
    await watch.lookAtAll();
    watch.start();
    return watch;
  };
}

function sourcesOf(
  settings: RollSettings,
  world: RollingWorld,
  before: EvidenceBefore,
  { targetGroupArns, desiredCount }: Pick<ServiceSeen, 'targetGroupArns' | 'desiredCount'>,
): Evidence[] {
  const { clock, metricQueries } = world;
  const everyMs = settings.pollMs;
  const alarms = alarmEvidence(world.alarms, clock, {
    names: settings.alarms,
    silentFromStart: before.alarms.silent,
    onFromStart: new Set(before.alarms.on.keys()),
    everyMs,
  });
  const targets = targetGroupArns.map((targetGroupArn) =>
    named(
      targetHealthEvidence(world.targets, clock, {
        targetGroupArn,
        needed: settings.change.desiredCount ?? desiredCount,
        limit: settings.unhealthyLimit,
        everyMs,
        onSeen: () => {},
      }),
      targetGroupArns.length > 1 ? ` ${targetGroupArn.split('/')[1] ?? ''}` : '',
    ),
  );
  const { probe } = settings;
  const probed =
    probe === undefined
      ? []
      : [
          probeEvidence(world.prober, clock, {
            request: { url: probe.url, headers: probe.headers, timeoutMs: probe.timeoutMs },
            expected: {
              accepts: (status) => statusIsIn(probe.status, status),
              statuses: probe.status.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(','),
              bodyText: probe.bodyText,
            },
            limit: probeLimit,
            everyMs,
          }),
        ];
  const queries =
    metricQueries === undefined
      ? []
      : [...settings.queries, ...settings.alertRules].map((query) =>
          queryEvidence(metricQueries, clock, query, {
            everyMs,
            wasSilent: before.queries.silent.has(query.name),
            wasBad: before.queries.bad.has(query.name),
            hasTraffic: () => true,
          }),
        );
  return [...(settings.alarms.length > 0 ? [alarms] : []), ...targets, ...probed, ...queries];
}

/** The same source under a name of its own, where there are several of its kind. */
function named(evidence: Evidence, suffix: string): Evidence {
  if (suffix === '') return evidence;
  const source = `${evidence.source}${suffix}`;
  return {
    ...evidence,
    source,
    look: async () => (await evidence.look()).map((finding) => ({ ...finding, source })),
  };
}
