// The lab has no network, so aws-actions/configure-aws-credentials cannot be fetched. This does what matters to the steps
// after it, and against the same two endpoints: GitHub's for the token (here: the test's own), STS for the credentials
// (here: the local cloud's). That the real action and the real services do the same is not shown by it.
import { appendFileSync } from 'node:fs';

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';

const tokenUrl = `${process.env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=sts.amazonaws.com`;
const tokenAnswer = await fetch(tokenUrl, {
  headers: { authorization: `bearer ${process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
});
if (!tokenAnswer.ok) throw new Error(`no identity token: ${tokenAnswer.status}`);
const { value: token } = await tokenAnswer.json();

const stsAnswer = await fetch(process.env.AWS_ENDPOINT_URL, {
  method: 'POST',
  body: new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: input('role-to-assume'),
    RoleSessionName: 'GitHubActions',
    DurationSeconds: input('role-duration-seconds'),
    WebIdentityToken: token,
  }),
});
const xml = await stsAnswer.text();
if (!stsAnswer.ok) throw new Error(`no credentials: ${stsAnswer.status} ${xml}`);
const of = (name) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)[1];

const variables = {
  AWS_REGION: input('aws-region'),
  AWS_DEFAULT_REGION: input('aws-region'),
  AWS_ACCESS_KEY_ID: of('AccessKeyId'),
  AWS_SECRET_ACCESS_KEY: of('SecretAccessKey'),
  AWS_SESSION_TOKEN: of('SessionToken'),
};
for (const name of ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) console.log(`::add-mask::${variables[name]}`);
for (const [name, text] of Object.entries(variables)) appendFileSync(process.env.GITHUB_ENV, `${name}=${text}\n`);
