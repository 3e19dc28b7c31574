package de.nordlicht.shop.payments;

import de.nordlicht.shop.common.ShopSettings;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The HTTP interface of the company that moves the money. */
@Component
class Gateway {

  private static final ParameterizedTypeReference<Map<String, String>> FIELDS =
      new ParameterizedTypeReference<>() {};

  private final RestClient client;

  Gateway(RestClient.Builder builder, ShopSettings settings) {
    this.client = builder.baseUrl(settings.getGateway().toString()).build();
  }

  Map<String, String> post(String path, Map<String, Object> body) {
    try {
      return client.post().uri(path).body(body).retrieve().body(FIELDS);
    } catch (HttpClientErrorException refusal) {
      throw new Declined("The payment was declined.");
    } catch (RestClientException failure) {
      throw new Declined("The payment company does not answer.");
    }
  }
}
