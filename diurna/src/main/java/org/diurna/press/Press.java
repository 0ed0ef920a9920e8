package org.diurna.press;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import org.diurna.house.Language;

/**
 * The door of the press. Pure: everything that a sheet says is in the site and in the order, so the same order gives the
 * same bytes at any time on any machine. Safe for use by many threads.
 */
public final class Press {
    private static final List<Language> LANGUAGES = Stream.of(
                    "ar", "az", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "it",
                    "ja", "ko", "nl", "pl", "pt", "ro", "ru", "sr-Cyrl", "sr-Latn", "sv", "tr", "uk", "zh")
            .map(Language::of)
            .toList();

    private final ReleaseSheets releases;
    private final ReleasePaper paper;
    private final ListSheets lists;
    private final AtomFeeds feeds;
    private final OtherFeeds otherFeeds;
    private final Maps maps;
    private final HostFiles files;
    private final StandingPages standing;
    private final CheckPages checks;
    private final ChangeSheets changes;
    private final ReadApi api;
    private final PlainIndex index;
    private final ContactCards cards;
    private final Calendars calendars;
    private final Frames frames;

    public Press(Site site) {
        frames = new Frames(site);
        Printer printer = new Printer();
        releases = new ReleaseSheets(frames, printer);
        paper = new ReleasePaper(frames);
        lists = new ListSheets(frames, printer);
        feeds = new AtomFeeds(frames);
        otherFeeds = new OtherFeeds(frames);
        maps = new Maps(frames);
        files = new HostFiles(frames);
        standing = new StandingPages(frames, printer);
        checks = new CheckPages(frames, printer);
        changes = new ChangeSheets(frames, printer);
        api = new ReadApi(frames);
        index = new PlainIndex(frames);
        cards = new ContactCards(frames);
        calendars = new Calendars(frames);
    }

    /** The sheets of an order, no address twice. */
    public List<Sheet> print(Order order) {
        return switch (order) {
            case Order.Release release -> releases.print(release);
            case Order.AllVersions all -> List.of(api.release(all));
            case Order.Home home -> home(home);
            case Order.Calendar calendar -> calendars.print(calendar);
            case Order.Archive archive -> List.of(lists.archive(archive));
            case Order.MonthPage month -> lists.month(month);
            case Order.TypePage type -> lists.type(type);
            case Order.Feed feed -> feed(feed);
            case Order.FeedArchive archive -> List.of(feeds.archive(archive), api.page(archive));
            case Order.MonthMap month -> List.of(maps.month(month));
            case Order.MapIndex index -> List.of(maps.index(index));
            case Order.NewsMap news -> List.of(maps.news(news));
            case Order.ChangePage page -> changes.page(page);
            case Order.ChangeFeed feed -> List.of(changes.feed(feed));
            case Order.Chrome chrome -> chrome(chrome);
        };
    }

    /**
     * An edition on paper, as a PDF file.
     *
     * @param pictures the bytes of {@link #onPaper}, by the SHA-256 of the file
     * @throws org.diurna.press.paper.Unprintable when the program has no letters for a character
     */
    public Sheet paper(PublicVersion version, PublicEdition edition, Map<String, byte[]> pictures) {
        return paper.print(version, edition, pictures);
    }

    /**
     * The media kit of a release.
     *
     * @param versions all public languages of one release, of which {@link MediaKit#wanted} holds
     * @param pictures the bytes of {@link MediaKit#files}, by the SHA-256 of the file
     */
    public Sheet kit(List<PublicVersion> versions, Map<String, byte[]> pictures) {
        Map<PublicVersion, String> texts = new HashMap<>();
        versions.stream()
                .filter(version -> version.withdrawn().isEmpty())
                .forEach(version -> texts.put(version, releases.text(version)));
        return MediaKit.print(versions, texts, pictures);
    }

    /** The files of pictures that an edition's paper shows. */
    public static List<Plate.Print> onPaper(PublicEdition edition) {
        return edition.plates().stream()
                .flatMap(plate -> PaperPictures.print(plate).stream())
                .toList();
    }

    /** The sheet at the address of a file that is published no more. */
    public Sheet gone(Office office, String path) {
        return standing.gone(office, path);
    }

    /**
     * What surrounds a page that somebody else makes while it is read, such as a form; it is for people and not for machines.
     *
     * @param versions paths of the page in its languages; may be empty
     */
    public Frame frame(Office office, Language language, String title, List<Link> versions) {
        return frames.frame(office, frames.speech(office, language), Subject.hidden(title, title, versions));
    }

    /** A day as the pages of the office write it. */
    public String day(Office office, Language language, LocalDate day) {
        return frames.speech(office, language).day(day).text();
    }

    /** The office's page for a status: 404, 410 or 503. */
    public byte[] error(Office office, Language language, int status) {
        return standing.error(office, language, status);
    }

    private List<Sheet> feed(Order.Feed order) {
        List<Sheet> sheets = new ArrayList<>(otherFeeds.print(order));
        sheets.add(feeds.subscription(order));
        sheets.addAll(api.newest(order));
        return sheets;
    }

    private List<Sheet> home(Order.Home order) {
        List<Sheet> sheets = new ArrayList<>(lists.homes(order));
        sheets.addAll(index.print(order));
        return sheets;
    }

    private List<Sheet> chrome(Order.Chrome order) {
        List<Sheet> sheets = new ArrayList<>(files.print(order));
        sheets.addAll(standing.print(order.office()));
        sheets.addAll(checks.print(order.office()));
        sheets.addAll(api.print(order.office()));
        sheets.addAll(cards.print(order.office()));
        return sheets;
    }

    /** The languages in which the words around a release are written; any other language borrows the nearest. */
    public static List<Language> languages() {
        return LANGUAGES;
    }
}
