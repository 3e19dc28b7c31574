package de.nordlicht.shop.notify;

import java.io.Serializable;
import java.util.Map;

public record Mail(String recipient, String template, Map<String, String> values)
    implements Serializable {}
