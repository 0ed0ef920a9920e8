package org.diurna.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.diurna.ledger.LedgerException.Malformed;

/** Reads the lines of a policy. */
final class PolicyReader {
    private final List<Policy.Log> logs = new ArrayList<>();
    private final List<Policy.Witness> witnesses = new ArrayList<>();
    private final List<Policy.Group> groups = new ArrayList<>();
    private Optional<String> quorum = Optional.empty();

    Policy read(String text) {
        for (String line : Strict.lines(text, "policy")) {
            String plain = line.strip();
            if (!plain.isEmpty() && !plain.startsWith("#")) {
                line(plain, Arrays.asList(plain.split("[ \t]+")));
            }
        }
        if (logs.isEmpty() || quorum.isEmpty()) {
            throw new Malformed("The policy needs at least one line \"log\" and one line \"quorum\".");
        }
        return new Policy(logs, witnesses, groups, quorum.filter(name -> !name.equals("none")));
    }

    private void line(String line, List<String> words) {
        int count = words.size();
        switch (words.getFirst()) {
            case "log" -> {
                VerifierKey key = VerifierKey.parse(
                        words(line, count >= 2 && count <= 3, words).get(1));
                if (key.cosigns()) {
                    throw new Malformed("The key of the log " + key.name() + " is one of a witness.");
                }
                logs.add(new Policy.Log(key, word(words, 2)));
            }
            case "witness" -> {
                VerifierKey key = VerifierKey.parse(
                        words(line, count >= 3 && count <= 4, words).get(2));
                if (!key.cosigns()) {
                    throw new Malformed("The key of the witness " + key.name() + " is none of a witness.");
                }
                witnesses.add(new Policy.Witness(words.get(1), key, word(words, 3)));
            }
            case "group" -> {
                List<String> members = words(line, count >= 4, words).subList(3, count);
                groups.add(new Policy.Group(words.get(1), needed(words.get(2), members.size()), members));
            }
            case "quorum" ->
                quorum = Optional.of(
                        words(line, count == 2 && quorum.isEmpty(), words).get(1));
            default -> throw wrong(line);
        }
    }

    private static int needed(String word, int members) {
        return switch (word) {
            case "any" -> 1;
            case "all" -> members;
            default -> (int) Math.min(Integer.MAX_VALUE, Strict.decimal(word, "number in a line of the policy"));
        };
    }

    private static List<String> words(String line, boolean right, List<String> words) {
        if (!right) {
            throw wrong(line);
        }
        return words;
    }

    private static Optional<String> word(List<String> words, int at) {
        return at < words.size() ? Optional.of(words.get(at)) : Optional.empty();
    }

    private static Malformed wrong(String line) {
        return new Malformed(Strict.shown(line) + " is no line of a policy.");
    }
}
