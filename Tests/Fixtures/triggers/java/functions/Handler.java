package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.microsoft.azure.functions.annotation.*;

// want: queue -> shop.Handler.handleRequest rule=jvm.aws.handler
// want: schedule -> shop.Handler.nightly cron=0_0_3_*_*_* period=86400
// want: http -> shop.Handler.hello method=GET,POST
// want: direct -> shop.Raw.handleRequest rule=jvm.lambda.type
// want: !direct -> shop.Other.handleRequest
// want: total 4
public class Handler {
  public String handleRequest(SQSEvent input, Context context) { return ""; }

  @FunctionName("nightly")
  public void nightly(@TimerTrigger(name = "t", schedule = "0 0 3 * * *") String timer) {}

  @FunctionName("hello")
  public String hello(
      @HttpTrigger(name = "req", methods = {HttpMethod.GET, HttpMethod.POST}, route = "hello")
      String request) {
    return helper(null);
  }

  private String helper(Object event) { return ""; }
}

class Raw implements RequestHandler<Map<String, Object>, String> {
  public String handleRequest(Map<String, Object> input, Context context) { return ""; }
}

class Other implements Handler<String> {
  public String handleRequest(Map<String, Object> input) { return ""; }
}
