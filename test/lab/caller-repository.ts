import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root, run } from './tools.js';

/** The repositories of a deployment, as they lie on GitHub: the caller's own and ours. */
export interface Repositories {
  /** A working tree with one commit. */
  readonly caller: string;
  /** `owner/repository@ref` → folder, as act takes it. */
  readonly local: Readonly<Record<string, string>>;
}

/** Shows in the caller's next job what came through from the deployment. */
const NEXT_JOB = `
  after:
    name: After the deployment
    needs: deploy
    if: \${{ !cancelled() }}
    runs-on: ubuntu-24.04
    steps:
      - name: Tell
        env:
          OUTPUTS: \${{ toJSON(needs.deploy.outputs) }}
        run: echo "$OUTPUTS" | tr -d '\\n'
`;

/** Lays them out in a folder. `example` is a folder of `examples`, made a repository of its own. */
export async function layOut(folder: string, example: string): Promise<Repositories> {
  const caller = join(folder, example);
  await cp(join(root, 'examples', example), caller, { recursive: true });
  const [workflow = ''] = await readdir(join(caller, '.github/workflows'));
  const workflowFile = join(caller, '.github/workflows', workflow);
  const text = await readFile(workflowFile, 'utf8');
  const calls = [...text.matchAll(/uses: owner\/sluice\/\.github\/workflows\/(\S+)@(\S+)/g)];
  const called = calls.map(([, name = '']) => name);
  const ref = calls[0]?.[2];
  if (ref === undefined) throw new Error(`${workflowFile} calls no workflow of owner/sluice`);
  await writeFile(workflowFile, (await forAct(text, ref)) + NEXT_JOB);
  await commit(caller, `https://github.com/someone/${example}`);
  return { caller, local: { [`owner/sluice@${ref}`]: await layOutOurs(join(folder, 'sluice'), ref, called) } };
}

/**
 * A repository that has begun with one of the starter workflows, and these files beside it. With an example it has what that
 * has, but for its own workflows.
 */
export async function layOutStarter(
  folder: string,
  starter: string,
  beside: {
    readonly called: string | readonly string[];
    readonly example?: string;
    readonly files?: Readonly<Record<string, string>>;
  },
): Promise<Repositories> {
  const { called, example, files = {} } = beside;
  const caller = join(folder, 'caller');
  if (example !== undefined) {
    await cp(join(root, 'examples', example), caller, { recursive: true });
    await rm(join(caller, '.github/workflows'), { recursive: true, force: true });
  }
  await mkdir(join(caller, '.github/workflows'), { recursive: true });
  const text = await readFile(join(root, 'workflows-templates', starter), 'utf8');
  // What GitHub puts in when the workflow is made: the name of the default branch.
  const made = await forAct(text.replaceAll('$default-branch', 'main'), 'v1');
  await writeFile(join(caller, '.github/workflows', starter), made);
  for (const [name, content] of Object.entries(files)) await writeFile(join(caller, name), content);
  await commit(caller, 'https://github.com/someone/shop');
  return { caller, local: { 'owner/sluice@v1': await layOutOurs(join(folder, 'sluice'), 'v1', [called].flat()) } };
}

/** A further commit with these files. Answers the two commits of the push, as GitHub tells them in the event. */
export async function pushed(
  { caller }: Repositories,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly before: string; readonly after: string }> {
  const before = await git(caller, 'rev-parse', 'HEAD');
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(caller, name)), { recursive: true });
    await writeFile(join(caller, name), content);
  }
  await git(caller, 'add', '--all');
  await git(caller, 'commit', '--quiet', '--message', 'A change');
  return { before, after: await git(caller, 'rev-parse', 'HEAD') };
}

async function layOutOurs(folder: string, ref: string, workflowFiles: readonly string[]): Promise<string> {
  await mkdir(join(folder, '.github/workflows'), { recursive: true });
  for (const part of ['actions', 'dist']) await cp(join(root, part), join(folder, part), { recursive: true });
  for (const file of workflowFiles.map((name) => `.github/workflows/${name}`)) {
    const shipped = await readFile(join(root, file), 'utf8');
    const workflow = await forAct(shipped, ref);
    if (/\$\/|queue:/.test(workflow.replace(/#.*$/gm, ''))) throw new Error(`act does not take this:\n${workflow}`);
    await writeFile(join(folder, file), workflow);
  }
  return folder;
}

/**
 * act knows neither `$/` nor `queue`, as GitHub Enterprise Server does not. The command that its page gives to users makes the
 * copy here too.
 */
async function forAct(shipped: string, ref: string): Promise<string> {
  const page = await readFile(join(root, 'docs/github-enterprise-server.md'), 'utf8');
  const expressions = [...page.matchAll(/-e '([^']+)'/g)].flatMap(([, expression = '']) => [
    '-e',
    expression.replace('OWNER', 'owner').replace('COMMIT', ref),
  ]);
  const { exitCode, stdout, stderr } = await run('sed', expressions, { input: shipped });
  if (exitCode !== 0 || expressions.length !== 4) throw new Error(`sed ${expressions.join(' ')}: ${stderr}`);
  return stdout;
}

/** Makes a folder a repository with one commit and a remote on GitHub. */
async function commit(folder: string, remote: string): Promise<void> {
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await git(folder, 'remote', 'add', 'origin', remote);
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--message', 'Everything');
}

/** What it prints. */
async function git(folder: string, ...words: string[]): Promise<string> {
  const who = ['-c', 'user.name=lab', '-c', 'user.email=lab@localhost'];
  const { exitCode, stdout, stderr } = await run('git', [...who, ...words], { cwd: folder });
  if (exitCode !== 0) throw new Error(`git ${words[0]}: ${stderr}`);
  return stdout.trim();
}
