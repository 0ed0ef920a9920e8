package org.diurna.stand;

import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Log lines on the error stream for a stand that runs alone, so that no logging library need be on its class path. Named
 * by {@link StandMain}, never found by itself: in the whole house the house's own logging is used. Public because SLF4J
 * makes it by its name.
 */
public final class ConsoleLogging implements SLF4JServiceProvider {
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> new Console(name, System.err, Clock.systemUTC());
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    /** Information of ours, warnings of everybody. */
    private static final class Console extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        private final transient PrintStream out;
        private final transient Clock clock;

        Console(String name, PrintStream out, Clock clock) {
            this.name = name;
            this.out = out;
            this.clock = clock;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String message,
                Object @Nullable [] arguments,
                @Nullable Throwable cause) {
            var text = MessageFormatter.basicArrayFormat(message, arguments);
            var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            out.println(at + " " + level + " " + text);
            if (cause != null && level == Level.ERROR) {
                cause.printStackTrace(out);
            }
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Logger.class.getName();
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return name.startsWith("org.diurna.");
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
