package org.diurna.press.paper;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Binds drawn pages to a file: pages, fonts, structure, bookmarks, attachments, and what the file says of itself. */
final class Binding {
    private final Leaflet leaflet;
    private final List<Folio> folios;
    private final Tag root;
    private final Ink ink;
    private final Setting setting;
    private final List<COSDictionary> pages = new ArrayList<>();

    Binding(Leaflet leaflet, List<Folio> folios, Tag root, Ink ink, Setting setting) {
        this.leaflet = leaflet;
        this.folios = folios;
        this.root = root;
        this.ink = ink;
        this.setting = setting;
    }

    byte[] bytes() {
        try (PDDocument document = new PDDocument()) {
            document.getDocument().setVersion(1.7f);
            document.setDocumentId(number(leaflet.identity()));
            pages(document);
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            catalog(document, catalog);
            new Structure(root, pages, folios).write(catalog);
            catalog.setItem(COSName.OUTLINES, new Outline(setting.marks(), pages).write());
            Attachments.write(document, catalog, leaflet);
            information(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a file in memory failed.", e);
        }
    }

    /** The first eight bytes of its digest. */
    private static long number(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private void pages(PDDocument document) {
        COSDictionary resources = new COSDictionary();
        COSDictionary fonts = new COSDictionary();
        ink.faces().forEach(face -> fonts.setItem(COSName.getPDFName(face.name()), face.write(document)));
        resources.setItem(COSName.FONT, fonts);
        COSDictionary images = new COSDictionary();
        setting.pictures()
                .forEach((name, picture) -> images.setItem(COSName.getPDFName(name), image(document, picture)));
        if (images.size() > 0) {
            resources.setItem(COSName.XOBJECT, images);
        }
        for (Folio folio : folios) {
            PDPage page = new PDPage(new PDRectangle(Folio.WIDTH, Folio.HEIGHT));
            COSDictionary dictionary = page.getCOSObject();
            dictionary.setItem(COSName.RESOURCES, resources);
            dictionary.setItem(
                    COSName.CONTENTS, Streams.of(document, folio.content().getBytes(StandardCharsets.US_ASCII)));
            dictionary.setItem(COSName.getPDFName("Tabs"), COSName.S);
            dictionary.setInt(COSName.STRUCT_PARENTS, folio.number());
            document.addPage(page);
            pages.add(dictionary);
        }
    }

    private static COSStream image(PDDocument document, Part.Picture picture) {
        COSStream image = Streams.raw(document, picture.image());
        image.setItem(COSName.TYPE, COSName.XOBJECT);
        image.setItem(COSName.SUBTYPE, COSName.IMAGE);
        image.setInt(COSName.WIDTH, picture.width());
        image.setInt(COSName.HEIGHT, picture.height());
        image.setInt(COSName.BITS_PER_COMPONENT, 8);
        image.setItem(
                COSName.COLORSPACE, Jpeg.components(picture.image()) == 1 ? COSName.DEVICEGRAY : COSName.DEVICERGB);
        image.setItem(COSName.FILTER, COSName.DCT_DECODE);
        return image;
    }

    private void catalog(PDDocument document, COSDictionary catalog) {
        catalog.setString(COSName.LANG, leaflet.lang());
        COSDictionary mark = new COSDictionary();
        mark.setBoolean(COSName.getPDFName("Marked"), true);
        catalog.setItem(COSName.MARK_INFO, mark);
        COSDictionary viewing = new COSDictionary();
        viewing.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
        if (leaflet.rightToLeft()) {
            viewing.setItem(COSName.getPDFName("Direction"), COSName.getPDFName("R2L"));
        }
        catalog.setItem(COSName.VIEWER_PREFERENCES, viewing);
        COSStream metadata = Streams.raw(document, Metadata.xmp(leaflet));
        metadata.setItem(COSName.TYPE, COSName.METADATA);
        metadata.setItem(COSName.SUBTYPE, COSName.getPDFName("XML"));
        catalog.setItem(COSName.METADATA, metadata);
        catalog.setItem(COSName.OUTPUT_INTENTS, array(intent(document)));
    }

    /** Colours are those of the profile that every Java brings along: sRGB. */
    private static COSDictionary intent(PDDocument document) {
        COSStream profile =
                Streams.of(document, ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        profile.setInt(COSName.N, 3);
        COSDictionary intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.getPDFName("OutputIntent"));
        intent.setItem(COSName.S, COSName.getPDFName("GTS_PDFA1"));
        intent.setItem(COSName.getPDFName("OutputConditionIdentifier"), new COSString("sRGB IEC61966-2.1"));
        intent.setItem(COSName.getPDFName("Info"), new COSString("sRGB IEC61966-2.1"));
        intent.setItem(COSName.getPDFName("DestOutputProfile"), profile);
        return intent;
    }

    private void information(PDDocument document) {
        GregorianCalendar created = new GregorianCalendar(TimeZone.getTimeZone("GMT"));
        created.setTimeInMillis(leaflet.created().getEpochSecond() * 1000);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(leaflet.title());
        information.setAuthor(leaflet.author());
        if (!leaflet.subject().isEmpty()) {
            information.setSubject(leaflet.subject());
        }
        information.setProducer(Metadata.PRODUCER);
        information.setCreationDate(created);
        information.setModificationDate(created);
    }

    static COSArray array(COSBase... items) {
        COSArray array = new COSArray();
        for (COSBase item : items) {
            array.add(item);
        }
        return array;
    }

    static COSArray box(float... edges) {
        COSArray array = new COSArray();
        for (float edge : edges) {
            array.add(new COSFloat(Math.round(edge * 1000) / 1000f));
        }
        return array;
    }

    /** Looks at the top of a page. */
    static COSArray destination(COSDictionary page, float top) {
        return array(
                page,
                COSName.getPDFName("XYZ"),
                COSInteger.ZERO,
                COSInteger.get(Math.round(Folio.HEIGHT - top + 12f)),
                COSInteger.ZERO);
    }
}
