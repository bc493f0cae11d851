import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2';
import { only } from '../admin-body.js';
import type { AdminCall } from '../contract.js';
import { checkedActions } from './actions.js';
import type { Control } from './control.js';
import { invalid } from './names.js';

/** Deeds that AWS has no call for: `POST /_sluice/elb/<name>`. */
export function elbAdmin(control: Control): Record<string, AdminCall> {
  const { state, counts } = control;
  return {
    /** Where listeners really listen, also by the load balancer's DNS name, which nobody resolves here. */
    addresses: () => ({
      listeners: [...state.listeners.values()].flatMap(({ arn, loadBalancer, port, protocol, socket }) =>
        socket.address === undefined
          ? []
          : [
              {
                listenerArn: arn,
                loadBalancerArn: loadBalancer.arn,
                loadBalancerName: loadBalancer.name,
                dnsName: loadBalancer.dnsName,
                protocol,
                port,
                host: socket.address.host,
                realPort: socket.address.port,
                url: `http://${socket.address.host}:${socket.address.port}`,
              },
            ],
      ),
    }),

    /** `{ruleArn | listenerArn, weights: {targetGroupArn: weight}}`: somebody else changes weights. Groups not named keep theirs. */
    'set-weights': (body) => {
      only(body, ['ruleArn', 'listenerArn', 'weights']);
      const { ruleArn, listenerArn } = body;
      if ((ruleArn === undefined) === (listenerArn === undefined)) throw invalid('name a ruleArn or a listenerArn');
      const { rule, listener } =
        typeof ruleArn === 'string'
          ? state.rule(ruleArn)
          : { listener: state.listener(String(listenerArn)), rule: state.listener(String(listenerArn)).defaultRule };
      const weights = weightsOf(body.weights);
      const actions = rule.actions.map((action): Action => {
        if (action.Type !== 'forward') return action;
        const groups = (action.ForwardConfig?.TargetGroups ?? []).map((group) => {
          const weight = weights.get(group.TargetGroupArn ?? '');
          weights.delete(group.TargetGroupArn ?? '');
          return weight === undefined ? group : { ...group, Weight: weight };
        });
        return { ...action, ForwardConfig: { ...action.ForwardConfig, TargetGroups: groups } };
      });
      if (weights.size > 0) throw invalid(`The action does not forward to: ${[...weights.keys()].join(', ')}`);
      rule.actions = checkedActions(actions, { ...listener, state, was: rule.actions });
      control.rulesChanged(listener);
      return { actions: rule.actions };
    },

    /** `{since?: cloud epoch ms, bucketSeconds?: number, listenerArn?: string}` → requests by target group, status and time. */
    counts: (body) => {
      only(body, ['since', 'bucketSeconds', 'listenerArn']);
      const { since: sinceMs = 0, bucketSeconds = 1, listenerArn } = body;
      if (typeof sinceMs !== 'number') throw invalid('since is cloud time in epoch milliseconds');
      if (typeof bucketSeconds !== 'number' || !(bucketSeconds >= 1)) throw invalid('bucketSeconds is 1 or more');
      if (listenerArn === undefined) return counts.read({ sinceMs, bucketSeconds });
      return counts.read({ sinceMs, bucketSeconds, listenerArn: state.listener(String(listenerArn)).arn });
    },

    'reset-counts': () => {
      counts.reset();
      return {};
    },
  };
}

function weightsOf(given: unknown): Map<string, number> {
  if (typeof given !== 'object' || given === null) throw invalid('weights: an object of target group ARN and weight');
  const weights = new Map<string, number>();
  for (const [arn, weight] of Object.entries(given)) {
    if (typeof weight !== 'number') throw invalid(`weights: '${arn}' must have a number`);
    weights.set(arn, weight);
  }
  return weights;
}
