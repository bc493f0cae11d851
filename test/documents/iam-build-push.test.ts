import { describe, expect, test } from '@jest/globals';
import { behind, textOf } from './adapters-behind.js';

/** Looks and deeds in adapters that are shared, with the call of the port that leads to each: only `promote` makes them. */
const ofPromote: Readonly<Record<string, string>> = {
  untag: 'ecr:BatchDeleteImage',
  signing: 'ecr:DescribeImageSigningStatus',
  speakingOf: 'ecr:ListImageReferrers',
};
/** For registries that are not in the account. */
const ofPublic = 'ecr-public:GetAuthorizationToken';
/** AWS asks for it on behalf of CreateRepository. */
const onBehalf = 'ecr:TagResource';

const files = [...behind('actions/build-push/index.ts')];
const source = files
  .filter((file) => file.startsWith('aws/'))
  .map((file) => textOf(`src/${file}`))
  .join('\n');
const own = files
  .filter((file) => /^(actions|image-build|retention)\//.test(file))
  .map((file) => textOf(`src/${file}`));
const called = new Set([...source.matchAll(/\bcall\(\s*'([a-z0-9-]+:[A-Za-z]+)'/g)].map(([, action = '']) => action));
const needed = [...called, onBehalf]
  .filter((action) => action !== ofPublic && !Object.values(ofPromote).includes(action))
  .sort();

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}
const statements: readonly Statement[] = JSON.parse(textOf('docs/iam/build-push.json')).Statement;
const allowed = statements.flatMap(({ Action }) => Action);
const isChanging = (action: string): boolean =>
  /:(Put|BatchDelete|Initiate|Upload|Complete|Create|Tag|Start)/.test(action);

describe('the policy of build-push', () => {
  test('allows what the code calls, no more and no less', () => {
    expect([...allowed].sort()).toEqual(needed);
  });

  test('leaves out only what none of its parts asks for', () => {
    const parts = own.filter((text) => !text.includes('trimReleases'));
    const asked = Object.keys(ofPromote).filter((name) => parts.some((text) => new RegExp(`\\.${name}\\(`).test(text)));
    expect(asked).toEqual([]);
    expect(own.length).toBeGreaterThan(20);
  });

  test('gives a reason for every action in its table', () => {
    const table = [...textOf('docs/iam/build-push.md').matchAll(/^\| `([a-z-]+:[A-Za-z]+)` \| .{8,} \|/gm)];
    expect(table.map(([, action]) => action).sort()).toEqual(needed);
  });

  test('has a wildcard in no action, and changes nothing outside named resources', () => {
    expect(allowed.filter((action) => action.includes('*'))).toEqual([]);
    const changing = statements.filter(({ Action }) => Action.some(isChanging));
    expect(changing.length).toBeGreaterThan(2);
    expect(changing.filter(({ Resource }) => Resource === '*')).toEqual([]);
  });
});
