import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { servicesFileSchema, servicesFileTables } from '../services-file/guide.js';
import type { AnySpec } from '../spec/action-spec.js';
import { specs } from './actions.js';
import {
  actionYaml,
  fill,
  inputsTable,
  jobOutputs,
  outputsTable,
  stepInputs,
  workflowInputs,
  workflowOutputs,
  workflowSecrets,
} from './metadata.js';
import { TASK_DEFINITION_KEYS, taskDefinitionKeys } from './task-definition-keys.js';

/** Writes what the specs say into the files that repeat it. With `--check`, writes nothing and fails on a difference. */

const root = resolve(import.meta.dirname, '../..');
const isCheck = process.argv.includes('--check');

/** The reusable workflow of an action, with the id of its job and of its step. */
const WORKFLOWS: Readonly<Record<string, { file: string; job: string; step: string }>> = {
  'build-push': { file: '.github/workflows/build-push.yml', job: 'build', step: 'build' },
  'ecs-blue-green': { file: '.github/workflows/deploy-ecs-blue-green.yml', job: 'deploy', step: 'deploy' },
  'ecs-rolling': { file: '.github/workflows/deploy-ecs-rolling.yml', job: 'deploy', step: 'deploy' },
  preflight: { file: '.github/workflows/preflight.yml', job: 'preflight', step: 'preflight' },
  promote: { file: '.github/workflows/promote.yml', job: 'promote', step: 'promote' },
  recover: { file: '.github/workflows/recover.yml', job: 'recover', step: 'recover' },
};

const textOf = (file: string): Promise<string> => readFile(join(root, file), 'utf8').catch(() => '');

async function filesOf(spec: AnySpec): Promise<Record<string, string>> {
  const readme = `actions/${spec.name}/README.md`;
  const files: Record<string, string> = {
    [`actions/${spec.name}/action.yml`]: actionYaml(spec),
    [readme]: fillAll(readme, await textOf(readme), {
      inputs: `\n${inputsTable(spec)}\n`,
      outputs: `\n${outputsTable(spec)}\n`,
    }),
  };
  const workflow = WORKFLOWS[spec.name];
  if (workflow !== undefined) {
    const text = await textOf(workflow.file);
    const byHand = byHandIn(fillAll(workflow.file, text, { inputs: '', 'step inputs': '' }), workflow);
    const hasSecrets = Object.entries(spec.inputs).some(([name, { secret }]) => secret && !byHand.step.includes(name));
    files[workflow.file] = fillAll(workflow.file, text, {
      inputs: workflowInputs(spec, byHand.inputs),
      ...(hasSecrets ? { secrets: workflowSecrets(spec, byHand.step) } : {}),
      outputs: workflowOutputs(spec, workflow.job),
      'job outputs': jobOutputs(spec, workflow.step),
      'step inputs': stepInputs(spec, byHand.step),
    });
  }
  return files;
}

/** What a workflow has beside the generated parts. */
function byHandIn(text: string, { job, step }: { job: string; step: string }): { inputs: string[]; step: string[] } {
  const workflow = parse(text);
  const steps: { id?: string; with?: object }[] = workflow.jobs[job].steps;
  return {
    inputs: Object.keys(workflow.on.workflow_call.inputs ?? {}),
    step: Object.keys(steps.find(({ id }) => id === step)?.with ?? {}),
  };
}

function fillAll(file: string, text: string, contents: Readonly<Record<string, string>>): string {
  return Object.entries(contents).reduce((filled, [name, content]) => {
    try {
      return fill(filled, name, content);
    } catch (error) {
      throw new Error(`${file} ${(error as Error).message}`);
    }
  }, text);
}

async function keep(file: string, text: string, source: string): Promise<void> {
  if ((await textOf(file)) === text) {
    return;
  }
  if (isCheck) {
    console.error(`${file} is not what ${source} (npm run generate mends it)`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
    console.log(`wrote ${file}`);
  }
}

/** What is published of the services file. */
async function servicesFileFiles(): Promise<Record<string, string>> {
  const guide = 'docs/services-file.md';
  return {
    'schema/sluice.schema.json': servicesFileSchema(),
    [guide]: fillAll(guide, await textOf(guide), servicesFileTables()),
  };
}

for (const spec of specs) {
  for (const [file, text] of Object.entries(await filesOf(spec))) {
    await keep(file, text, `${spec.name}'s spec says`);
  }
}
await keep(TASK_DEFINITION_KEYS, taskDefinitionKeys(), "the SDK's schemas say");
for (const [file, text] of Object.entries(await servicesFileFiles())) {
  await keep(file, text, 'the schema of the services file');
}
