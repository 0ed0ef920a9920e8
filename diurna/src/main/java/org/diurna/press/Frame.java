package org.diurna.press;

import java.util.List;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the text of every public page: the head for machines, the masthead, the language switch, the foot.
 *
 * @param organisation above the office's name; null where the office is the organisation's first one
 * @param home         the office's name and front page
 * @param choices      this page in its public languages, this one included; empty where there is only this one
 * @param menu         of the masthead
 * @param foot         of the foot
 * @param contacts     who answers the press
 * @param asking       where somebody asks to use what the page shows
 */
public record Frame(
        Language language,
        Words words,
        Head head,
        @Nullable String organisation,
        Link home,
        List<Link> choices,
        List<Link> menu,
        List<Link> foot,
        List<Contact> contacts,
        String asking) {
    public Frame {
        choices = List.copyOf(choices);
        menu = List.copyOf(menu);
        foot = List.copyOf(foot);
        contacts = List.copyOf(contacts);
    }

    /** The same where what the page shows is asked for at that path. */
    Frame askedAt(String path) {
        return new Frame(language, words, head, organisation, home, choices, menu, foot, contacts, path);
    }

    public String say(String key) {
        return words.say(key);
    }

    /** The language of the words around the text where it is not the page's own; null leaves {@code lang} out. */
    public @Nullable String wordsLang() {
        return borrowed() ? words.language().tag() : null;
    }

    /** As {@link #wordsLang}, for {@code dir}. */
    public @Nullable String wordsDir() {
        return borrowed() ? words.language().direction() : null;
    }

    /** The page's own language inside of borrowed words; null leaves {@code lang} out. */
    public @Nullable String ownLang() {
        return borrowed() ? language.tag() : null;
    }

    /** As {@link #ownLang}, for {@code dir}. */
    public @Nullable String ownDir() {
        return borrowed() ? language.direction() : null;
    }

    public boolean current(Link link) {
        return language.equals(link.language());
    }

    private boolean borrowed() {
        return !language.tag().equals(words.language().tag())
                && !language.tag().startsWith(words.language().tag() + "-");
    }

    /**
     * The head of a page.
     *
     * @param title      of the window
     * @param canonical  absolute address; null on pages that have no address of their own
     * @param robots     null where machines may do as they like
     * @param css        path of the style sheet
     * @param icon       path of the small picture in the browser's own frame
     * @param colour     of the office, for the browser's own frame
     * @param feed       address of the Atom feed; its text is the feed's title
     * @param alternates this page in all its languages, absolute; with {@code x-default} first in the list of its office
     * @param standard   absolute address for readers of any other language; null where there are no alternates
     * @param related    further {@code link} elements
     * @param metas      Open Graph and cards
     * @param data       JSON-LD, safe inside a script element; null where there is none
     */
    public record Head(
            String title,
            String description,
            @Nullable String canonical,
            @Nullable String robots,
            String css,
            String icon,
            String colour,
            Link feed,
            List<Link> alternates,
            @Nullable String standard,
            List<Related> related,
            List<Meta> metas,
            @Nullable String data) {
        public Head {
            alternates = List.copyOf(alternates);
            related = List.copyOf(related);
            metas = List.copyOf(metas);
        }

        /** Whether the picture beside a link is one that was chosen for it, and worth its room. */
        public String card() {
            boolean own = metas.stream()
                    .anyMatch(meta -> meta.property().equals("og:image:type")
                            && meta.content().equals("image/jpeg"));
            return own ? "summary_large_image" : "summary";
        }
    }

    /** A {@code link} element of the head. */
    public record Related(String rel, String type, String href) {}

    /** An Open Graph property. */
    public record Meta(String property, String content) {}

    /** Somebody who answers; empty texts are left out. */
    public record Contact(String role, String name, String mail, String phone) {
        /** The part of the address before the at sign, after which a line may break. */
        public String mailbox() {
            return mail.substring(0, mail.indexOf('@') + 1);
        }

        /** The part of the address after the at sign. */
        public String domain() {
            return mail.substring(mail.indexOf('@') + 1);
        }

        /** {@code tel:} with digits only. */
        public String tel() {
            return "tel:" + phone.replaceAll("[^+0-9]", "");
        }
    }
}
