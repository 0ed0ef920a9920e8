package org.diurna.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.diurna.counter.Licence;
import org.diurna.house.Csv;

/** Requests as a table for other programs: CSV (RFC 4180) in UTF-8. */
final class RequestTable {
    private static final String HEAD =
            "number,state,office,release,edition,headline,language,asked,changed,ends,name,organisation,mail,medium,"
                    + "purpose,territory,first,last,items\r\n";

    private RequestTable() {}

    static String of(List<Licence> licences) {
        return HEAD + licences.stream().map(RequestTable::row).collect(Collectors.joining());
    }

    private static String row(Licence one) {
        return Csv.row(List.of(
                one.id(),
                one.state().word(),
                one.office(),
                one.release().value(),
                String.valueOf(one.edition()),
                one.headline(),
                one.language().tag(),
                one.asked().toString(),
                one.changed().toString(),
                one.ends().map(Object::toString).orElse(""),
                one.requester().name(),
                one.requester().organisation(),
                one.requester().mail(),
                one.use().medium(),
                one.use().purpose(),
                one.use().territory(),
                one.use().first().map(LocalDate::toString).orElse(""),
                one.use().last().map(LocalDate::toString).orElse(""),
                one.items().stream()
                        .map(item -> item.words() ? "words" : "picture " + item.place())
                        .collect(Collectors.joining(" "))));
    }
}
