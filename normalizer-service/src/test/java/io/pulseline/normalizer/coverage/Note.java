package io.pulseline.normalizer.coverage;

import static java.util.Objects.requireNonNull;

/**
 * Why a field is not simply given by both alike.
 *
 * @param tolerance how far apart the two may be, in the field's unit; 0 where it says nothing
 * @param words for people
 */
record Note(Form form, double tolerance, String words) {
    Note {
        requireNonNull(form, "form is null");
        if (words.isBlank()) {
            throw new IllegalArgumentException("a note without words");
        }
    }

    /** What kind of difference it is. */
    enum Form {
        /** Google does not give it. */
        FITBIT_ALONE,
        /** Fitbit does not give it. */
        GOOGLE_ALONE,
        /** Nobody does; others write it. */
        NOBODY,
        /** Both do, in words of their own. */
        OWN_WORDS,
        /** Both do, and their figures are not the same. */
        APART,
        /** Google's documents do not hold the figure; it is worked out of others. */
        WORKED_OUT
    }

    static Note fitbitAlone(String words) {
        return new Note(Form.FITBIT_ALONE, 0, words);
    }

    static Note googleAlone(String words) {
        return new Note(Form.GOOGLE_ALONE, 0, words);
    }

    static Note nobody(String words) {
        return new Note(Form.NOBODY, 0, words);
    }

    static Note ownWords(String words) {
        return new Note(Form.OWN_WORDS, 0, words);
    }

    static Note apart(double atMost, String words) {
        return new Note(Form.APART, atMost, words);
    }

    static Note workedOut(double atMost, String words) {
        return new Note(Form.WORKED_OUT, atMost, words);
    }
}
