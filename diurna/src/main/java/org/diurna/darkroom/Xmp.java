package org.diurna.darkroom;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.PropertyOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import java.util.Map;
import org.diurna.house.Language;

/**
 * Writes the XMP packet (ISO 16684-1) with the fields of IPTC Photo Metadata 2025.1. Sorted and without padding, so that
 * the same description makes the same bytes.
 */
final class Xmp {
    static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    static final String CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    static final String EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    static final String PLUS = "http://ns.useplus.org/ldf/xmp/1.0/";
    static final String DC = XMPConst.NS_DC;
    static final String CC = "http://creativecommons.org/ns#";

    private Xmp() {}

    static byte[] packet(Description description, Rights rights) {
        try {
            XMPMeta xmp = XMPMetaFactory.create();
            XMPMetaFactory.getSchemaRegistry().registerNamespace(CORE, "Iptc4xmpCore");
            XMPMetaFactory.getSchemaRegistry().registerNamespace(EXT, "Iptc4xmpExt");
            XMPMetaFactory.getSchemaRegistry().registerNamespace(PLUS, "plus");
            XMPMetaFactory.getSchemaRegistry().registerNamespace(CC, "cc");
            var ordered = new PropertyOptions().setArrayOrdered(true);
            for (String creator : description.creators()) {
                xmp.appendArrayItem(DC, "creator", ordered, creator, null);
            }
            texts(xmp, DC, "description", description.caption(), description.main());
            texts(xmp, CORE, "AltTextAccessibility", description.altText(), description.main());
            text(xmp, DC, "rights", rights.copyright());
            text(xmp, RIGHTS, "UsageTerms", rights.usageTerms());
            xmp.appendArrayItem(RIGHTS, "Owner", new PropertyOptions().setArray(true), rights.holder(), null);
            xmp.setPropertyBoolean(RIGHTS, "Marked", true);
            xmp.setProperty(RIGHTS, "WebStatement", rights.webStatement().toString());
            xmp.setProperty(CC, "license", rights.licence().url().toString());
            xmp.setProperty(PHOTOSHOP, "Headline", description.headline());
            xmp.setProperty(PHOTOSHOP, "Credit", rights.credit());
            xmp.setProperty(PHOTOSHOP, "DateCreated", description.created().toString());
            xmp.setProperty(
                    EXT, "DigitalSourceType", description.digitalSource().address());
            xmp.setProperty(PLUS, "DataMining", rights.dataMining().address());
            xmp.appendArrayItem(PLUS, "Licensor", ordered, null, new PropertyOptions().setStruct(true));
            xmp.setStructField(
                    PLUS, "Licensor[1]", PLUS, "LicensorName", rights.licensor().name());
            xmp.setStructField(
                    PLUS,
                    "Licensor[1]",
                    PLUS,
                    "LicensorURL",
                    rights.licensor().url().toString());
            xmp.sort();
            return XMPMetaFactory.serializeToBuffer(
                    xmp,
                    new SerializeOptions()
                            .setReadOnlyPacket(true)
                            .setUseCompactFormat(true)
                            .setPadding(0));
        } catch (XMPException e) {
            throw new IllegalStateException("The description of a picture cannot be written as XMP.", e);
        }
    }

    /** Written item by item: setLocalizedText of the library loses languages beside the default. */
    private static void texts(XMPMeta xmp, String schema, String name, Map<Language, String> texts, Language main)
            throws XMPException {
        text(xmp, schema, name, texts.getOrDefault(main, ""));
        for (var entry : Description.inOrder(texts).entrySet()) {
            append(xmp, schema, name, entry.getKey(), entry.getValue());
        }
    }

    private static void text(XMPMeta xmp, String schema, String name, String text) throws XMPException {
        append(xmp, schema, name, XMPConst.X_DEFAULT, text);
    }

    private static void append(XMPMeta xmp, String schema, String name, String language, String text)
            throws XMPException {
        var alternatives = new PropertyOptions().setArrayAltText(true);
        xmp.appendArrayItem(schema, name, alternatives, text, null);
        xmp.setQualifier(
                schema, name + "[" + xmp.countArrayItems(schema, name) + "]", XMPConst.NS_XML, "lang", language);
    }
}
