/** Amounts are whole won: there is nothing smaller. */
export function won(amount) {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} is no amount`);
  return amount;
}

/** What lines of `{ price, count }` come to. */
export const total = (lines) => lines.reduce((sum, { price, count }) => won(sum + won(price) * won(count)), 0);

/** `₩12,500` */
export const shown = (amount) => `₩${won(amount).toLocaleString('en-US')}`;
