package dev.contactcenter.language;

import java.util.Collection;
import java.util.List;

/**
 * The words that a policy declares and its rules use. A word whose declaration has a problem is still a word: its uses are
 * not problems of their own.
 */
record Vocabulary(
        List<String> assurance, Collection<String> actions, Collection<String> modes, Collection<String> zones) {}
