package org.diurna.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diurna.edition.Plate;
import org.diurna.edition.Plates;
import org.diurna.house.Database;
import org.diurna.press.Listed;

/** The pictures of the lines of a list: those of the newest public edition that were not taken back. */
final class Shown {
    private final Database database;
    private final Plates plates;

    Shown(Database database, Plates plates) {
        this.database = database;
        this.plates = plates;
    }

    /** The same lines with their pictures; three questions, however many lines there are. */
    List<Listed> with(List<Listed> lines) {
        List<Plates.Of> all =
                plates.ofAll(lines.stream().map(Listed::release).distinct().toList());
        if (all.isEmpty()) {
            return lines;
        }
        Map<String, Integer> newest = newest(all);
        Map<String, Plates.Recalled> recalled =
                plates.recalled(all.stream().map(of -> of.plate().picture()).toList());
        Map<String, List<Plate>> shown = new HashMap<>();
        for (Plates.Of of : all) {
            String version = of.release() + " " + of.language();
            if (Integer.valueOf(of.edition()).equals(newest.get(version))
                    && !recalled.containsKey(of.plate().picture())) {
                shown.computeIfAbsent(version, _ -> new java.util.ArrayList<>()).add(of.plate());
            }
        }
        return lines.stream()
                .map(line -> line.with(shown.getOrDefault(line.release() + " " + line.language(), List.of())))
                .toList();
    }

    private Map<String, Integer> newest(List<Plates.Of> all) {
        Map<String, Integer> newest = new HashMap<>();
        database.sql("select release, lang, edition from publication where release in (:releases)")
                .param(
                        "releases",
                        all.stream().map(of -> of.release().value()).distinct().toList())
                .query((row, _) ->
                        newest.put(row.getString("release") + " " + row.getString("lang"), row.getInt("edition")))
                .list();
        return newest;
    }
}
