import { generateKeyPairSync, randomBytes, randomUUID, scryptSync, timingSafeEqual } from 'node:crypto';
import { makeToken } from '#libs/auth';
import { field, Refusal, serve } from '#libs/http';

/** Who there is, and tokens that say so. What it knows is lost with it: a database would be here. */
const byEmail = new Map();

// On a developer's machine there is none; tokens are good until the next start then.
const privateKey = process.env.JWT_PRIVATE_KEY ?? generateKeyPairSync('ed25519').privateKey;

const hashed = (password, salt) => scryptSync(password, salt, 32);

await serve({
  name: 'user',
  routes: {
    'POST /users': ({ body }) => {
      const email = field(body, 'email', 'string').toLowerCase();
      const password = field(body, 'password', 'string');
      if (password.length < 12) throw new Refusal(400, 'password must have 12 characters or more');
      if (byEmail.has(email)) throw new Refusal(409, 'there is a user with this address');
      const salt = randomBytes(16);
      const user = { id: randomUUID(), email, salt, hash: hashed(password, salt) };
      byEmail.set(email, user);
      return { status: 201, body: { id: user.id, email } };
    },
    'POST /sessions': ({ body }) => {
      const user = byEmail.get(field(body, 'email', 'string').toLowerCase());
      const isRight =
        user !== undefined && timingSafeEqual(user.hash, hashed(field(body, 'password', 'string'), user.salt));
      if (!isRight) throw new Refusal(401, 'the address or the password is wrong');
      return { status: 201, body: { token: makeToken(user.id, privateKey) } };
    },
    'GET /users/:id': ({ params }) => {
      const user = [...byEmail.values()].find(({ id }) => id === params.id);
      if (user === undefined) throw new Refusal(404, 'there is no such user');
      return { body: { id: user.id, email: user.email } };
    },
  },
});
