package de.nordlicht.shop.payments;

import de.nordlicht.shop.common.ShopException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class Providers {

  private final Map<String, PaymentProvider> byName;

  Providers(List<PaymentProvider> providers) {
    byName =
        providers.stream().collect(Collectors.toMap(PaymentProvider::name, Function.identity()));
  }

  PaymentProvider named(String name) {
    PaymentProvider provider = byName.get(name);
    if (provider == null) {
      throw new ShopException("There is no way to pay called '" + name + "'.");
    }
    return provider;
  }
}
