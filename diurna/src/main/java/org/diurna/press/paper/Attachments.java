package org.diurna.press.paper;

import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.util.DateConverter;

/** Files inside the file, each with its relation to the whole (ISO 19005-3, annex E). */
final class Attachments {
    private static final COSName UF = COSName.getPDFName("UF");
    private static final COSName RELATION = COSName.getPDFName("AFRelationship");

    private Attachments() {}

    static void write(PDDocument document, COSDictionary catalog, Leaflet leaflet) {
        List<Leaflet.Attached> files = leaflet.files();
        TreeMap<String, COSDictionary> named = new TreeMap<>();
        COSArray associated = new COSArray();
        for (Leaflet.Attached file : files) {
            COSDictionary specification = specification(document, file, leaflet);
            named.put(file.name(), specification);
            associated.add(specification);
        }
        COSArray names = new COSArray();
        named.forEach((name, specification) -> {
            names.add(new COSString(name));
            names.add(specification);
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NAMES, names);
        COSDictionary all = new COSDictionary();
        all.setItem(COSName.EMBEDDED_FILES, tree);
        catalog.setItem(COSName.NAMES, all);
        catalog.setItem(COSName.getPDFName("AF"), associated);
    }

    private static COSDictionary specification(PDDocument document, Leaflet.Attached file, Leaflet leaflet) {
        GregorianCalendar at = new GregorianCalendar(TimeZone.getTimeZone("GMT"));
        at.setTimeInMillis(leaflet.created().getEpochSecond() * 1000);
        COSStream stream = Streams.of(document, file.bytes());
        stream.setItem(COSName.TYPE, COSName.getPDFName("EmbeddedFile"));
        stream.setItem(COSName.SUBTYPE, COSName.getPDFName(file.type()));
        COSDictionary parameters = new COSDictionary();
        parameters.setInt(COSName.SIZE, file.bytes().length);
        parameters.setString(COSName.getPDFName("ModDate"), DateConverter.toString(at));
        stream.setItem(COSName.PARAMS, parameters);
        COSDictionary embedded = new COSDictionary();
        embedded.setItem(COSName.F, stream);
        embedded.setItem(UF, stream);
        COSDictionary specification = new COSDictionary();
        specification.setItem(COSName.TYPE, COSName.FILESPEC);
        specification.setString(COSName.F, file.name());
        specification.setString(UF, file.name());
        specification.setString(COSName.DESC, file.description());
        specification.setItem(RELATION, COSName.getPDFName(file.relation().word));
        specification.setItem(COSName.EF, embedded);
        return specification;
    }
}
