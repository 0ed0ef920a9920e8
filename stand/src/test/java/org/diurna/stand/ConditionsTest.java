package org.diurna.stand;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Ranges and weights for all numbers, not only for those that came to mind. */
class ConditionsTest {
    @Property
    void a_range_is_never_outside_the_file(
            @ForAll @LongRange(min = 0, max = 2_000) long first,
            @ForAll @LongRange(min = 0, max = 2_000) long last,
            @ForAll @LongRange(min = 0, max = 1_000) long size) {
        var range = ByteRange.parse("bytes=" + first + "-" + last, size);
        if (last < first) {
            assertThat(range).isNull();
        } else if (first >= size) {
            assertThat(range).isSameAs(ByteRange.UNSATISFIABLE);
        } else {
            assertThat(range).isEqualTo(new ByteRange(first, Math.min(last, size - 1)));
        }
    }

    @Property
    void a_suffix_is_the_end_of_the_file(
            @ForAll @LongRange(min = 0, max = 2_000) long length, @ForAll @LongRange(min = 1, max = 1_000) long size) {
        var range = ByteRange.parse("bytes=-" + length, size);
        if (length == 0) {
            assertThat(range).isSameAs(ByteRange.UNSATISFIABLE);
        } else {
            assertThat(range).isEqualTo(new ByteRange(Math.max(0, size - length), size - 1));
        }
    }

    @Property
    void no_header_makes_the_range_parser_fail(@ForAll String text, @ForAll @LongRange(min = 0) long size) {
        for (var header : new String[] {text, "bytes=" + text, "bytes=0-" + text}) {
            var range = ByteRange.parse(header, size);
            if (range != null && !range.equals(ByteRange.UNSATISFIABLE)) {
                assertThat(range.first()).isBetween(0L, range.last());
                assertThat(range.last()).isLessThan(size);
            }
        }
    }

    @Property
    void a_coding_that_is_refused_or_missing_is_never_chosen(
            @ForAll @IntRange(min = 0, max = 10) int gzip,
            @ForAll @IntRange(min = 0, max = 10) int br,
            @ForAll @IntRange(min = 0, max = 3) int codings) {
        var header = "gzip;q=" + gzip / 10.0 + ", br;q=" + br / 10.0;
        int available = Coding.IDENTITY.bit() | codings << 1;
        var chosen = Preference.parse(header).choose(available);
        assertThat(available & chosen.bit()).isNotZero();
        assertThat(chosen == Coding.GZIP && gzip == 0).isFalse();
        assertThat(chosen == Coding.BR && br == 0).isFalse();
        if (codings == 3 && gzip != br) {
            assertThat(chosen).isEqualTo(gzip > br ? Coding.GZIP : Coding.BR);
        }
    }

    @Property
    void any_target_is_refused_or_canonical(@ForAll String text) {
        try {
            var target = Target.ofRequest("/" + text);
            assertThat(target.path()).startsWith("/").matches("[!-~]*").doesNotContain("\\", "/../", "/./");
            assertThat(Target.ofRequest(target.path()).path()).isEqualTo(target.path());
        } catch (Target.Malformed refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
