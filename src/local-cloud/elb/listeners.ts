import type {
  CreateListenerInput,
  DeleteListenerInput,
  Listener as Described,
  DescribeListenerAttributesInput,
  DescribeListenerCertificatesInput,
  DescribeListenersInput,
  ModifyListenerAttributesInput,
  ModifyListenerInput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError, type Operation } from '../contract.js';
import { checkedActions } from './actions.js';
import { attributeList, defaultAttributes, modifyAttributes } from './attributes.js';
import type { Control } from './control.js';
import { invalid, newId } from './names.js';
import { page } from './paging.js';
import { type Listener, rulesOf } from './state.js';
import { putTags } from './tags.js';

/** A load balancer with this tag gets its listeners' own ports on loopback, where they are free. */
export const realPortsTag = 'sluice:real-ports';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html */
export function listenerOperations(control: Control): Record<string, Operation> {
  const { ground, state } = control;
  return {
    async CreateListener(input: CreateListenerInput) {
      const loadBalancer = state.loadBalancer(input.LoadBalancerArn ?? '');
      const { port, protocol } = checkedPort(input);
      const actions = checkedActions(input.DefaultActions, { state, loadBalancer, protocol });
      const certificates = checkedCertificates(protocol, input.Certificates);
      const siblings = state.listenersOf(loadBalancer);
      const known = siblings.find((one) => one.port === port);
      if (known !== undefined) {
        if (known.protocol === protocol && JSON.stringify(known.defaultRule.actions) === JSON.stringify(actions)) {
          return { Listeners: [described(known)] };
        }
        const why = `A listener already exists on this port for this load balancer '${loadBalancer.arn}'`;
        throw new AwsError('DuplicateListener', why);
      }
      if (siblings.length >= 50)
        throw new AwsError('TooManyListeners', 'A load balancer can have at most 50 listeners');
      const id = newId();
      const path = `app/${loadBalancer.name}/${loadBalancer.id}/${id}`;
      const front = { arn: ground.arn('elasticloadbalancing', `listener/${path}`), loadBalancer, port, protocol };
      const listener: Listener = Object.assign(front, {
        certificates,
        sslPolicy: input.SslPolicy ?? (protocol === 'HTTPS' ? 'ELBSecurityPolicy-2016-08' : undefined),
        alpnPolicy: input.AlpnPolicy,
        mutualAuthentication: input.MutualAuthentication,
        attributes: defaultAttributes('listener'),
        defaultRule: {
          arn: ground.arn('elasticloadbalancing', `listener-rule/${path}/${newId()}`),
          priority: undefined,
          conditions: [],
          actions,
          transforms: [],
        },
        rules: [],
        socket: control.newSocket(front),
      });
      putTags(state, listener.arn, input.Tags ?? []);
      // Known before the socket is open, so that two calls for one port cannot both pass.
      state.listeners.set(listener.arn, listener);
      const wantsRealPort = state.tags.get(loadBalancer.arn)?.get(realPortsTag) === 'true';
      await listener.socket.open(wantsRealPort ? port : undefined);
      control.listenerOpened(listener);
      return { Listeners: [described(listener)] };
    },

    DescribeListeners(input: DescribeListenersInput) {
      const { LoadBalancerArn: lb, ListenerArns: arns = [] } = input;
      if (lb === undefined && arns.length === 0) {
        throw invalid('You must specify either listener ARNs or a load balancer ARN');
      }
      if (lb !== undefined && arns.length > 0) {
        throw invalid('You cannot specify both listener ARNs and a load balancer ARN');
      }
      const all = lb === undefined ? arns.map((arn) => state.listener(arn)) : state.listenersOf(state.loadBalancer(lb));
      const { items, NextMarker } = page(all, input);
      return { Listeners: items.map(described), NextMarker };
    },

    /** Members that are not sent stay as they are; `DefaultActions` are replaced as a whole. */
    ModifyListener(input: ModifyListenerInput) {
      const listener = state.listener(input.ListenerArn ?? '');
      const { loadBalancer } = listener;
      const { port, protocol } = checkedPort({
        Port: input.Port ?? listener.port,
        Protocol: input.Protocol ?? listener.protocol,
      });
      if (state.listenersOf(loadBalancer).some((one) => one !== listener && one.port === port)) {
        const why = `A listener already exists on this port for this load balancer '${loadBalancer.arn}'`;
        throw new AwsError('DuplicateListener', why);
      }
      const actions = checkedActions(input.DefaultActions ?? listener.defaultRule.actions, {
        state,
        loadBalancer,
        protocol,
        was: listener.defaultRule.actions,
      });
      listener.certificates = checkedCertificates(protocol, input.Certificates ?? listener.certificates);
      listener.port = port;
      listener.protocol = protocol;
      listener.defaultRule.actions = actions;
      listener.sslPolicy = input.SslPolicy ?? listener.sslPolicy;
      listener.alpnPolicy = input.AlpnPolicy ?? listener.alpnPolicy;
      listener.mutualAuthentication = input.MutualAuthentication ?? listener.mutualAuthentication;
      control.rulesChanged(listener);
      return { Listeners: [described(listener)] };
    },

    async DeleteListener(input: DeleteListenerInput) {
      await closeListener(control, state.listener(input.ListenerArn ?? ''));
      return {};
    },

    DescribeListenerAttributes(input: DescribeListenerAttributesInput) {
      return { Attributes: attributeList(state.listener(input.ListenerArn ?? '').attributes) };
    },

    ModifyListenerAttributes(input: ModifyListenerAttributesInput) {
      const { attributes } = state.listener(input.ListenerArn ?? '');
      modifyAttributes('listener', attributes, input.Attributes ?? []);
      return { Attributes: attributeList(attributes) };
    },

    DescribeListenerCertificates(input: DescribeListenerCertificatesInput) {
      const { certificates } = state.listener(input.ListenerArn ?? '');
      const { items, NextMarker } = page(certificates, input);
      return { Certificates: items.map((one) => ({ ...one, IsDefault: true })), NextMarker };
    },
  };
}

/** The listener with its rules and tags is gone at once; what is in flight is finished. */
export async function closeListener(control: Control, listener: Listener): Promise<void> {
  control.state.listeners.delete(listener.arn);
  for (const arn of [listener.arn, ...rulesOf(listener).map((rule) => rule.arn)]) control.state.tags.delete(arn);
  control.useChanged();
  await listener.socket.close(false);
}

function checkedPort(input: Pick<CreateListenerInput, 'Port' | 'Protocol'>): {
  port: number;
  protocol: 'HTTP' | 'HTTPS';
} {
  const { Port: port, Protocol: protocol } = input;
  if (protocol === undefined) throw invalid('A listener protocol must be specified');
  if (protocol !== 'HTTP' && protocol !== 'HTTPS') {
    throw invalid(`Listener protocol '${protocol}' must be one of 'HTTP, HTTPS'`);
  }
  if (port === undefined) throw invalid('A listener port must be specified');
  if (port < 1 || port > 65_535) throw invalid(`Listener port '${port}' must be between 1 and 65535`);
  return { port, protocol };
}

function checkedCertificates(protocol: string, certificates: CreateListenerInput['Certificates']) {
  if (protocol === 'HTTP') return [];
  if (certificates === undefined || certificates.length === 0) {
    throw invalid('A certificate must be specified for HTTPS listeners');
  }
  if (certificates.length > 1) throw invalid('A listener takes exactly one default certificate');
  return certificates.map(({ CertificateArn }) => ({ CertificateArn }));
}

function described(listener: Listener): Described {
  return {
    ListenerArn: listener.arn,
    LoadBalancerArn: listener.loadBalancer.arn,
    Port: listener.port,
    Protocol: listener.protocol,
    ...(listener.protocol === 'HTTPS' ? { Certificates: listener.certificates, SslPolicy: listener.sslPolicy } : {}),
    DefaultActions: listener.defaultRule.actions,
    ...(listener.alpnPolicy === undefined ? {} : { AlpnPolicy: listener.alpnPolicy }),
    ...(listener.mutualAuthentication === undefined ? {} : { MutualAuthentication: listener.mutualAuthentication }),
  };
}
