package org.diurna.press;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.house.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints a small site into a folder, to be looked at: {@code PreviewSite <folder> <port>}. Each sheet is a file with a
 * number for its name; {@code sheets.json} says at which address, status and headers it belongs.
 */
final class PreviewSite {
    private final Path folder;
    private final Press press;
    private final List<Map<String, Object>> index = new ArrayList<>();

    private PreviewSite(Path folder, Press press) {
        this.folder = folder;
        this.press = press;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Office office = Lomara.office("127.0.0.1");
        Press press = new Press(Lomara.site(Integer.parseInt(args[1]), office));
        // the news map wants news of the last two days, so the preview may look at the clock; the press may not
        Instant now = Instant.now();
        new PreviewSite(folder, press).print(office, now);
    }

    private void print(Office office, Instant now) throws IOException {
        List<PublicVersion> versions = PreviewReleases.all(office, now);
        for (PublicVersion version : versions) {
            print(new Order.Release(version));
        }
        print(new Order.Chrome(office, now.plus(Duration.ofDays(180))));
        for (Language language : office.languages()) {
            lists(office, language, versions);
        }
        List<Listed> maps = listed(versions, Optional.empty());
        YearMonth month = YearMonth.of(2026, 1);
        print(new Order.MapIndex(office, List.of(new Order.MappedMonth(month, now))));
        print(new Order.MonthMap(office, month, maps));
        print(new Order.NewsMap(
                office,
                maps.stream()
                        .filter(listed -> listed.published().isAfter(now.minus(Duration.ofDays(2))))
                        .toList()));
        Files.writeString(
                folder.resolve("sheets.json"), JsonMapper.builder().build().writeValueAsString(index));
    }

    private void lists(Office office, Language language, List<PublicVersion> versions) throws IOException {
        List<Listed> all = listed(versions, Optional.of(language));
        List<Listed> standing = all.reversed().stream()
                .filter(listed -> listed.state() == Listed.State.STANDS)
                .toList();
        YearMonth january = YearMonth.of(2026, 1);
        YearMonth december = YearMonth.of(2025, 12);
        print(new Order.Home(
                office, language, standing, List.of(Lomara.RELEASE, Lomara.STATEMENT), List.of(2026, 2025, 2024)));
        List<Order.Month> months = new ArrayList<>();
        for (int back = 0; back < 25; back++) {
            months.add(new Order.Month(january.minusMonths(back), back == 0 ? all.size() : 1 + (back * 7) % 13));
        }
        print(new Order.Archive(office, language, months));
        print(new Order.MonthPage(office, language, january, 1, 1, all, Optional.of(december), Optional.empty()));
        print(new Order.MonthPage(
                office,
                language,
                december,
                1,
                2,
                all.subList(0, 1),
                Optional.of(december.minusMonths(1)),
                Optional.of(january)));
        print(new Order.TypePage(office, language, Lomara.RELEASE, 1, 1, all));
        print(new Order.TypePage(office, language, Lomara.STATEMENT, 1, 1, List.of()));
        print(new Order.Feed(office, language, standing, 1));
        print(new Order.FeedArchive(office, language, 1, 1, all));
    }

    private static List<Listed> listed(List<PublicVersion> versions, Optional<Language> language) {
        return versions.stream()
                .filter(version -> language.map(version.language()::equals).orElse(true))
                .filter(version -> version.withdrawn()
                        .map(withdrawn -> withdrawn.text() == PublicVersion.Text.KEPT)
                        .orElse(true))
                .map(Lomara::listed)
                .toList();
    }

    private void print(Order order) throws IOException {
        for (Sheet sheet : press.print(order)) {
            switch (sheet) {
                case Sheet.Printed printed -> {
                    Map<String, String> headers = new LinkedHashMap<>(printed.headers());
                    headers.put("Content-Type", printed.type());
                    headers.put("Cache-Control", printed.caching().header());
                    lay(printed.path(), 200, headers, printed.bytes());
                }
                case Sheet.Moved moved -> {
                    String note = "<!doctype html><html lang=\"en\"><title>Moved</title><p><a href=\"" + moved.to()
                            + "\">" + moved.to() + "</a></p>";
                    Map<String, String> headers =
                            Map.of("Location", moved.to(), "Content-Type", "text/html; charset=utf-8");
                    lay(moved.path(), moved.status(), headers, note.getBytes(StandardCharsets.UTF_8));
                }
                case Sheet.Dated dated -> {
                    Map<String, String> headers = new LinkedHashMap<>(dated.headers());
                    headers.put("Location", dated.versions().lastEntry().getValue());
                    lay(dated.path(), 302, headers, new byte[0]);
                }
                case Sheet.Gone gone ->
                    lay(gone.path(), 410, Map.of("Content-Type", "text/html; charset=utf-8"), gone.page());
            }
        }
    }

    private void lay(String path, int status, Map<String, String> headers, byte[] bytes) throws IOException {
        String file = String.valueOf(index.size());
        Files.write(folder.resolve(file), bytes);
        index.add(Map.of("path", path, "status", status, "headers", headers, "file", file));
    }
}
