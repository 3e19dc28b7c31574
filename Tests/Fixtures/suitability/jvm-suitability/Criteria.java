import java.io.FileOutputStream;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import javax.servlet.http.HttpSession;
import redis.clients.jedis.Jedis; // want: B25 -> file
import org.apache.poi.ss.usermodel.Workbook; // want: B11 -> file
import org.springframework.scheduling.annotation.Async;

class Criteria {
  // want: B2 -> login
  void login(HttpSession session) { session.getId(); }

  // want: B6 -> export
  void export() throws Exception { new FileOutputStream("/srv/x").close(); }

  // want: B5 -> later
  @Async
  void later() { }

  // want: B5 -> fork
  void fork() { CompletableFuture.runAsync(() -> { }); }

  // want: B10 -> waits
  void waits() throws Exception { Thread.sleep(1000); }

  // want: F8 -> remember
  void remember(java.util.Map<String, String> seen) { seen.putIfAbsent("a", "b"); }

  // Names in comments and texts say nothing: HttpSession, FileOutputStream.
  // want: !B2 -> plain
  // want: !B6 -> plain
  // want: !B5 -> plain
  String plain() { return "HttpSession FileOutputStream @Async"; }

  // Reading is no writing.
  // want: !B6 -> reads
  String reads() throws Exception { return Files.readString(null); }
}

@Controller
class Pages {
  // want: B20 -> welcome
  public String welcome() { return "welcome"; }

  // want: !B20 -> body
  @ResponseBody
  public String body() { return "text"; }

  // want: !B20 -> count
  public int count() { return 1; }
}

@RestController
class Texts {
  // want: !B20 -> text
  public String text() { return "text"; }
}
