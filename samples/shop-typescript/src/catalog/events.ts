/** Said after a product was changed, retired or got another price. */
export class ProductChanged {
  static readonly topic = 'product-changed';

  constructor(readonly productId: number) {}
}
