import type { RoleReader, Simulated } from '../ports/preflight.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';
import { errorName } from './errors.js';

export function createRoleReader(settings: ClientSettings): RoleReader {
  const sdk = once(() => import('./sdk/iam.js'));
  const client = once(async () => new (await sdk()).IAMClient(clientOptions(settings)));
  return {
    async role(name) {
      const { GetRoleCommand } = await sdk();
      const iam = await client();
      const answer = await call('iam:GetRole', () => iam.send(new GetRoleCommand({ RoleName: name }))).catch(
        (error: unknown) => {
          if (!['NoSuchEntity', 'NoSuchEntityException'].includes(errorName(error))) throw error;
        },
      );
      if (answer?.Role === undefined) return undefined;
      const { Arn = '', AssumeRolePolicyDocument = '' } = answer.Role;
      // It comes encoded as part of a URL: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html
      return { arn: Arn, trustPolicy: decodeURIComponent(AssumeRolePolicyDocument) };
    },

    async caller() {
      const { GetCallerIdentityCommand, STSClient } = await import('./sdk/sts.js');
      const sts = new STSClient(clientOptions(settings));
      const { Arn = '' } = await call('sts:GetCallerIdentity', () => sts.send(new GetCallerIdentityCommand()));
      return Arn;
    },

    async simulate({ principalArn, action, resourceArns, context }) {
      const { SimulatePrincipalPolicyCommand } = await sdk();
      const iam = await client();
      const question = {
        PolicySourceArn: principalArn,
        ActionNames: [action],
        ResourceArns: [...resourceArns],
        ContextEntries: Object.entries(context).map(([ContextKeyName, value]) => ({
          ContextKeyName,
          ContextKeyValues: [value],
          ContextKeyType: 'string' as const,
        })),
      };
      const decided = new Map<string, Simulated>();
      let marker: string | undefined;
      do {
        const page = marker === undefined ? question : { ...question, Marker: marker };
        const answer = await call('iam:SimulatePrincipalPolicy', () =>
          iam.send(new SimulatePrincipalPolicyCommand(page)),
        );
        for (const result of answer.EvaluationResults ?? []) {
          const missingContext = result.MissingContextValues ?? [];
          // Several resources are told one by one below the action.
          const each = result.ResourceSpecificResults ?? [];
          for (const { EvalResourceName = '', EvalResourceDecision, MissingContextValues = [] } of each) {
            const missing = [...new Set([...missingContext, ...MissingContextValues])];
            decided.set(EvalResourceName, simulated(EvalResourceName, EvalResourceDecision, missing));
          }
          const name = result.EvalResourceName ?? '';
          if (each.length === 0) decided.set(name, simulated(name, result.EvalDecision, missingContext));
        }
        marker = answer.IsTruncated === true ? answer.Marker : undefined;
      } while (marker !== undefined);
      return resourceArns.flatMap((arn) => decided.get(arn) ?? []);
    },
  };
}

function simulated(
  resourceArn: string,
  decision: Simulated['decision'] | undefined,
  missingContext: readonly string[],
): Simulated {
  return { resourceArn, decision: decision ?? 'implicitDeny', missingContext };
}
