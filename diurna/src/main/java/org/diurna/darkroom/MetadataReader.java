package org.diurna.darkroom;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diurna.house.Language;
import org.jspecify.annotations.Nullable;

/** Reads what a master says about itself. Runs in the worker process: packets of strangers are parsed here. */
final class MetadataReader {
    /** Longer texts are cut: nobody confirms a novel. */
    private static final int TEXT_MAX = 2_000;

    private static final int NAMES_MAX = 20;
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-:]?(\\d{2})[-:]?(\\d{2}).*", Pattern.DOTALL);

    private final Metadata metadata;
    private final List<XMPMeta> packets = new ArrayList<>();

    private MetadataReader(Metadata metadata) {
        this.metadata = metadata;
        for (XmpDirectory directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            packets.add(directory.getXMPMeta());
        }
    }

    static Described read(byte[] master, Header header) {
        Metadata metadata;
        try {
            metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(master), master.length);
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // What cannot be read was not said; the picture itself may still be sound.
            metadata = new Metadata();
        }
        return new MetadataReader(metadata).described(header);
    }

    private Described described(Header header) {
        return new Described(
                creators(),
                first(xmp(Xmp.PHOTOSHOP, "Headline"), iim(IptcDirectory.TAG_HEADLINE)),
                first(
                        local(Xmp.DC, "description"),
                        iim(IptcDirectory.TAG_CAPTION),
                        exif(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION)),
                first(xmp(Xmp.PHOTOSHOP, "Credit"), iim(IptcDirectory.TAG_CREDIT)),
                first(
                        local(Xmp.DC, "rights"),
                        iim(IptcDirectory.TAG_COPYRIGHT_NOTICE),
                        exif(ExifIFD0Directory.TAG_COPYRIGHT)),
                first(local(Xmp.RIGHTS, "UsageTerms"), xmp(Xmp.PHOTOSHOP, "Instructions")),
                first(xmp(Xmp.RIGHTS, "WebStatement")),
                created(),
                place(),
                altText(),
                DigitalSource.at(first(xmp(Xmp.EXT, "DigitalSourceType"))),
                RegionReader.read(packets, header));
    }

    private List<String> creators() {
        for (XMPMeta packet : packets) {
            var names = items(packet, Xmp.DC, "creator");
            if (!names.isEmpty()) {
                return names;
            }
        }
        var names = directories(IptcDirectory.class)
                .flatMap(directory -> strings(directory, IptcDirectory.TAG_BY_LINE))
                .toList();
        if (!names.isEmpty()) {
            return names.subList(0, Math.min(names.size(), NAMES_MAX));
        }
        String artist = first(exif(ExifIFD0Directory.TAG_ARTIST));
        return artist.isEmpty() ? List.of() : List.of(artist);
    }

    private Optional<LocalDate> created() {
        String exif = directories(ExifSubIFDDirectory.class)
                .map(directory -> text(directory.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        Matcher date =
                DATE.matcher(first(xmp(Xmp.PHOTOSHOP, "DateCreated"), iim(IptcDirectory.TAG_DATE_CREATED), exif));
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3))));
        } catch (DateTimeException e) {
            // A camera without a set clock writes 0000:00:00.
            return Optional.empty();
        }
    }

    private String place() {
        return Stream.of(
                        first(xmp(Xmp.CORE, "Location"), iim(IptcDirectory.TAG_SUB_LOCATION)),
                        first(xmp(Xmp.PHOTOSHOP, "City"), iim(IptcDirectory.TAG_CITY)),
                        first(xmp(Xmp.PHOTOSHOP, "State"), iim(IptcDirectory.TAG_PROVINCE_OR_STATE)),
                        first(xmp(Xmp.PHOTOSHOP, "Country"), iim(IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_NAME)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private Map<Language, String> altText() {
        var texts = new TreeMap<Language, String>();
        for (XMPMeta packet : packets) {
            try {
                int count = Math.min(packet.countArrayItems(Xmp.CORE, "AltTextAccessibility"), NAMES_MAX);
                for (int i = 1; i <= count; i++) {
                    String path = "AltTextAccessibility[" + i + "]";
                    @Nullable XMPProperty item = packet.getArrayItem(Xmp.CORE, "AltTextAccessibility", i);
                    @Nullable XMPProperty lang = packet.getQualifier(Xmp.CORE, path, XMPConst.NS_XML, "lang");
                    put(texts, lang == null ? "" : lang.getValue(), item == null ? "" : text(item.getValue()));
                }
            } catch (XMPException e) {
                // Not the list that it should be: nothing to confirm.
            }
        }
        if (texts.size() > 1) {
            texts.remove(Description.ANY);
        }
        return texts;
    }

    private static void put(Map<Language, String> texts, String tag, String text) {
        if (text.isEmpty()) {
            return;
        }
        try {
            texts.putIfAbsent(Language.of(tag), text);
        } catch (IllegalArgumentException e) {
            texts.putIfAbsent(Description.ANY, text);
        }
    }

    private String xmp(String schema, String name) {
        for (XMPMeta packet : packets) {
            try {
                String value = text(packet.getPropertyString(schema, name));
                if (!value.isEmpty()) {
                    return value;
                }
            } catch (XMPException e) {
                // Not the text that it should be: the next packet may know.
            }
        }
        return "";
    }

    private String local(String schema, String name) {
        for (XMPMeta packet : packets) {
            try {
                @Nullable XMPProperty value = packet.getLocalizedText(schema, name, "", XMPConst.X_DEFAULT);
                if (value != null && !text(value.getValue()).isEmpty()) {
                    return text(value.getValue());
                }
            } catch (XMPException e) {
                // Not the list of languages that it should be: the next packet may know.
            }
        }
        return "";
    }

    private static List<String> items(XMPMeta packet, String schema, String name) {
        var items = new ArrayList<String>();
        try {
            int count = Math.min(packet.countArrayItems(schema, name), NAMES_MAX);
            for (int i = 1; i <= count; i++) {
                @Nullable XMPProperty item = packet.getArrayItem(schema, name, i);
                String value = item == null ? "" : text(item.getValue());
                if (!value.isEmpty()) {
                    items.add(value);
                }
            }
        } catch (XMPException e) {
            // A single name where a list should be; IIM or EXIF may know more.
            return items;
        }
        return items;
    }

    private String iim(int tag) {
        return directories(IptcDirectory.class)
                .flatMap(directory -> strings(directory, tag))
                .findFirst()
                .orElse("");
    }

    private String exif(int tag) {
        return directories(ExifIFD0Directory.class)
                .map(directory -> text(directory.getString(tag)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Stream<String> strings(Directory directory, int tag) {
        @Nullable String[] values = directory.getStringArray(tag);
        Stream<@Nullable String> all = values == null ? Stream.of(directory.getString(tag)) : Stream.of(values);
        return all.map(MetadataReader::text).filter(text -> !text.isEmpty());
    }

    private <T extends Directory> Stream<T> directories(Class<T> type) {
        Collection<T> found = metadata.getDirectoriesOfType(type);
        return found.stream();
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** Without control characters and surrounding space, not longer than allowed. */
    private static String text(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        String clean = raw.codePoints()
                .filter(c -> (c >= ' ' && c != 0x7f && c != 0xfffe && c != 0xffff && !(c >= 0xd800 && c <= 0xdfff))
                        || c == '\n')
                .limit(TEXT_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return clean;
    }
}
