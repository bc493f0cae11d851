import { listener, publisher } from '#libs/events';
import { ask, Refusal, serve } from '#libs/http';
import { menuUrl, placed } from './order.js';

/** Takes orders at the prices that the store has. What it knows is lost with it: a database would be here. */
const orders = new Map();
const publish = publisher();

await serve({
  name: 'order',
  routes: {
    'POST /orders': async ({ body, headers }) => {
      const menu = await ask(menuUrl(process.env.STORE_SERVICE_URL, body));
      const order = placed(body, menu, headers['x-user-id']);
      orders.set(order.id, order);
      await publish('order-placed', order);
      return { status: 201, body: order };
    },
    'GET /orders/:id': ({ params }) => {
      const order = orders.get(params.id);
      if (order === undefined) throw new Refusal(404, 'there is no such order');
      return { body: order };
    },
    'POST /events': listener({
      'payment-settled': ({ orderId }) => {
        const order = orders.get(orderId);
        if (order !== undefined) order.state = 'paid';
      },
    }),
  },
});
