import { Refusal, serve } from '#libs/http';
import { shown } from '#libs/money';
import { menus } from './menus.js';

/** Stores and what they sell. */
await serve({
  name: 'store',
  routes: {
    'GET /stores': () => ({ body: menus.map(({ id, name, items }) => ({ id, name, items: items.length })) }),
    'GET /stores/:id/menu': ({ params }) => {
      const store = menus.find(({ id }) => id === params.id);
      if (store === undefined) throw new Refusal(404, 'there is no such store');
      return { body: store.items.map((item) => ({ ...item, shown: shown(item.price) })) };
    },
  },
});
