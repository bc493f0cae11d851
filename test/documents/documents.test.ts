import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const markdownIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const documents = [
  ...markdownIn('.'),
  ...markdownIn('docs'),
  ...markdownIn('docs/iam'),
  ...readdirSync(join(root, 'actions')).flatMap((action) => markdownIn(`actions/${action}`)),
];

/** Headings as GitHub makes anchors of them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the documents', () => {
  test.each(documents)('%s links to nothing that is not there', (file) => {
    const prose = textOf(file).replace(/```[\s\S]*?```/g, '');
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
    const broken = links.filter((link) => {
      if (/^https:/.test(link)) return false;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : normalize(join(dirname(file), path));
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(textOf(target)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap((file) =>
      [...textOf(file).matchAll(/npm (?:run ([a-z][a-z:]*)|(test)\b)/g)].map(
        ([, script, plain]) => script ?? plain ?? '',
      ),
    );
    expect(named).toContain('rehearse');
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

describe('README.md', () => {
  test("shows the deploy job of the example's own workflow, word for word", () => {
    const workflow = textOf('examples/shop/.github/workflows/deploy.yml');
    const from = workflow.indexOf('\n  deploy:\n') + 1;
    const rest = workflow.slice(from);
    const next = /\n\n? {2}[a-z-]+:\n/.exec(rest.slice('  deploy:\n'.length));
    const job = next === null ? rest : rest.slice(0, '  deploy:\n'.length + next.index);
    expect(textOf('README.md')).toContain(`\`\`\`yaml\njobs:\n${job.trimEnd()}\n\`\`\``);
  });

  test('names every action that is there as there, and no other', () => {
    const there = [...textOf('README.md').matchAll(/^\| \[`([a-z-]+)`\]\(\S+\) \| there \|$/gm)].map(
      ([, name]) => name,
    );
    expect(there).toEqual(readdirSync(join(root, 'actions')).sort());
  });
});

describe('the starter workflow', () => {
  const starters = readdirSync(join(root, 'workflows-templates')).filter((name) => name.endsWith('.yml'));

  // https://docs.github.com/en/actions/how-tos/reuse-automations/create-workflow-templates
  test.each(starters)('%s has its properties, its icon and the branch of whoever starts from it', (file) => {
    const name = file.replace(/\.yml$/, '');
    const properties = JSON.parse(textOf(`workflows-templates/${name}.properties.json`));
    expect(properties).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    expect(textOf(`workflows-templates/${properties.iconName}.svg`)).toContain('<svg');
    const { push, pull_request } = parse(textOf(`workflows-templates/${file}`)).on;
    expect((push ?? pull_request).branches).toEqual(['$default-branch']);
  });
});

describe('a workflow that calls ours', () => {
  const inFolder = (folder: string): string[] =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [];
  const callers = [
    ...inFolder('workflows-templates').filter((file) => file.endsWith('.yml')),
    ...readdirSync(join(root, 'examples')).flatMap((example) => inFolder(`examples/${example}/.github/workflows`)),
  ];

  test.each(callers)('%s gives only inputs that the workflow it calls has, and all that it requires', (file) => {
    const { jobs } = parse(textOf(file)) as {
      jobs: Record<string, { uses?: string; with?: Record<string, unknown> }>;
    };
    const calls = Object.values(jobs).filter(({ uses }) => uses !== undefined);
    expect(calls.length).toBeGreaterThan(0);
    for (const { uses = '', with: given = {} } of calls) {
      const called = /^owner\/sluice\/(\.github\/workflows\/[a-z-]+\.yml)@/.exec(uses)?.[1] ?? '';
      const { inputs } = parse(textOf(called)).on.workflow_call as {
        inputs: Record<string, { required?: boolean }>;
      };
      expect(Object.keys(given).filter((name) => !Object.hasOwn(inputs, name))).toEqual([]);
      const required = Object.keys(inputs).filter((name) => inputs[name]?.required);
      expect(required.filter((name) => !Object.hasOwn(given, name))).toEqual([]);
    }
  });
});
