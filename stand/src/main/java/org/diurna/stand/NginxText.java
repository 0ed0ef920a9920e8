package org.diurna.stand;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The settings with which nginx answers a {@link PlainTree} as the stand did: statuses, redirects, pages of what is gone
 * and headers. For each header there is a table by address, in which what most addresses have is the default.
 */
@SuppressWarnings("InlineFormatString") // the text of a file is read as a whole
final class NginxText {
    private static final String HEAD = """
            # A Diurna site as it was at one moment. Include this file in the http block of nginx (1.18 or newer, for .gz
            # files built with gzip_static) and set the folder of the tree and the port here:
            geo $diurna_root { default "%s"; }
            geo $diurna_dollar { default "$"; }
            map_hash_max_size 262144;
            map_hash_bucket_size 4096;
            map $request_uri $diurna_path { default "/"; "~^(?<diurna_given>[^?]*)" $diurna_given; }
            """;

    private static final String SERVER = """
            server {
                listen 8090;
                server_name %s;
                root $diurna_root/$host;
                merge_slashes off;
                absolute_redirect off;
                server_tokens off;
                types { }
                default_type "";
            %s    location / {
                    if ($diurna_moved301) { return 301 $diurna_moved301; }
                    if ($diurna_moved302) { return 302 $diurna_moved302; }
                    if ($diurna_moved307) { return 307 $diurna_moved307; }
                    if ($diurna_moved308) { return 308 $diurna_moved308; }
                    if ($diurna_gone) { return 410; }
                    error_page 404 $diurna_missing;
                    error_page 410 $diurna_gone;
                    gzip_static on;
                    try_files $diurna_file $uri ${uri}.html ${uri}index.html =404;
                }
                location /.diurna/ { internal; }
            }
            """;

    private static final String LEFT = """
            server {
                listen 8090;
                server_name %s;
                return %d %s$request_uri;
            }
            """;

    private final StringBuilder left = new StringBuilder();
    private final Set<String> hosts = new TreeSet<>();
    private final Map<String, Map<String, String>> tables = new TreeMap<>();
    private final Map<String, Map<String, String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> missing = new LinkedHashMap<>();
    private long pages;

    /** A host that was left for another one, with all its paths. */
    void host(String host, int status, String origin) {
        left.append(LEFT.formatted(host, status, origin));
    }

    void move(String host, String path, int status, String to) {
        hosts.add(host);
        table("moved" + status).put(host + path, to);
    }

    void page(String host, String path, int status, String file, Map<String, String> fields) {
        hosts.add(host);
        if (status == 404 && path.endsWith("/-/404")) {
            missing.put(host + path.substring(0, path.length() - "-/404".length()), file);
        } else if (status == 410) {
            table("gone").put(host + path, file);
        } else if (status == 200 && file.startsWith("/" + PlainTree.HIDDEN + "/")) {
            table("file").put(host + path, file);
        }
        pages++;
        fields.forEach((name, value) ->
                headers.computeIfAbsent(name, _ -> new TreeMap<>()).put(host + path, value));
    }

    private Map<String, String> table(String name) {
        return tables.computeIfAbsent(name, _ -> new TreeMap<>());
    }

    String text() {
        var text = new StringBuilder(HEAD.formatted("/srv/diurna"));
        for (var name : Set.of("moved301", "moved302", "moved307", "moved308", "gone", "file").stream()
                .sorted()
                .toList()) {
            map(text, name.startsWith("moved") ? "$host$request_uri" : "$host$diurna_path", name, "", table(name));
        }
        missing(text);
        var added = new StringBuilder();
        headers.forEach((name, values) -> {
            var variable = "h_" + name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "_");
            // what has no line of its own is the office's page for "not found"
            var usual = name.equals("Content-Type") ? "text/html; charset=utf-8" : usual(values);
            map(text, "$host$diurna_path", variable, usual, values);
            added.append("    add_header ")
                    .append(name)
                    .append(" $diurna_")
                    .append(variable)
                    .append(" always;\n");
        });
        if (!hosts.isEmpty()) {
            text.append(SERVER.formatted(String.join(" ", hosts), added));
        }
        return text.append(left).toString();
    }

    /** What more than half of all pages have, if none is without the header. */
    private String usual(Map<String, String> values) {
        var counts = new HashMap<String, Long>();
        values.values().forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts.entrySet().stream()
                .filter(entry -> values.size() == pages && entry.getValue() * 2 > pages)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private void map(StringBuilder text, String key, String name, String usual, Map<String, String> values) {
        text.append("map ").append(key).append(" $diurna_").append(name).append(" {\n    default ");
        text.append(value(usual)).append(";\n");
        values.forEach((address, value) -> {
            if (!value.equals(usual)) {
                text.append("    ")
                        .append(key(address))
                        .append(' ')
                        .append(value(value))
                        .append(";\n");
            }
        });
        text.append("}\n");
    }

    /** The office's own page for "not found": of the first segment of the path, else of the host. */
    private void missing(StringBuilder text) {
        text.append("map $host$diurna_path $diurna_missing {\n    default \"/.diurna/none\";\n");
        missing.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .forEach(entry -> text.append("    \"~^")
                        .append(entry.getKey().replaceAll("([^A-Za-z0-9/-])", "\\\\\\\\$1"))
                        .append("\" ")
                        .append(value(entry.getValue()))
                        .append(";\n"));
        text.append("}\n");
    }

    /** Keys hold no variables; a name in quotation marks is taken as it is. */
    private static String key(String address) {
        return quoted(address);
    }

    private static String value(String text) {
        return quoted(text).replace("$", "${diurna_dollar}");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
