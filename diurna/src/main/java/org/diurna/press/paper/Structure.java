package org.diurna.press.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/** Writes the structure tree, and from each page back to it. */
final class Structure {
    private static final COSName STRUCT_ELEM = COSName.getPDFName("StructElem");

    private final Tag root;
    private final List<COSDictionary> pages;
    private final List<Folio> folios;
    private final List<COSBase[]> ofPages = new ArrayList<>();
    private final List<COSDictionary[]> areas = new ArrayList<>();
    private final TreeMap<Integer, COSBase> parents = new TreeMap<>();
    private final TreeMap<String, COSDictionary> ids = new TreeMap<>();
    private int next;

    Structure(Tag root, List<COSDictionary> pages, List<Folio> folios) {
        this.root = root;
        this.pages = pages;
        this.folios = folios;
        this.next = folios.size();
    }

    void write(COSDictionary catalog) {
        folios.forEach(folio -> {
            ofPages.add(new COSBase[folio.marked().size()]);
            areas.add(new COSDictionary[folio.areas().size()]);
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.TYPE, COSName.getPDFName("StructTreeRoot"));
        tree.setItem(COSName.K, Binding.array(element(root, tree)));
        for (Folio folio : folios) {
            parents.put(folio.number(), Binding.array(ofPages.get(folio.number())));
            if (!folio.areas().isEmpty()) {
                pages.get(folio.number()).setItem(COSName.ANNOTS, Binding.array(areas.get(folio.number())));
            }
        }
        tree.setItem(COSName.PARENT_TREE, parents());
        tree.setInt(COSName.PARENT_TREE_NEXT_KEY, next);
        if (!ids.isEmpty()) {
            tree.setItem(COSName.ID_TREE, ids());
        }
        catalog.setItem(COSName.STRUCT_TREE_ROOT, tree);
    }

    private COSDictionary element(Tag tag, COSDictionary parent) {
        COSDictionary element = new COSDictionary();
        element.setItem(COSName.TYPE, STRUCT_ELEM);
        element.setItem(COSName.S, COSName.getPDFName(tag.type()));
        element.setItem(COSName.P, parent);
        String alt = tag.alt();
        if (alt != null) {
            element.setString(COSName.ALT, alt);
        }
        String lang = tag.lang();
        if (lang != null) {
            element.setString(COSName.LANG, lang);
        }
        String id = tag.id();
        if (id != null) {
            element.setItem(COSName.ID, new COSString(id));
            ids.put(id, element);
        }
        if (tag.type().equals("TH")) {
            element.setItem(COSName.A, attribute("Table", "Scope", "Column"));
        }
        if (tag.type().equals("L")) {
            element.setItem(COSName.A, attribute("List", "ListNumbering", "None"));
        }
        COSArray kids = new COSArray();
        tag.kids().forEach(kid -> kids.add(kid(kid, element)));
        element.setItem(COSName.K, kids);
        return element;
    }

    private static COSDictionary attribute(String owner, String name, String value) {
        COSDictionary attribute = new COSDictionary();
        attribute.setItem(COSName.O, COSName.getPDFName(owner));
        attribute.setItem(COSName.getPDFName(name), COSName.getPDFName(value));
        return attribute;
    }

    private COSBase kid(Tag.Kid kid, COSDictionary element) {
        return switch (kid) {
            case Tag.Inner inner -> element(inner.tag(), element);
            case Tag.Content content -> content(content, element);
            case Tag.Area area -> area(area, element);
        };
    }

    private COSDictionary content(Tag.Content content, COSDictionary element) {
        int page = content.folio().number();
        ofPages.get(page)[content.number()] = element;
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        reference.setItem(COSName.PG, pages.get(page));
        reference.setInt(COSName.MCID, content.number());
        return reference;
    }

    private COSDictionary area(Tag.Area at, COSDictionary element) {
        int page = at.folio().number();
        Folio.Area area = at.folio().areas().get(at.index());
        COSDictionary action = new COSDictionary();
        action.setItem(COSName.S, COSName.URI);
        action.setString(COSName.URI, area.href());
        COSDictionary annotation = new COSDictionary();
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setItem(COSName.SUBTYPE, COSName.getPDFName("Link"));
        annotation.setItem(
                COSName.RECT,
                Binding.box(area.left(), Folio.HEIGHT - area.bottom(), area.right(), Folio.HEIGHT - area.top()));
        annotation.setItem(COSName.BORDER, Binding.array(COSInteger.ZERO, COSInteger.ZERO, COSInteger.ZERO));
        annotation.setInt(COSName.F, 4);
        annotation.setString(COSName.CONTENTS, area.words().isEmpty() ? area.href() : area.words());
        annotation.setItem(COSName.A, action);
        annotation.setInt(COSName.STRUCT_PARENT, next);
        parents.put(next, element);
        next++;
        areas.get(page)[at.index()] = annotation;
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
        reference.setItem(COSName.PG, pages.get(page));
        reference.setItem(COSName.OBJ, annotation);
        return reference;
    }

    private COSDictionary parents() {
        COSArray numbers = new COSArray();
        parents.forEach((key, value) -> {
            numbers.add(COSInteger.get(key));
            numbers.add(value);
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        return tree;
    }

    private COSDictionary ids() {
        COSArray names = new COSArray();
        ids.forEach((id, element) -> {
            names.add(new COSString(id));
            names.add(element);
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NAMES, names);
        return tree;
    }
}
