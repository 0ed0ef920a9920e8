package org.diurna.main;

import java.io.IOException;
import java.nio.file.Path;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;

/** A desk in one folder and at one port until it is killed. It says {@code ready} and its console link. */
final class KilledDesk {
    private KilledDesk() {}

    /** Arguments: the folder and the port. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (TestDesk desk = TestDesk.at(folder, Integer.parseInt(arguments[1]), Members.plain(), Staff.Use.DEMO)) {
            if (desk.house().offices().all().isEmpty()) {
                desk.office("cairo");
            }
            System.out.println("ready " + desk.staff().consoleLink().orElseThrow());
            // ends with its parent, should that die first
            System.in.readAllBytes();
        }
    }
}
