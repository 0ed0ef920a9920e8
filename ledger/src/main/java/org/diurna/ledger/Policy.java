package org.diurna.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * Which logs and witnesses are trusted, and how many of these must have signed (C2SP tlog-policy).
 *
 * @param logs keys of logs: one log may have several, old and new
 * @param witnesses with their names
 * @param groups of witnesses and groups, each named before it is used
 * @param quorum name of the witness or group that must be satisfied; empty for none
 */
public record Policy(List<Log> logs, List<Witness> witnesses, List<Group> groups, Optional<String> quorum) {
    private static final int SIZE_MAX = 256 * 1024;

    /** A line {@code log}; the address is where its files are, when not under its origin. */
    public record Log(VerifierKey key, Optional<String> address) {}

    /** A line {@code witness}; the address is where checkpoints are handed in. */
    public record Witness(String name, VerifierKey key, Optional<String> address) {}

    /** A line {@code group}: {@code needed} of its members must be satisfied. */
    public record Group(String name, int needed, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    /**
     * Copies its lists.
     *
     * @throws Malformed when a name is used twice or before it is given
     */
    public Policy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        groups = List.copyOf(groups);
        Set<String> names = new HashSet<>();
        for (Witness witness : witnesses) {
            name(names, witness.name());
        }
        for (Group group : groups) {
            if (!names.containsAll(group.members())
                    || new HashSet<>(group.members()).size() < group.members().size()) {
                throw new Malformed("The group " + group.name() + " names a member that is not known, or one twice.");
            }
            if (group.needed() < 1 || group.needed() > group.members().size()) {
                throw new Malformed("The group " + group.name() + " of "
                        + group.members().size() + " cannot need " + group.needed() + " of them.");
            }
            name(names, group.name());
        }
        quorum.filter(name -> !names.contains(name)).ifPresent(name -> {
            throw new Malformed("The quorum " + Strict.shown(name) + " names no witness and no group.");
        });
    }

    private static void name(Set<String> names, String name) {
        VerifierKey.checkedName(name);
        if (name.equals("none") || !names.add(name)) {
            throw new Malformed("The policy cannot give the name " + Strict.shown(name) + " (again).");
        }
    }

    /** A policy that trusts one log, without witnesses. */
    public static Policy of(VerifierKey log) {
        return new Policy(List.of(new Log(log, Optional.empty())), List.of(), List.of(), Optional.empty());
    }

    /**
     * Reads a policy file.
     *
     * @throws Malformed when a line is none of a policy, or there is no log or no quorum line
     */
    public static Policy parse(byte[] file) {
        if (file.length > SIZE_MAX) {
            throw new Malformed("The policy is larger than " + SIZE_MAX + " bytes.");
        }
        return new PolicyReader().read(Strict.utf8(file, "policy"));
    }

    /** The file's text. */
    public String text() {
        List<String> lines = new ArrayList<>();
        logs.forEach(log -> lines.add("log " + log.key().text() + after(log.address())));
        witnesses.forEach(witness ->
                lines.add("witness " + witness.name() + " " + witness.key().text() + after(witness.address())));
        groups.forEach(group ->
                lines.add("group " + group.name() + " " + needed(group) + " " + String.join(" ", group.members())));
        lines.add("quorum " + quorum.orElse("none"));
        return String.join("\n", lines) + "\n";
    }

    private static String after(Optional<String> address) {
        return address.map(" "::concat).orElse("");
    }

    private static String needed(Group group) {
        return group.needed() == group.members().size() ? "all" : Integer.toString(group.needed());
    }

    /** Of all logs and witnesses. */
    public List<VerifierKey> keys() {
        return Stream.concat(logs.stream().map(Log::key), witnesses.stream().map(Witness::key))
                .toList();
    }

    /** True when enough witnesses signed. */
    public boolean satisfiedBy(SignedCheckpoint checkpoint) {
        Set<String> satisfied = new HashSet<>();
        for (Witness witness : witnesses) {
            if (checkpoint.cosignatures().stream()
                    .anyMatch(seen -> seen.witness().equals(witness.key()))) {
                satisfied.add(witness.name());
            }
        }
        for (Group group : groups) {
            if (group.members().stream().filter(satisfied::contains).count() >= group.needed()) {
                satisfied.add(group.name());
            }
        }
        return quorum.map(satisfied::contains).orElse(true);
    }
}
