import { randomUUID } from 'node:crypto';
import { field, Refusal } from '#libs/http';
import { total } from '#libs/money';

export const menuUrl = (store, body) => `${store}/stores/${encodeURIComponent(field(body, 'storeId', 'string'))}/menu`;

/** What was asked for, at the prices of the menu and not at those of the caller. */
export function placed(body, menu, userId) {
  const lines = field(body, 'items', 'list').map((item) => {
    const found = menu.find(({ id }) => id === item.id);
    if (found === undefined) throw new Refusal(400, `${item.id} is not on the menu`);
    const count = field(item, 'count', 'number');
    if (!Number.isSafeInteger(count) || count < 1) throw new Refusal(400, 'count must be 1 or more');
    return { id: found.id, price: found.price, count };
  });
  if (lines.length === 0) throw new Refusal(400, 'items must not be empty');
  return { id: randomUUID(), userId, storeId: body.storeId, lines, total: total(lines), state: 'placed' };
}
