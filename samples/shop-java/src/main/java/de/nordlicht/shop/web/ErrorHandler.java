package de.nordlicht.shop.web;

import de.nordlicht.shop.common.ShopException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class ErrorHandler {

  @ExceptionHandler
  ResponseEntity<Map<String, String>> refused(ShopException refusal) {
    return ResponseEntity.status(refusal.status()).body(Map.of("detail", refusal.getMessage()));
  }
}
