package de.nordlicht.shop.media;

import de.nordlicht.shop.web.CurrentUser;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class PictureController {

  private final Pictures pictures;
  private final CurrentUser users;

  PictureController(Pictures pictures, CurrentUser users) {
    this.pictures = pictures;
    this.users = users;
  }

  @PostMapping("/admin/products/{id}/pictures")
  String upload(
      @RequestHeader("Authorization") String authorization,
      @PathVariable Long id,
      @RequestParam MultipartFile picture)
      throws IOException {
    users.administrator(authorization);
    return pictures.accept(id, picture.getBytes());
  }

  // @trigger http method=GET path="/pictures/{variant}" rps=8 peak_rps=60
  @GetMapping("/pictures/{variant}")
  ResponseEntity<byte[]> picture(@PathVariable String variant, @RequestParam String key) {
    return pictures
        .thumbnail(key, variant)
        .map(body -> ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(body))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
