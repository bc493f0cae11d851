/** What can be asked for from outside, and who answers it. */
export const ROUTES = [
  { route: 'POST /users', service: 'user', isPublic: true },
  { route: 'POST /sessions', service: 'user', isPublic: true },
  { route: 'GET /stores', service: 'store', isPublic: true },
  { route: 'GET /stores/:id/menu', service: 'store', isPublic: true },
  { route: 'POST /orders', service: 'order' },
  { route: 'GET /orders', service: 'order-query' },
  { route: 'POST /payments', service: 'payment' },
  { route: 'POST /checkins', service: 'checkin' },
];
