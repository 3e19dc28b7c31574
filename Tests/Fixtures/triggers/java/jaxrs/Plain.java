package shop;

import java.util.Map;

// want: none
public class Plain {
  Object get(Map<String, Object> map) { return map.get("/catalog"); }
}
