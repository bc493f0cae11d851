import { diffLines } from '../../actions/preflight/result.js';
import { awsPreflight } from '../../aws/preflight-ports.js';
import { definitionToDeploy } from '../../ecs/task-definition-source.js';
import { fail } from '../../github/fail.js';
import { readInputs } from '../../github/inputs.js';
import { info } from '../../github/log.js';
import { readWorkspaceFile } from '../../github/workspace.js';
import { InputError } from '../../spec/input-error.js';
import { definitionRequestOf } from '../../spec/task-definition-inputs.js';
import { spec } from './spec.js';

export async function main(): Promise<void> {
  try {
    const inputs = readInputs(spec);
    const { cluster, service, region } = inputs;
    const request = definitionRequestOf(inputs, process.env);
    const { clusters, rollout } = awsPreflight({ region });
    const seen = await clusters.service(cluster, service);
    if (seen === undefined || seen.status === 'INACTIVE') {
      const isThere = (await clusters.cluster(cluster)) !== undefined;
      throw new InputError([
        isThere
          ? { input: 'service', value: service, wrong: `does not exist in cluster ${cluster}` }
          : { input: 'cluster', value: cluster, wrong: 'does not exist in this account and Region' },
      ]);
    }
    const readFile = (path: string) => readWorkspaceFile('task-definition', path);
    const { diff, notices } = await definitionToDeploy(request, seen.taskDefinitionArn, { rollout, readFile });
    for (const line of [...notices, ...diffLines(diff)]) info(line);
  } catch (error) {
    fail(error);
  }
}
