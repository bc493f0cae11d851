import { stringify } from 'yaml';
import type { AnySpec, InputSpec } from '../spec/action-spec.js';

/** What is written from an action's spec. Texts in, texts out; `generate.ts` has the files. */

const NOT_BY_HAND = 'Written by `npm run generate` from';

const specFile = (spec: AnySpec): string => `src/actions/${spec.name}/spec.ts`;

/** An input that an environment variable may stand in for must not be demanded by the runner. */
const isDemanded = (input: InputSpec): boolean => input.required === true && input.environment === undefined;

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' });

const indented = (text: string, columns: number): string => text.replace(/^(?=.)/gm, ' '.repeat(columns));

/** https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax */
export function actionYaml(spec: AnySpec): string {
  const inputs = Object.fromEntries(
    Object.entries(spec.inputs).map(([name, input]) => [
      name,
      {
        description: input.description,
        required: isDemanded(input),
        ...(input.preset === undefined ? {} : { default: input.preset }),
      },
    ]),
  );
  const outputs = Object.fromEntries(
    Object.entries(spec.outputs).map(([name, { description }]) => [name, { description }]),
  );
  const file = (phase: string) => `../../dist/${spec.name}/${phase}.js`;
  return `# ${NOT_BY_HAND} ${specFile(spec)}\n${yaml({
    name: spec.title,
    description: spec.description,
    branding: spec.branding,
    inputs,
    outputs,
    runs: { using: 'node24', main: file('main'), ...(spec.post ? { post: file('post') } : {}) },
  })}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function defaultOf(input: InputSpec): string {
  if (input.preset !== undefined) {
    return `\`${input.preset}\``;
  }
  return isDemanded(input) ? '**required**' : '';
}

export function inputsTable(spec: AnySpec): string {
  const rows = Object.entries(spec.inputs).map(
    ([name, input]) =>
      `| \`${name}\` | ${cell(input.kind.label)} | ${cell(defaultOf(input))} | ${cell(input.description)} |`,
  );
  const rules = (spec.rules ?? []).map((rule) => `- ${rule.description}`);
  return ['| Input | Kind | Default | Meaning |', '|---|---|---|---|', ...rows, '', 'Between inputs:', ...rules].join(
    '\n',
  );
}

export function outputsTable(spec: AnySpec): string {
  const rows = Object.entries(spec.outputs).map(([name, output]) => `| \`${name}\` | ${cell(output.description)} |`);
  return ['| Output | Meaning |', '|---|---|', ...rows].join('\n');
}

/**
 * The action's inputs as inputs of the reusable workflow, below `on.workflow_call.inputs`. Those that the workflow has by
 * hand are left out, and secrets, which are no inputs of a workflow.
 */
export function workflowInputs(spec: AnySpec, byHand: readonly string[] = []): string {
  const all = Object.entries(spec.inputs).filter(([name, { secret }]) => !secret && !byHand.includes(name));
  const inputs = all.map(([name, input]) => {
    // An optional number without a value would reach the action as 0, so numbers are numbers only with a default.
    const type = input.preset === undefined ? 'string' : (input.kind.workflowType ?? 'string');
    const preset = type === 'string' ? input.preset : (JSON.parse(input.preset ?? '""') as unknown);
    return [
      name,
      {
        description: input.description,
        type,
        // A caller's environment variables do not reach a reusable workflow, so none can stand in.
        required: input.required === true,
        ...(preset === undefined ? {} : { default: preset }),
      },
    ];
  });
  return indented(yaml(Object.fromEntries(inputs)), 6).trimEnd();
}

/** The action's secrets as secrets of the reusable workflow, below `on.workflow_call.secrets`. */
export function workflowSecrets(spec: AnySpec, byHand: readonly string[] = []): string {
  const secrets = Object.entries(spec.inputs)
    .filter(([name, { secret }]) => secret && !byHand.includes(name))
    .map(([name, { description, required }]) => [name, { description, required: required === true }]);
  return indented(yaml(Object.fromEntries(secrets)), 6).trimEnd();
}

/** The workflow's outputs, below `on.workflow_call.outputs`, from the job of that name. */
export function workflowOutputs(spec: AnySpec, job: string): string {
  const outputs = Object.entries(spec.outputs).map(([name, { description }]) => [
    name,
    { description, value: `\${{ jobs.${job}.outputs.${name} }}` },
  ]);
  return indented(yaml(Object.fromEntries(outputs)), 6).trimEnd();
}

/** The job's outputs, from the step of that id. */
export function jobOutputs(spec: AnySpec, step: string): string {
  const outputs = Object.keys(spec.outputs).map((name) => [name, `\${{ steps.${step}.outputs.${name} }}`]);
  return indented(yaml(Object.fromEntries(outputs)), 6).trimEnd();
}

/** What the workflow hands to the action, below `with`, but for what is there by hand. */
export function stepInputs(spec: AnySpec, byHand: readonly string[] = []): string {
  const inputs = Object.entries(spec.inputs)
    .filter(([name]) => !byHand.includes(name))
    .map(([name, { secret }]) => [name, `\${{ ${secret ? 'secrets' : 'inputs'}.${name} }}`]);
  return indented(yaml(Object.fromEntries(inputs)), 10).trimEnd();
}

/**
 * Replaces what stands between the marks of that name: `generated: NAME` and `end: NAME`, in a Markdown or a YAML
 * comment.
 *
 * @throws Error when the marks are not there exactly once
 */
export function fill(text: string, name: string, content: string): string {
  const begin = new RegExp(`^[ \\t]*(?:<!--|#) generated: ${name}(?: [^\\n]*)?$`, 'gm');
  const end = new RegExp(`^[ \\t]*(?:<!--|#) end: ${name}(?: -->)?$`, 'gm');
  const begins = [...text.matchAll(begin)];
  const ends = [...text.matchAll(end)];
  const [from] = begins;
  const [to] = ends;
  if (from === undefined || to === undefined || begins.length + ends.length !== 2 || to.index < from.index) {
    throw new Error(`needs one pair of marks "generated: ${name}" and "end: ${name}"`);
  }
  return `${text.slice(0, from.index + from[0].length)}\n${content}\n${text.slice(to.index)}`;
}
