import type * as sdk from '@aws-sdk/client-iam';
import { AwsError, type Ground } from '../contract.js';
import { randomId } from '../wire/credentials.js';
import { type PageRules, page } from '../wire/page.js';
import { managedPolicies } from './managed-policies.js';
import { checkTrustPolicy, type Policy, readPolicy } from './policy.js';

export interface Role {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly trustPolicy: string;
  readonly description: string | undefined;
  readonly longestSeconds: number;
  readonly boundaryArn: string | undefined;
  readonly tags: readonly sdk.Tag[];
  /** Inline, by name. */
  readonly policies: Map<string, Policy>;
  readonly attached: Set<string>;
}

const pages: PageRules = {
  usual: 100,
  most: 1000,
  sizeMember: 'maxItems',
  sizeError: 'ValidationError',
  tokenError: 'ValidationError',
};

export function noSuchEntity(message: string): AwsError {
  return new AwsError('NoSuchEntity', message);
}

/** Roles and their policies: https://docs.aws.amazon.com/IAM/latest/APIReference/ */
export class Roles {
  private readonly roles = new Map<string, Role>();
  private readonly managed = new Map<string, Policy>(
    Object.entries(managedPolicies).map(([arn, document]) => [arn, readPolicy(nameIn(arn), JSON.stringify(document))]),
  );

  constructor(private readonly ground: Ground) {}

  find(arn: string): Role | undefined {
    return [...this.roles.values()].find((role) => role.arn === arn);
  }

  role(name: string | undefined): Role {
    const role = this.roles.get(name ?? '');
    if (role === undefined) throw noSuchEntity(`The role with name ${name} cannot be found.`);
    return role;
  }

  policiesOf(role: Role): Policy[] {
    const attached = [...role.attached].flatMap((arn) => this.managed.get(arn) ?? []);
    return [...role.policies.values(), ...attached];
  }

  /** What no policy may go beyond; undefined for a role without a permissions boundary. */
  boundaryOf(role: Role): Policy | undefined {
    return role.boundaryArn === undefined ? undefined : this.policy(role.boundaryArn);
  }

  create(input: sdk.CreateRoleRequest): sdk.CreateRoleResponse {
    const name = input.RoleName ?? '';
    checkName('roleName', name, 64);
    const path = input.Path ?? '/';
    const trustPolicy = input.AssumeRolePolicyDocument ?? '';
    checkTrustPolicy(trustPolicy);
    if (this.roles.has(name)) {
      throw new AwsError('EntityAlreadyExists', `Role with name ${name} already exists.`);
    }
    if (input.PermissionsBoundary !== undefined) this.policy(input.PermissionsBoundary);
    const role: Role = {
      name,
      path,
      id: randomId('AROA', 17),
      arn: `arn:aws:iam::${this.ground.accountId}:role${path}${name}`,
      createdAt: this.ground.clock.now(),
      trustPolicy,
      description: input.Description,
      longestSeconds: input.MaxSessionDuration ?? 3_600,
      boundaryArn: input.PermissionsBoundary,
      tags: input.Tags ?? [],
      policies: new Map(),
      attached: new Set(),
    };
    this.roles.set(name, role);
    return { Role: this.view(role) };
  }

  get(input: sdk.GetRoleRequest): sdk.GetRoleResponse {
    return { Role: this.view(this.role(input.RoleName)) };
  }

  putPolicy(input: sdk.PutRolePolicyRequest): void {
    const role = this.role(input.RoleName);
    const name = input.PolicyName ?? '';
    checkName('policyName', name, 128);
    role.policies.set(name, readPolicy(name, input.PolicyDocument ?? ''));
  }

  getPolicy(input: sdk.GetRolePolicyRequest): sdk.GetRolePolicyResponse {
    const role = this.role(input.RoleName);
    const policy = role.policies.get(input.PolicyName ?? '');
    if (policy === undefined) {
      throw noSuchEntity(`The role policy with name ${input.PolicyName} cannot be found.`);
    }
    return { RoleName: role.name, PolicyName: policy.id, PolicyDocument: urlEncoded(policy.text) };
  }

  listPolicies(input: sdk.ListRolePoliciesRequest): sdk.ListRolePoliciesResponse {
    const names = [...this.role(input.RoleName).policies.keys()].sort();
    const { items, nextToken } = page(names, input.Marker, input.MaxItems, pages);
    return { PolicyNames: items, IsTruncated: nextToken !== undefined, Marker: nextToken };
  }

  createPolicy(input: sdk.CreatePolicyRequest): sdk.CreatePolicyResponse {
    const name = input.PolicyName ?? '';
    checkName('policyName', name, 128);
    const path = input.Path ?? '/';
    const arn = `arn:aws:iam::${this.ground.accountId}:policy${path}${name}`;
    if (this.managed.has(arn)) {
      throw new AwsError(
        'EntityAlreadyExists',
        `A policy called ${name} already exists. Duplicate names are not allowed.`,
      );
    }
    this.managed.set(arn, readPolicy(name, input.PolicyDocument ?? ''));
    const CreateDate = new Date(this.ground.clock.now());
    return {
      Policy: {
        PolicyName: name,
        PolicyId: randomId('ANPA', 17),
        Arn: arn,
        Path: path,
        DefaultVersionId: 'v1',
        AttachmentCount: 0,
        IsAttachable: true,
        CreateDate,
        UpdateDate: CreateDate,
      },
    };
  }

  attach(input: sdk.AttachRolePolicyRequest): void {
    const role = this.role(input.RoleName);
    this.policy(input.PolicyArn ?? '');
    role.attached.add(input.PolicyArn ?? '');
  }

  listAttached(input: sdk.ListAttachedRolePoliciesRequest): sdk.ListAttachedRolePoliciesResponse {
    const arns = [...this.role(input.RoleName).attached];
    const { items, nextToken } = page(arns, input.Marker, input.MaxItems, pages);
    return {
      AttachedPolicies: items.map((PolicyArn) => ({ PolicyArn, PolicyName: nameIn(PolicyArn) })),
      IsTruncated: nextToken !== undefined,
      Marker: nextToken,
    };
  }

  private policy(arn: string): Policy {
    const policy = this.managed.get(arn);
    if (policy === undefined) throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
    return policy;
  }

  private view(role: Role): sdk.Role {
    return {
      Path: role.path,
      RoleName: role.name,
      RoleId: role.id,
      Arn: role.arn,
      CreateDate: new Date(role.createdAt),
      // "The policy is URL-encoded": https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
      AssumeRolePolicyDocument: urlEncoded(role.trustPolicy),
      Description: role.description,
      MaxSessionDuration: role.longestSeconds,
      ...(role.boundaryArn === undefined
        ? {}
        : {
            PermissionsBoundary: {
              PermissionsBoundaryType: 'Policy' as sdk.PermissionsBoundaryAttachmentType,
              PermissionsBoundaryArn: role.boundaryArn,
            },
          }),
      Tags: [...role.tags],
    };
  }
}

function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function checkName(member: string, name: string, most: number): void {
  if (/^[\w+=,.@-]+$/.test(name) && name.length <= most) return;
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${name}' at '${member}' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+`,
  );
}

/** As RFC 3986 has it, which leaves fewer characters as they are. */
function urlEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
