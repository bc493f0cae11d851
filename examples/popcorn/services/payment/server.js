import { createHmac, randomUUID } from 'node:crypto';
import { publisher } from '#libs/events';
import { field, Refusal, serve } from '#libs/http';
import { won } from '#libs/money';

/** Settles payments, each order once. The receipt is signed with the key that the payment company gave us. */
const byOrder = new Map();
const publish = publisher();
const key = process.env.TOSS_SECRET_KEY ?? 'a developer has none';

await serve({
  name: 'payment',
  routes: {
    'POST /payments': async ({ body }) => {
      const orderId = field(body, 'orderId', 'string');
      const amount = field(body, 'amount', 'number');
      if (!Number.isSafeInteger(amount) || amount < 1) throw new Refusal(400, 'amount must be 1 or more');
      // Somebody who did not hear our answer asks again: it must not be paid twice.
      const earlier = byOrder.get(orderId);
      if (earlier !== undefined) return { body: earlier };
      const receipt = createHmac('sha256', key)
        .update(`${orderId} ${won(amount)}`)
        .digest('hex');
      const payment = { id: randomUUID(), orderId, amount, receipt };
      byOrder.set(orderId, payment);
      await publish('payment-settled', { orderId, amount });
      return { status: 201, body: payment };
    },
  },
});
