package org.acme.billing;

import brave.Tracer; // want: import-external brave.Tracer

public class Tax {
  brave.propagation.Context context;
  public static void register() {}
}
// want: unresolved 0
