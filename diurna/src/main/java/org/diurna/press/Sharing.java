package org.diurna.press;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Links that hand a release on. They are plain addresses: nothing of the networks is loaded before a reader follows. */
final class Sharing {
    private Sharing() {}

    static List<Link> links(Speech speech, String headline, String address) {
        String text = encoded(headline);
        String url = encoded(address);
        return List.of(
                Link.to("mailto:?subject=" + text + "&body=" + url, speech.say("share.mail")),
                Link.to("https://wa.me/?text=" + text + "%20" + url, "WhatsApp"),
                Link.to("https://www.facebook.com/sharer/sharer.php?u=" + url, "Facebook"),
                Link.to("https://www.linkedin.com/sharing/share-offsite/?url=" + url, "LinkedIn"),
                Link.to("https://x.com/intent/post?url=" + url + "&text=" + text, "X"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
