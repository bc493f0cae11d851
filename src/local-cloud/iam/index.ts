import type * as types from '@aws-sdk/client-iam';
import type { CloudService, Ground, Permissions } from '../contract.js';
import * as sdk from '../sdk/iam.js';
import { evaluate } from './evaluate.js';
import { Roles } from './roles.js';
import { simulate } from './simulate.js';
import { trustsService } from './trust.js';

/** Identity and Access Management: roles, their policies, and what these allow. https://docs.aws.amazon.com/IAM/latest/APIReference/ */
export function createIam(ground: Ground): CloudService & Permissions {
  const roles = new Roles(ground);
  return {
    id: 'iam',
    sdk,
    wire: { protocol: 'query', apiVersion: '2010-05-08', namespace: 'https://iam.amazonaws.com/doc/2010-05-08/' },
    signingName: 'iam',
    operations: {
      CreateRole: (input: types.CreateRoleRequest) => roles.create(input),
      GetRole: (input: types.GetRoleRequest) => roles.get(input),
      PutRolePolicy: (input: types.PutRolePolicyRequest) => roles.putPolicy(input),
      GetRolePolicy: (input: types.GetRolePolicyRequest) => roles.getPolicy(input),
      ListRolePolicies: (input: types.ListRolePoliciesRequest) => roles.listPolicies(input),
      CreatePolicy: (input: types.CreatePolicyRequest) => roles.createPolicy(input),
      AttachRolePolicy: (input: types.AttachRolePolicyRequest) => roles.attach(input),
      ListAttachedRolePolicies: (input: types.ListAttachedRolePoliciesRequest) => roles.listAttached(input),
      SimulatePrincipalPolicy: (input: types.SimulatePrincipalPolicyRequest) => simulate(ground, roles, input),
    },
    allows(roleArn, action, resource) {
      const role = roles.find(roleArn);
      if (role === undefined) return undefined;
      const boundary = roles.boundaryOf(role);
      const sets = [roles.policiesOf(role), ...(boundary === undefined ? [] : [[boundary]])];
      return sets.every((policies) => evaluate(policies, action, resource, new Map()).decision === 'allowed');
    },
    trusts(roleArn, service, source) {
      const role = roles.find(roleArn);
      const context = new Map([
        ['aws:sourceaccount', [ground.accountId]],
        ['aws:sourcearn', [source]],
      ]);
      return role && trustsService(role.trustPolicy, service, context);
    },
    stop: async () => {},
  };
}
