import type { EcsLooks } from './ecs-looks.js';
import type { Service, ServiceDeploymentBrief } from './sdk/ecs.js';

/** What ListServiceDeployments answered for a service, and which deployment the service ran for it. */
interface Listed {
  readonly briefs: readonly ServiceDeploymentBrief[];
  readonly primaryId: string;
  /** How often it has been taken for the present one. */
  readonly uses: number;
}

/** Of fewer services than this a list costs no more than the looks in place of it. */
const many = 3;
/** A list is made anew after so many looks, whatever the service says of itself. */
const mostUses = 10;
/** A service deployment may be this much older than the deployment that it set off, ms. */
const slackMs = 10_000;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html (status) */
const ended = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'];

/**
 * The service deployments of services, for those who look again and again. ListServiceDeployments tells of one service in a
 * call, so it is asked only when there may be another one; otherwise those that have not ended are looked at, twenty in a
 * call. A new one is known by the service's PRIMARY deployment. A list that is older than that deployment does not have it
 * yet, and is not kept: reads may lag.
 */
export function listedDeployments(
  looks: EcsLooks,
  list: (service: string) => Promise<ServiceDeploymentBrief[] | undefined>,
) {
  const known = new Map<string, Listed>();
  const asked = new Set<string>();

  async function refreshed({ briefs }: Listed): Promise<ServiceDeploymentBrief[] | undefined> {
    const open = briefs.filter(({ status }) => !ended.includes(status ?? ''));
    const seen = await Promise.all(
      open.map(({ serviceDeploymentArn = '' }) => looks.serviceDeployment(serviceDeploymentArn)),
    );
    if (seen.includes(undefined)) return undefined;
    const now = new Map(seen.map((one) => [one?.serviceDeploymentArn, one]));
    return briefs.map((brief) => {
      const one = now.get(brief.serviceDeploymentArn);
      return one === undefined ? brief : { ...brief, status: one.status, statusReason: one.statusReason };
    });
  }

  return {
    /** Whatever was listed of the service before is no longer all. */
    forget(service: string): void {
      known.delete(service);
    },

    async of(service: string): Promise<readonly ServiceDeploymentBrief[] | undefined> {
      asked.add(service);
      if (asked.size < many) return list(service);
      const before = known.get(service);
      known.delete(service);
      if (before !== undefined && before.uses < mostUses) {
        const primary = primaryOf(await looks.serviceJustSeen(service));
        const briefs = primary?.id === before.primaryId ? await refreshed(before).catch(() => undefined) : undefined;
        if (briefs !== undefined) {
          known.set(service, { ...before, briefs, uses: before.uses + 1 });
          return briefs;
        }
      }
      const [briefs, now] = await Promise.all([list(service), looks.serviceJustSeen(service).catch(() => undefined)]);
      const primary = primaryOf(now);
      const newest = Math.max(...(briefs ?? []).map(({ createdAt }) => createdAt?.getTime() ?? 0));
      const isAll = newest + slackMs >= (primary?.createdAt?.getTime() ?? Number.POSITIVE_INFINITY);
      if (briefs !== undefined && primary?.id !== undefined && isAll)
        known.set(service, { briefs, primaryId: primary.id, uses: 0 });
      return briefs;
    },
  };
}

const primaryOf = (service: Service | undefined) => service?.deployments?.find(({ status }) => status === 'PRIMARY');
