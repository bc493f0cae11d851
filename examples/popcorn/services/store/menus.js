/** Prices in won. */
export const menus = [
  {
    id: 'gangnam',
    name: 'Gangnam',
    items: [
      { id: 'caramel', name: 'Caramel popcorn', price: 6_000 },
      { id: 'salted', name: 'Salted popcorn', price: 5_000 },
      { id: 'cola', name: 'Cola', price: 2_500 },
    ],
  },
  { id: 'hongdae', name: 'Hongdae', items: [{ id: 'cheese', name: 'Cheese popcorn', price: 6_500 }] },
];
