package org.diurna.main;

import java.net.BindException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diurna.darkroom.DarkroomSettings;
import org.diurna.darkroom.Uploads;
import org.diurna.desk.DeskConfiguration;
import org.diurna.desk.Mentions;
import org.diurna.desk.OfficePages;
import org.diurna.desk.Preview;
import org.diurna.desk.SchedulePages;
import org.diurna.desk.Views;
import org.diurna.staff.StaffConfiguration;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The web server of the desk. The rooms are opened before it and handed in; it makes none of them. */
@EnableAutoConfiguration
@Import({DeskConfiguration.class, StaffConfiguration.class})
public class Shell {
    /** The desk, open at its port until it is closed. */
    record Open(ConfigurableApplicationContext context) implements AutoCloseable {
        int port() {
            var server = ((ServletWebServerApplicationContext) context).getWebServer();
            return server == null ? 0 : server.getPort();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    static Open open(House house, House.Publishing publishing) {
        try {
            return opened(house, publishing);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw new Unusable(
                            ExitCodes.PORT,
                            "The desk cannot listen at " + house.settings().deskBind() + " port "
                                    + house.settings().deskPort()
                                    + ": it is in use, or this machine has no such address. Stop the program that has it,"
                                    + " or choose another with --desk-port.");
                }
            }
            throw e;
        }
    }

    private static Open opened(House house, House.Publishing publishing) {
        // logback.xml holds for the whole program; Spring would take the log apart while other rooms write to it
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Logger.getLogger("").setLevel(Level.WARNING);
        return new Open(new SpringApplicationBuilder(Shell.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties(house))
                .initializers(context -> rooms((GenericApplicationContext) context, house, publishing))
                .run());
    }

    private static Map<String, Object> properties(House house) {
        Map<String, Object> properties = new HashMap<>(usual(house));
        List<String> proxies = house.settings().deskProxies();
        if (!proxies.isEmpty()) {
            // Tomcat believes the header only when it comes from one of these, and reads it from the right
            properties.put("server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For");
            properties.put(
                    "server.tomcat.remoteip.internal-proxies",
                    proxies.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        }
        return properties;
    }

    private static Map<String, Object> usual(House house) {
        return Map.ofEntries(
                Map.entry("server.address", house.settings().deskBind()),
                Map.entry("server.port", house.settings().deskPort()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("server.servlet.session.cookie.http-only", true),
                Map.entry("server.servlet.session.cookie.same-site", "lax"),
                Map.entry("server.servlet.session.cookie.name", "desk"),
                Map.entry("spring.threads.virtual.enabled", true),
                // above what gate and darkroom take, so that they can say what is wrong
                Map.entry("spring.servlet.multipart.max-file-size", 2 * DarkroomSettings.BYTES_MAX + "B"),
                Map.entry("spring.servlet.multipart.max-request-size", 3 * DarkroomSettings.BYTES_MAX + "B"),
                Map.entry("spring.main.log-startup-info", false),
                Map.entry("server.compression.enabled", true),
                Map.entry("server.compression.mime-types", "text/css,text/javascript"));
    }

    private static void rooms(GenericApplicationContext context, House house, House.Publishing publishing) {
        var beans = context.getBeanFactory();
        beans.registerSingleton("clock", house.clock());
        beans.registerSingleton(
                "patience", new SchedulePages.Patience(house.settings().late()));
        beans.registerSingleton("outbox", house.outbox());
        beans.registerSingleton("guests", house.guests());
        beans.registerSingleton("alarms", house.alarms());
        beans.registerSingleton("mentions", new Mentions(house.outbox(), house.deskAddress()));
        beans.registerSingleton(
                "correspondence",
                new StaffConfiguration.Correspondence(house.settings().mail().isPresent()));
        beans.registerSingleton("jobs", house.jobs());
        beans.registerSingleton("offices", house.offices());
        beans.registerSingleton("releases", house.releases());
        beans.registerSingleton("happenings", house.happenings());
        beans.registerSingleton("types", house.types());
        beans.registerSingleton("staff", house.staff());
        beans.registerSingleton("rights", house.rights());
        beans.registerSingleton("studio", house.studio());
        beans.registerSingleton("counter", publishing.counter());
        beans.registerSingleton("pictures", house.pictures());
        beans.registerSingleton("intake", house.settings().intake());
        beans.registerSingleton("uploads", new Uploads(house.folder().uploads(), house.clock()));
        beans.registerSingleton("licences", house.licences());
        beans.registerSingleton("originals", house.originals());
        context.registerBean(Views.PublicAddress.class, publishing::addresses);
        context.registerBean(OfficePages.Homes.class, () -> house.homes(publishing.sites()));
        context.registerBean(Preview.PressOf.class, publishing::press);
    }
}
