package org.acme.util;

public interface Limits { int MAXIMUM = 5; } // want: declare constant org.acme.util.Limits.MAXIMUM definition
