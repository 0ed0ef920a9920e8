package org.diurna.desk.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of the API, found by the address and method of a request. */
public final class Calls {
    /** Below which all of them are. */
    public static final String ROOT = "/api/v1";

    private final List<Call> all;

    public Calls(List<Call> all) {
        this.all = List.copyOf(all);
    }

    public List<Call> all() {
        return all;
    }

    /** The call that a request means. */
    public sealed interface Found {
        record One(Call call, Map<String, String> parts) implements Found {}

        /** Something is there, and these methods can be used on it. */
        record OtherMethods(List<String> methods) implements Found {}

        record Nothing() implements Found {}
    }

    /**
     * Finds a call.
     *
     * @param path decoded, below {@link #ROOT}
     */
    public Found find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        List<String> parts =
                Arrays.asList(path.substring(Math.min(1, path.length())).split("/", -1));
        List<Call> there = new ArrayList<>();
        for (Call call : all) {
            Optional<Map<String, String>> fits = fits(call.parts(), parts);
            if (fits.isPresent()) {
                if (call.method().equals(wanted)) {
                    return new Found.One(call, fits.get());
                }
                there.add(call);
            }
        }
        return there.isEmpty()
                ? new Found.Nothing()
                : new Found.OtherMethods(
                        there.stream().map(Call::method).distinct().sorted().toList());
    }

    private static Optional<Map<String, String>> fits(List<String> pattern, List<String> parts) {
        if (pattern.size() != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String wanted = pattern.get(i);
            if (wanted.startsWith("{") && !parts.get(i).isEmpty()) {
                named.put(wanted.substring(1, wanted.length() - 1), parts.get(i));
            } else if (!wanted.equals(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }
}
