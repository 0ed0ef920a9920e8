package org.diurna.main;

import java.util.Map;
import org.diurna.desk.DeskConfiguration;
import org.diurna.desk.Preview;
import org.diurna.desk.Views;
import org.diurna.staff.StaffConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
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
        return new Open(new SpringApplicationBuilder(Shell.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties(house))
                .initializers(context -> rooms((GenericApplicationContext) context, house, publishing))
                .run());
    }

    private static Map<String, Object> properties(House house) {
        return Map.of(
                "server.address",
                house.settings().deskBind(),
                "server.port",
                house.settings().deskPort(),
                "server.shutdown",
                "graceful",
                "server.servlet.session.cookie.http-only",
                true,
                "server.servlet.session.cookie.same-site",
                "lax",
                "server.servlet.session.cookie.name",
                "desk",
                "spring.threads.virtual.enabled",
                true,
                "spring.main.log-startup-info",
                false,
                "logging.level.root",
                "warn");
    }

    private static void rooms(GenericApplicationContext context, House house, House.Publishing publishing) {
        var beans = context.getBeanFactory();
        beans.registerSingleton("clock", house.clock());
        beans.registerSingleton("offices", house.offices());
        beans.registerSingleton("releases", house.releases());
        beans.registerSingleton("happenings", house.happenings());
        beans.registerSingleton("types", house.types());
        beans.registerSingleton("staff", house.staff());
        beans.registerSingleton("rights", house.rights());
        context.registerBean(Views.PublicAddress.class, publishing::addresses);
        context.registerBean(Preview.PressOf.class, publishing::press);
    }
}
