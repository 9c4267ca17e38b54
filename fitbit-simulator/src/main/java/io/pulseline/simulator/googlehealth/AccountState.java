package io.pulseline.simulator.googlehealth;

/** How far a person has come with their account; everything but LINKED refuses every call. */
public enum AccountState {
    LINKED,
    /** 400 ACCOUNT_NOT_LINKED: never signed in to the Google Health app. */
    NOT_LINKED,
    /** 412: no Google Health profile yet. */
    WITHOUT_PROFILE,
    /** 403: still logs in with a legacy Fitbit account. */
    LEGACY_LOGIN
}
