package dev.contactcenter.listeners.delivery;

/** Whole numbers as administrators write them. */
final class WholeNumber {

    private WholeNumber() {}

    /**
     * Reads one within bounds, both of them included.
     *
     * @throws IllegalArgumentException with what is wrong and what would be right
     */
    static int parse(String text, int least, int most) {
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number from " + least + " to " + most);
        }
        return number;
    }
}
