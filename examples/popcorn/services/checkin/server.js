import { randomInt } from 'node:crypto';
import { publisher } from '#libs/events';
import { field, Refusal, serve } from '#libs/http';

/** The code that somebody shows in the store to get the order, once. */
const byCode = new Map();
const publish = publisher();

function freeCode() {
  for (;;) {
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    if (!byCode.has(code)) return code;
  }
}

await serve({
  name: 'checkin',
  routes: {
    'POST /checkins': ({ body }) => {
      const checkin = { code: freeCode(), orderId: field(body, 'orderId', 'string'), isUsed: false };
      byCode.set(checkin.code, checkin);
      return { status: 201, body: checkin };
    },
    'POST /checkins/:code/use': async ({ params }) => {
      const checkin = byCode.get(params.code);
      if (checkin === undefined) throw new Refusal(404, 'there is no such code');
      if (checkin.isUsed) throw new Refusal(409, 'the code was used before');
      checkin.isUsed = true;
      await publish('checked-in', { orderId: checkin.orderId });
      return { body: checkin };
    },
  },
});
