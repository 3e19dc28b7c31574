package de.nordlicht.shop.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Password hashes (PBKDF2) and digests with a key. */
@Component
public class PasswordHasher {

  private static final int ITERATIONS = 210_000;
  private static final HexFormat HEX = HexFormat.of();

  private final SecureRandom random = new SecureRandom();

  public String hash(String password) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return HEX.formatHex(salt) + "$" + HEX.formatHex(derive(password, salt));
  }

  public boolean matches(String password, String stored) {
    int separator = stored.indexOf('$');
    if (separator < 0) {
      return false;
    }
    byte[] salt = HEX.parseHex(stored.substring(0, separator));
    return sameText(HEX.formatHex(derive(password, salt)), stored.substring(separator + 1));
  }

  private static byte[] derive(String password, byte[] salt) {
    try {
      var spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  public static String keyedDigest(String message, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HEX.formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /** Takes equally long wherever the first difference is. */
  public static boolean sameText(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
