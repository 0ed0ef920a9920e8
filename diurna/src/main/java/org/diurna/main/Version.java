package org.diurna.main;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What the program calls itself. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("from source");
        return new String[] {"Diurna " + version + " on Java " + Runtime.version()};
    }
}
