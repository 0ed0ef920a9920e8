package org.diurna.edition;

import org.diurna.house.Database;

/** What people keep beside the drafts that they write together. */
public record Writing(Directory directory, StandingTexts texts, Comments comments, Models models, Numbers numbers) {
    static Writing of(Database database) {
        return new Writing(
                new Directory(database),
                new StandingTexts(database),
                new Comments(database),
                new Models(database),
                new Numbers(database));
    }
}
