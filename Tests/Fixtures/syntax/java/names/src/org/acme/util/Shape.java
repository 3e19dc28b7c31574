package org.acme.util;

public interface Shape { class Corner {} }
