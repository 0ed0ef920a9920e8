package org.diurna.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Happenings;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.house.Database;
import org.diurna.house.Jobs;
import org.diurna.house.Language;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Members;

/** An empty desk with one office that publishes in English, French and Arabic. */
record DeskRoom(Database database, Jobs jobs, Releases releases, Office office) implements AutoCloseable {
    static final Language EN = Language.of("en");
    static final Language FR = Language.of("fr");
    static final Language AR = Language.of("ar");

    static DeskRoom open(TestDatabases.Fresh fresh) {
        Database database = fresh.open();
        Jobs jobs = new Jobs(database);
        Offices offices = new Offices(database);
        Office office = new Office(
                "mfa",
                Map.of(EN, "Ministry", FR, "Ministère", AR, "الوزارة"),
                List.of("press.mfa.example"),
                List.of(EN, FR, AR),
                ZoneId.of("UTC"),
                Office.Brand.PLAIN,
                List.of(),
                Map.of(EN, "Halin"),
                Optional.empty(),
                Optional.empty());
        offices.put(office);
        return new DeskRoom(database, jobs, new Releases(database, offices, new Happenings(database, jobs)), office);
    }

    Rights rights() {
        return new Rights(Members.staff(database, Clock.systemUTC()));
    }

    ReleaseId begin(Wording wording) {
        return begin(EN, wording);
    }

    ReleaseId begin(Language language, Wording wording) {
        return releases.begin(
                new Releases.Beginning(
                        "mfa", "press-release", Optional.empty(), language, Standing.ORIGINAL, wording, "", List.of()),
                "ana",
                Instant.parse("2026-11-25T12:00:00Z"));
    }

    @Override
    public void close() {
        jobs.close();
        database.close();
    }
}
