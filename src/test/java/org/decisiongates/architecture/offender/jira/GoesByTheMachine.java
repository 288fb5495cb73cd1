package org.decisiongates.architecture.offender.jira;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.UnaryOperator;

import jakarta.ws.rs.HeaderParam;

final class GoesByTheMachine {

    String lower(String text) {
        return text.toLowerCase();
    }

    UnaryOperator<String> upper() {
        return String::toUpperCase;
    }

    String number(int number) {
        return String.format("%d", number);
    }

    byte[] bytes(String text) {
        return text.getBytes();
    }

    String text(byte[] bytes) {
        return new String(bytes);
    }

    String all() {
        return Charset.defaultCharset() + " " + Locale.getDefault() + " " + ZoneId.systemDefault();
    }

    String known(@HeaderParam("If-None-Match") String known) {
        return known;
    }
}
