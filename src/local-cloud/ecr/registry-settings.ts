import type * as sdk from '@aws-sdk/client-ecr';
import { AwsError, type Call } from '../contract.js';
import type { Access } from './access.js';
import { invalid, tagsGiven } from './repositories.js';
import { policyProblem } from './resource-policy.js';

/** The values that each account setting takes, its usual one first. */
const accountSettings: Readonly<Record<string, readonly string[]>> = {
  BLOB_MOUNTING: ['DISABLED', 'ENABLED'],
  BASIC_SCAN_TYPE_VERSION: ['AWS_NATIVE'],
  REGISTRY_POLICY_SCOPE: ['V2'],
};

/** Who may, what things are labelled with, and what an account has turned on. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/ */
export class RegistrySettings {
  constructor(private readonly access: Access) {}

  /** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutAccountSetting.html */
  putAccount({ name = '', value = '' }: sdk.PutAccountSettingRequest, call: Call): sdk.PutAccountSettingResponse {
    const accepted = accountSettings[name];
    if (accepted === undefined || !accepted.includes(value)) {
      throw new AwsError('ValidationException', `The account setting ${name} does not take the value ${value}`);
    }
    if (name === 'BLOB_MOUNTING') {
      this.access.registry(call).blobMounting = value === 'ENABLED' ? 'ENABLED' : 'DISABLED';
    }
    return { name, value };
  }

  account({ name = '' }: sdk.GetAccountSettingRequest, call: Call): sdk.GetAccountSettingResponse {
    const [usual] = accountSettings[name] ?? [];
    if (usual === undefined) throw new AwsError('ValidationException', `There is no account setting ${name}`);
    return { name, value: name === 'BLOB_MOUNTING' ? this.access.registry(call).blobMounting : usual };
  }

  /** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html */
  setPolicy(input: sdk.SetRepositoryPolicyRequest, call: Call): sdk.SetRepositoryPolicyResponse {
    const repository = this.access.repository(input, call);
    const policyText = input.policyText ?? '';
    const problem = policyProblem(policyText);
    if (problem !== undefined) {
      invalid(
        `Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided: ${problem}'`,
      );
    }
    repository.policy = policyText;
    return { registryId: repository.accountId, repositoryName: repository.name, policyText };
  }

  policy(input: sdk.GetRepositoryPolicyRequest, call: Call): sdk.GetRepositoryPolicyResponse {
    const { accountId: registryId, name: repositoryName, policy: policyText } = this.access.repository(input, call);
    if (policyText !== undefined) return { registryId, repositoryName, policyText };
    throw new AwsError(
      'RepositoryPolicyNotFoundException',
      `Repository policy does not exist for the repository with name '${repositoryName}' in the registry with id '${registryId}'`,
    );
  }

  deletePolicy(input: sdk.DeleteRepositoryPolicyRequest, call: Call): sdk.DeleteRepositoryPolicyResponse {
    const found = this.policy(input, call);
    delete this.access.repository(input, call).policy;
    return found;
  }

  tag({ resourceArn, tags }: sdk.TagResourceRequest, call: Call): sdk.TagResourceResponse {
    const { resourceTags } = this.byArn(resourceArn ?? '', call);
    for (const [key, value] of tagsGiven(tags ?? [], resourceTags)) resourceTags.set(key, value);
    return {};
  }

  untag({ resourceArn, tagKeys }: sdk.UntagResourceRequest, call: Call): sdk.UntagResourceResponse {
    const { resourceTags } = this.byArn(resourceArn ?? '', call);
    for (const key of tagKeys ?? []) resourceTags.delete(key);
    return {};
  }

  tagsOf({ resourceArn }: sdk.ListTagsForResourceRequest, call: Call): sdk.ListTagsForResourceResponse {
    return { tags: [...this.byArn(resourceArn ?? '', call).resourceTags].map(([Key, Value]) => ({ Key, Value })) };
  }

  private byArn(arn: string, call: Call) {
    const [, registryId, repositoryName] = /^arn:aws:ecr:[^:]+:(\d{12}):repository\/(.+)$/.exec(arn) ?? [];
    if (repositoryName === undefined) {
      invalid(`Invalid parameter at 'resourceArn' failed to satisfy constraint: 'Invalid ARN'`);
    }
    return this.access.repository({ registryId, repositoryName }, call);
  }
}
