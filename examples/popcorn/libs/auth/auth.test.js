import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { makeToken, userOf } from './index.js';

const pair = () =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

test('a token says whose it is, to whom has the key, for an hour', () => {
  const { publicKey, privateKey } = pair();
  const token = `Bearer ${makeToken('ann', privateKey, { nowMs: 0 })}`;
  assert.equal(userOf(token, publicKey, 1_000), 'ann');
  assert.throws(() => userOf(token, publicKey, 3_600_000), /expired/);
  assert.throws(() => userOf(token, pair().publicKey, 1_000), /not ours/);
  assert.throws(() => userOf(undefined, publicKey), /needed/);
});
