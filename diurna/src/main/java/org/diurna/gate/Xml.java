package org.diurna.gate;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of strangers: no document types, no entities, nothing fetched, no endless depth. */
final class Xml {
    /** Tables in tables in text boxes go forty deep; the JDK itself reads no deeper than 100. */
    static final int DEPTH_MAX = 90;

    private Xml() {}

    static XMLStreamReader reader(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }

    /** Refuses what is no XML, has a document type or goes too deep. */
    static void check(byte[] bytes, String fileName) throws Documents.Unfit {
        try {
            XMLStreamReader xml = reader(bytes);
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEPTH_MAX) {
                    throw new Documents.Unfit(new Outcome.Unsafe(fileName
                            + " nests its parts deeper than any text does, as files do that are made to choke programs."
                            + " Copy its words into a new document."));
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new Documents.Unfit(Documents.damaged(fileName));
                }
            }
        } catch (XMLStreamException e) {
            throw new Documents.Unfit(Documents.damaged(fileName));
        }
    }
}
