package dev.contactcenter.language.lint;

import java.util.stream.Stream;

/** Looks for one kind of doubt, or a few that belong together. */
interface Check {

    /** All that it finds in a policy. */
    Stream<Doubt> of(Checked policy);
}
