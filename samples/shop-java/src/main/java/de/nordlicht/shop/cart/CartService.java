package de.nordlicht.shop.cart;

import de.nordlicht.shop.accounts.VatRates;
import de.nordlicht.shop.catalog.CatalogService;
import de.nordlicht.shop.catalog.PriceRules;
import de.nordlicht.shop.common.Money;
import de.nordlicht.shop.common.ShopException;
import de.nordlicht.shop.common.ShopSettings;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carts of visitors and customers, found by the token of their cookie. */
@Service
@Transactional
public class CartService {

  private final CartRepository carts;
  private final CouponRepository coupons;
  private final CatalogService catalog;
  private final PriceRules rules;
  private final ShopSettings settings;
  private final Clock clock;

  public CartService(
      CartRepository carts,
      CouponRepository coupons,
      CatalogService catalog,
      PriceRules rules,
      ShopSettings settings,
      Clock clock) {
    this.carts = carts;
    this.coupons = coupons;
    this.catalog = catalog;
    this.rules = rules;
    this.settings = settings;
    this.clock = clock;
  }

  public Cart load(String token) {
    return carts.findByToken(token).orElseGet(() -> carts.save(new Cart(token, clock.instant())));
  }

  public Cart add(String token, Long productId, int quantity) {
    if (quantity < 1 || quantity > Cart.MOST_PIECES) {
      throw new ShopException("Please order 1 to " + Cart.MOST_PIECES + " pieces.");
    }
    Cart cart = load(token);
    cart.add(catalog.find(productId), quantity, clock.instant());
    return carts.save(cart);
  }

  public Cart change(String token, Long productId, int quantity) {
    Cart cart = load(token);
    cart.change(productId, quantity, clock.instant());
    return carts.save(cart);
  }

  public Cart applyCoupon(String token, String code) {
    Coupon coupon =
        validCoupon(code.strip().toUpperCase(Locale.ROOT))
            .orElseThrow(() -> new ShopException("This coupon is not valid."));
    Cart cart = load(token);
    cart.use(coupon);
    return carts.save(cart);
  }

  /** Empties a cart that was ordered; its coupon is used up once more. */
  public void clear(Cart cart) {
    if (!cart.getCoupon().isEmpty()) {
      coupons.useUp(cart.getCoupon());
    }
    cart.clear(clock.instant());
    carts.save(cart);
  }

  @Transactional(readOnly = true)
  public Totals totals(Cart cart, String country) {
    int discount = validCoupon(cart.getCoupon()).map(Coupon::getBasisPoints).orElse(0);
    Money goods = Money.zero();
    Money vat = Money.zero();
    int pieces = 0;
    for (CartItem item : cart.getItems()) {
      Money total = rules.lineTotal(item.getProduct(), item.getQuantity());
      Money reduced = total.minus(total.share(discount));
      int rate = VatRates.basisPoints(country, item.getProduct().getVatClass());
      goods = goods.plus(total);
      vat = vat.plus(VatRates.contained(reduced, rate));
      pieces += item.getQuantity();
    }
    Money off = goods.share(discount);
    boolean free = goods.minus(off).compareTo(settings.freeShippingFrom()) >= 0;
    Money shipping =
        pieces == 0 || free ? Money.zero() : ShippingRates.cost(country, pieces);
    return new Totals(goods, off, shipping, vat);
  }

  private Optional<Coupon> validCoupon(String code) {
    return coupons.findById(code).filter(coupon -> coupon.isValid(clock.instant()));
  }
}
