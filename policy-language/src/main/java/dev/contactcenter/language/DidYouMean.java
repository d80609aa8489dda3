package dev.contactcenter.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class DidYouMean {

    private static final int LONGEST = 64;

    private DidYouMean() {}

    /** A clause for a message: the word that is near, else the words there are; empty if there are none. */
    public static String among(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(near -> "did you mean " + Quoted.of(near) + "?")
                .orElseGet(() -> candidates.isEmpty() ? "" : "known here: " + Quoted.list(candidates));
    }

    /** The candidate that is near enough to be meant. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        int tolerance = Math.clamp(word.length() / 3, 1, 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= tolerance)
                .map(candidate -> new Near(candidate, distance(lower, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance <= tolerance)
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::word);
    }

    private record Near(String word, int distance) {}

    /** Insertions, deletions, replacements and swaps of neighbours between the two (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
