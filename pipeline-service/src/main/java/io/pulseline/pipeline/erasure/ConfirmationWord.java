package io.pulseline.pipeline.erasure;

import java.security.SecureRandom;

/** Words that nobody types by accident; no secret: who is asked is logged in. */
final class ConfirmationWord {
    /** Without those that are mistaken for each other. */
    private static final String LETTERS = "ACDEFHJKLMNPRTUVWXY";

    private static final int LENGTH = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ConfirmationWord() {}

    static String next() {
        StringBuilder word = new StringBuilder("ERASE-");
        for (int letter = 0; letter < LENGTH; letter++) {
            word.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /** People write in lower case and leave blanks behind. */
    static boolean matches(String word, String said) {
        return word.equalsIgnoreCase(said.strip());
    }
}
