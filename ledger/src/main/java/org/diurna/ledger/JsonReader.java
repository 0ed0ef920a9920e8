package org.diurna.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.ledger.LedgerException.Malformed;

/** Reads JSON; refuses doubled names, lone surrogates, anything after the value, and depths that nobody writes. */
final class JsonReader {
    private static final int DEPTH_MAX = 32;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{4}");

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    static Json read(byte[] bytes) {
        JsonReader reader = new JsonReader(Strict.utf8(bytes, "JSON file"));
        Json value = reader.value(0);
        reader.space();
        if (reader.at < reader.text.length()) {
            throw reader.trouble("goes on after its end");
        }
        return value;
    }

    private Json value(int depth) {
        if (depth > DEPTH_MAX) {
            throw trouble("is nested too deeply");
        }
        space();
        char c = peek();
        return switch (c) {
            case '{' -> members(depth);
            case '[' -> row(depth);
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Truth(true));
            case 'f' -> word("false", new Json.Truth(false));
            case 'n' -> word("null", new Json.Nothing());
            default -> number();
        };
    }

    private Json members(int depth) {
        Map<String, Json> values = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return new Json.Members(values);
        }
        do {
            space();
            String name = string();
            space();
            expect(':');
            if (values.putIfAbsent(name, value(depth + 1)) != null) {
                throw trouble("names " + Strict.shown(name) + " twice");
            }
            space();
        } while (goesOn('}'));
        return new Json.Members(values);
    }

    private Json row(int depth) {
        List<Json> values = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return new Json.Row(values);
        }
        do {
            values.add(value(depth + 1));
            space();
        } while (goesOn(']'));
        return new Json.Row(values);
    }

    /** Past a comma: true; past the end: false. */
    private boolean goesOn(char end) {
        if (peek() == ',') {
            at++;
            return true;
        }
        expect(end);
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw trouble("has a control character in a text");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        refuseLoneSurrogates(out);
        return out.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                Matcher hex = HEX.matcher(text).region(at, Math.min(text.length(), at + 4));
                if (!hex.matches()) {
                    throw trouble("has a wrong escape in a text");
                }
                at += 4;
                yield (char) Integer.parseInt(hex.group(), 16);
            }
            default -> throw trouble("has a wrong escape in a text");
        };
    }

    private void refuseLoneSurrogates(StringBuilder out) {
        if (out.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw trouble("has half a character in a text");
        }
    }

    private Json number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw trouble("has no value where one must be");
        }
        at = number.end();
        return new Json.Figure(number.group());
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw trouble("has no value where one must be");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw trouble("ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw trouble("lacks a " + c);
        }
        at++;
    }

    private Malformed trouble(String what) {
        return new Malformed("The JSON file " + what + " (at character " + at + ").");
    }
}
