import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '#libs/http';

/**
 * Tells others what has happened: each subscriber of `EVENT_SUBSCRIBERS` gets it by POST, at least once, unless it stays
 * away for all tries. Who listens must therefore take the same event twice.
 */
export function publisher({ subscribers = process.env.EVENT_SUBSCRIBERS ?? '', tries = 3, pauseMs = 200 } = {}) {
  const urls = subscribers.split(',').filter((url) => url !== '');
  return async (type, data) => {
    const event = { id: crypto.randomUUID(), type, data };
    await Promise.all(urls.map((url) => deliver(url, event, tries, pauseMs)));
    return event;
  };
}

async function deliver(url, event, tries, pauseMs) {
  for (let left = tries; left > 0; left -= 1) {
    try {
      return await ask(url, { method: 'POST', body: event });
    } catch (error) {
      if (left === 1)
        process.stdout.write(`${JSON.stringify({ undelivered: event.type, to: url, error: error.message })}\n`);
      else await sleep(pauseMs * (tries - left + 1));
    }
  }
}

/** A route that takes events: `{ 'order-placed': (data) => … }`. Twice the same is once; others are none of its business. */
export function listener(handlers) {
  const seen = new Set();
  return ({ body }) => {
    if (!seen.has(body.id)) handlers[body.type]?.(body.data);
    seen.add(body.id);
    return { body: { taken: true } };
  };
}
