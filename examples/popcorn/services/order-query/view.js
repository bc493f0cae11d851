const orders = new Map();

const change = (id, state) => {
  const order = orders.get(id);
  if (order !== undefined) orders.set(id, { ...order, state });
};

export const take = {
  'order-placed': (order) => orders.set(order.id, order),
  'payment-settled': ({ orderId }) => change(orderId, 'paid'),
  'checked-in': ({ orderId }) => change(orderId, 'handed over'),
};

/** The newest first. */
export const view = (userId) => [...orders.values()].filter((order) => order.userId === userId).reverse();
