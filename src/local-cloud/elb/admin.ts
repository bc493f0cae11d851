import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2';
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
      const { ruleArn, listenerArn } = body;
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
      rule.actions = checkedActions(actions, { ...listener, state });
      control.rulesChanged(listener);
      return { actions: rule.actions };
    },

    /** `{since?: cloud epoch ms, bucketSeconds?: number, listenerArn?: string}` → requests by target group, status and time. */
    counts: ({ since, bucketSeconds, listenerArn }) =>
      counts.read({
        ...(typeof since === 'number' ? { sinceMs: since } : {}),
        ...(typeof bucketSeconds === 'number' && bucketSeconds >= 1 ? { bucketSeconds } : {}),
        ...(typeof listenerArn === 'string' ? { listenerArn } : {}),
      }),

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
