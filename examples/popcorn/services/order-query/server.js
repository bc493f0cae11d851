import { listener } from '#libs/events';
import { serve } from '#libs/http';
import { take, view } from './view.js';

/** What a user sees of the own orders, made of what the other services tell. */
await serve({
  name: 'order-query',
  routes: {
    'POST /events': listener(take),
    'GET /orders': ({ query }) => ({ body: view(query.userId) }),
  },
});
