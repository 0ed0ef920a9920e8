package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.diurna.darkroom.Backstage;
import org.diurna.darkroom.Darkroom;
import org.diurna.darkroom.DarkroomSettings;
import org.diurna.darkroom.EngineChoice;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.darkroom.Scanner;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that are laid into a folder come into the library by themselves, each once. */
final class PictureInboxTest {
    @TempDir
    Path folder;

    private PictureInbox inbox(DeskRoom room, Pictures pictures, Darkroom darkroom) {
        Studio studio = new Studio(
                new Shelves(pictures, Licences.NONE),
                () -> darkroom,
                new Backstage(folder, room.database(), () -> darkroom, Clock.systemUTC()));
        TakePicture take = new TakePicture(
                pictures,
                studio,
                room.releases().offices(),
                new PictureReach(pictures, room.releases().offices()),
                room.rights(),
                Clock.systemUTC());
        return new PictureInbox(folder.resolve("inbox"), room.releases().offices(), take);
    }

    private Darkroom darkroom(Optional<Scanner> scanner) {
        return new Darkroom(folder.resolve("masters"), DarkroomSettings.USUAL.with(EngineChoice.JAVA), scanner);
    }

    private static byte[] png(int colour) throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, colour);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @OnBothDatabases
    void what_no_longer_grows_is_taken_in_once_and_what_is_no_picture_says_why(TestDatabases.Fresh fresh)
            throws IOException {
        try (DeskRoom room = DeskRoom.open(fresh);
                Darkroom darkroom = darkroom(Optional.empty())) {
            Pictures pictures = new Pictures(room.database());
            Path own = Files.createDirectories(folder.resolve("inbox/mfa"));
            Path strange = Files.createDirectories(folder.resolve("inbox/nobody"));
            PictureInbox inbox = inbox(room, pictures, darkroom);
            byte[] whole = png(0xff0000);
            Files.write(own.resolve("a.png"), java.util.Arrays.copyOf(whole, 50));
            Files.write(strange.resolve("b.png"), whole);
            Files.writeString(own.resolve("letter.txt"), "Dear desk");
            inbox.look();
            assertThat(own.resolve("a.png")).as("it may still grow").exists();
            Files.write(own.resolve("a.png"), whole);
            inbox.look();
            assertThat(own.resolve("a.png")).exists();
            inbox.look();

            assertThat(names(own.resolve("done"))).containsExactly("a.png");
            assertThat(names(own.resolve("refused"))).containsExactly("letter.txt", "letter.txt.txt");
            assertThat(Files.readString(own.resolve("refused/letter.txt.txt"))).contains("is not a picture");
            assertThat(strange.resolve("b.png")).as("there is no such office").exists();
            assertThat(pictures.search(Set.of("mfa"), "", "", 0, 9))
                    .singleElement()
                    .extracting(Picture::name, Picture::office, Picture::taker)
                    .containsExactly("a.png", "mfa", "picture-inbox");

            // a kill between taking and moving leaves the file where it was
            Files.copy(own.resolve("done/a.png"), own.resolve("a.png"));
            PictureInbox again = inbox(room, pictures, darkroom);
            again.look();
            again.look();
            assertThat(names(own.resolve("done"))).containsExactly("a-2.png", "a.png");
            assertThat(pictures.search(Set.of("mfa"), "", "", 0, 9)).hasSize(1);
        }
    }

    @OnBothDatabases
    void a_scanner_that_does_not_answer_leaves_the_file_where_it_is(TestDatabases.Fresh fresh) throws IOException {
        Scanner nobody = new Scanner(UnixDomainSocketAddress.of(folder.resolve("no.socket")));
        try (DeskRoom room = DeskRoom.open(fresh);
                Darkroom darkroom = darkroom(Optional.of(nobody))) {
            Path own = Files.createDirectories(folder.resolve("inbox/mfa"));
            Files.write(own.resolve("a.png"), png(0x00ff00));
            PictureInbox inbox = inbox(room, new Pictures(room.database()), darkroom);
            inbox.look();
            inbox.look();
            assertThat(names(own)).containsExactly("a.png");
        }
    }
}
